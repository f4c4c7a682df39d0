package org.jiugai.works.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.works.ProgressManagement;
import org.jiugai.works.ProgressVerdict;
import org.springframework.stereotype.Component;

/** 登记监理审核结论: on to the employer, or back to the contractor. */
@Component
class RecordProgressVerification implements FormStep<ProgressVerdict> {
    private final ProgressManagement progress;

    RecordProgressVerification(ProgressManagement progress) {
        this.progress = progress;
    }

    @Override
    public Class<ProgressVerdict> form() {
        return ProgressVerdict.class;
    }

    @Override
    public void record(ProgressVerdict form, Step step) {
        progress.verify(step.get(ConstructionProcess.REPORT_ID), form, step.actor());
        step.set(ConstructionProcess.SUPERVISOR_VERDICT, form.decision().name());
    }
}
