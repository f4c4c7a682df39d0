package org.jiugai.tender.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.tender.OpeningForm;
import org.jiugai.tender.TenderProcedure;
import org.springframework.stereotype.Component;

/** Task 30: 登记开标记录. */
@Component
class RecordOpening implements FormStep<OpeningForm> {
    private final TenderProcedure procedure;

    RecordOpening(TenderProcedure procedure) {
        this.procedure = procedure;
    }

    @Override
    public Class<OpeningForm> form() {
        return OpeningForm.class;
    }

    @Override
    public void record(OpeningForm form, Step step) {
        step.set(
                TenderProcess.BIDDERS_SUFFICIENT,
                procedure.openBids(step.get(TenderProcess.PACKAGE_ID), form, step.actor()));
    }
}
