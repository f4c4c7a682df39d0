package org.jiugai.acceptance.process;

import org.jiugai.acceptance.AcceptanceManagement;
import org.jiugai.acceptance.CompletionReport;
import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.springframework.stereotype.Component;

/** 登记竣工报告: the works are ready to be accepted. */
@Component
class RecordCompletionReport implements FormStep<CompletionReport> {
    private final AcceptanceManagement acceptance;

    RecordCompletionReport(AcceptanceManagement acceptance) {
        this.acceptance = acceptance;
    }

    @Override
    public Class<CompletionReport> form() {
        return CompletionReport.class;
    }

    @Override
    public void record(CompletionReport form, Step step) {
        acceptance.reportCompletion(step.caseId(), form, step.actor());
    }
}
