package org.jiugai.acceptance.process;

import org.jiugai.acceptance.AcceptanceManagement;
import org.jiugai.acceptance.FinalAcceptance;
import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.springframework.stereotype.Component;

/** 登记竣工验收: one more attempt. */
@Component
class RecordFinalAcceptance implements FormStep<FinalAcceptance> {
    private final AcceptanceManagement acceptance;

    RecordFinalAcceptance(AcceptanceManagement acceptance) {
        this.acceptance = acceptance;
    }

    @Override
    public Class<FinalAcceptance> form() {
        return FinalAcceptance.class;
    }

    @Override
    public void record(FinalAcceptance form, Step step) {
        step.set(AcceptanceProcess.ACCEPTANCE_ID, acceptance.recordFinal(step.caseId(), form, step.actor()));
    }
}
