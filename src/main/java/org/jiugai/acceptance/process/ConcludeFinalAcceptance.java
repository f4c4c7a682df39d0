package org.jiugai.acceptance.process;

import org.jiugai.acceptance.AcceptanceManagement;
import org.jiugai.acceptance.AcceptanceOutcome;
import org.jiugai.engine.ServiceStep;
import org.jiugai.engine.Step;
import org.springframework.stereotype.Component;

/** 形成竣工验收结论: what the decision table said becomes a fact; the warranty begins with a passing one. */
@Component
class ConcludeFinalAcceptance implements ServiceStep {
    private final AcceptanceManagement acceptance;

    ConcludeFinalAcceptance(AcceptanceManagement acceptance) {
        this.acceptance = acceptance;
    }

    @Override
    public void perform(Step step) {
        acceptance.conclude(
                step.get(AcceptanceProcess.ACCEPTANCE_ID),
                AcceptanceOutcome.valueOf(step.get(AcceptanceProcess.OUTCOME)));
    }
}
