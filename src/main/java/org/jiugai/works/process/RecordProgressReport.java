package org.jiugai.works.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.works.ProgressManagement;
import org.jiugai.works.ProgressReport;
import org.springframework.stereotype.Component;

/** 登记填报进度: the report that is verified next. */
@Component
class RecordProgressReport implements FormStep<ProgressReport> {
    private final ProgressManagement progress;

    RecordProgressReport(ProgressManagement progress) {
        this.progress = progress;
    }

    @Override
    public Class<ProgressReport> form() {
        return ProgressReport.class;
    }

    @Override
    public void record(ProgressReport form, Step step) {
        step.set(ConstructionProcess.REPORT_ID, progress.report(step.caseId(), form, step.actor()));
    }
}
