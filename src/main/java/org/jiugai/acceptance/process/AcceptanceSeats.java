package org.jiugai.acceptance.process;

import org.jiugai.acceptance.ComprehensiveManagement;
import org.jiugai.acceptance.JointAcceptanceManagement;
import org.springframework.stereotype.Component;

/** {@code ${acceptanceSeats.…}} in the model: the office of a body that the policy names. */
// public: the expression language calls methods of public classes only
@Component
public class AcceptanceSeats {
    private final JointAcceptanceManagement joint;
    private final ComprehensiveManagement comprehensive;

    AcceptanceSeats(JointAcceptanceManagement joint, ComprehensiveManagement comprehensive) {
        this.joint = joint;
        this.comprehensive = comprehensive;
    }

    public String joint(long seatId) {
        return joint.office(seatId);
    }

    public String comprehensive(long caseId) {
        return comprehensive.office(caseId);
    }
}
