package org.jiugai.acceptance.process;

import org.jiugai.acceptance.AcceptanceManagement;
import org.jiugai.acceptance.Rectification;
import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.springframework.stereotype.Component;

/** 登记竣工整改: ready for the next attempt. */
@Component
class RecordFinalRectification implements FormStep<Rectification> {
    private final AcceptanceManagement acceptance;

    RecordFinalRectification(AcceptanceManagement acceptance) {
        this.acceptance = acceptance;
    }

    @Override
    public Class<Rectification> form() {
        return Rectification.class;
    }

    @Override
    public void record(Rectification form, Step step) {
        acceptance.rectify(step.caseId(), Rectification.Cause.FINAL, form, step.actor());
    }
}
