package org.jiugai.tender.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.tender.TenderDocumentsForm;
import org.jiugai.tender.TenderProcedure;
import org.springframework.stereotype.Component;

/** Task 29: 登记招标文件. */
@Component
class RecordTenderDocuments implements FormStep<TenderDocumentsForm> {
    private final TenderProcedure procedure;

    RecordTenderDocuments(TenderProcedure procedure) {
        this.procedure = procedure;
    }

    @Override
    public Class<TenderDocumentsForm> form() {
        return TenderDocumentsForm.class;
    }

    @Override
    public void record(TenderDocumentsForm form, Step step) {
        procedure.issueDocuments(step.get(TenderProcess.PACKAGE_ID), form, step.actor());
    }
}
