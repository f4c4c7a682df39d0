package org.jiugai.tender.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.tender.AwardForm;
import org.jiugai.tender.TenderProcedure;
import org.springframework.stereotype.Component;

/** Task 32: 登记定标结果. */
@Component
class RecordAward implements FormStep<AwardForm> {
    private final TenderProcedure procedure;

    RecordAward(TenderProcedure procedure) {
        this.procedure = procedure;
    }

    @Override
    public Class<AwardForm> form() {
        return AwardForm.class;
    }

    @Override
    public void record(AwardForm form, Step step) {
        step.set(TenderProcess.WINNER_FOUND, procedure.award(step.get(TenderProcess.PACKAGE_ID), form, step.actor()));
    }
}
