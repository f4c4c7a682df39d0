package org.jiugai.works.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.works.ProgressManagement;
import org.jiugai.works.ProgressVerdict;
import org.springframework.stereotype.Component;

/** 登记进度确认结论: the next period, the last one, or once more. */
@Component
class RecordProgressConfirmation implements FormStep<ProgressVerdict> {
    private final ProgressManagement progress;

    RecordProgressConfirmation(ProgressManagement progress) {
        this.progress = progress;
    }

    @Override
    public Class<ProgressVerdict> form() {
        return ProgressVerdict.class;
    }

    @Override
    public void record(ProgressVerdict form, Step step) {
        boolean complete = progress.confirm(step.get(ConstructionProcess.REPORT_ID), form, step.actor());
        step.set(ConstructionProcess.EMPLOYER_VERDICT, form.decision().name());
        step.set(ConstructionProcess.COMPLETE, complete);
    }
}
