package org.jiugai.tender.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.tender.EvaluationForm;
import org.jiugai.tender.TenderProcedure;
import org.springframework.stereotype.Component;

/** Task 31: 登记评标报告. */
@Component
class RecordEvaluation implements FormStep<EvaluationForm> {
    private final TenderProcedure procedure;

    RecordEvaluation(TenderProcedure procedure) {
        this.procedure = procedure;
    }

    @Override
    public Class<EvaluationForm> form() {
        return EvaluationForm.class;
    }

    @Override
    public void record(EvaluationForm form, Step step) {
        step.set(
                TenderProcess.CANDIDATES_PROPOSED,
                procedure.evaluate(step.get(TenderProcess.PACKAGE_ID), form, step.actor()));
    }
}
