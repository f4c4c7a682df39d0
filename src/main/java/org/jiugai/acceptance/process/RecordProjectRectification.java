package org.jiugai.acceptance.process;

import org.jiugai.acceptance.AcceptanceManagement;
import org.jiugai.acceptance.Rectification;
import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.springframework.stereotype.Component;

/** 登记综合验收整改: ready for the next comprehensive acceptance. */
@Component
class RecordProjectRectification implements FormStep<Rectification> {
    private final AcceptanceManagement acceptance;

    RecordProjectRectification(AcceptanceManagement acceptance) {
        this.acceptance = acceptance;
    }

    @Override
    public Class<Rectification> form() {
        return Rectification.class;
    }

    @Override
    public void record(Rectification form, Step step) {
        acceptance.rectify(step.caseId(), Rectification.Cause.COMPREHENSIVE, form, step.actor());
    }
}
