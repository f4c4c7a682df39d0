package org.jiugai.acceptance.process;

import org.jiugai.acceptance.AcceptanceManagement;
import org.jiugai.acceptance.JointAcceptanceManagement;
import org.springframework.stereotype.Component;

/** {@code ${acceptanceFigures.…}} in the model: the inputs of the decision table. */
// public: the expression language calls methods of public classes only
@Component
public class AcceptanceFigures {
    private final AcceptanceManagement acceptance;
    private final JointAcceptanceManagement joint;

    AcceptanceFigures(AcceptanceManagement acceptance, JointAcceptanceManagement joint) {
        this.acceptance = acceptance;
        this.joint = joint;
    }

    public int mandatoryFailures(long acceptanceId) {
        return acceptance.figures(acceptanceId).mandatoryFailures();
    }

    public int conditionsMissing(long acceptanceId) {
        return acceptance.figures(acceptanceId).conditionsMissing();
    }

    public int openIssues(long acceptanceId) {
        return acceptance.figures(acceptanceId).openIssues();
    }

    public int jointRefusals(long roundId) {
        return joint.figures(roundId).mandatoryFailures();
    }

    public int jointIssues(long roundId) {
        return joint.figures(roundId).openIssues();
    }
}
