package org.jiugai.formalities.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.formalities.FormalitiesManagement;
import org.jiugai.formalities.PermitsForm;
import org.springframework.stereotype.Component;

/** Task 25: 登记许可判定. */
@Component
class RecordPermits implements FormStep<PermitsForm> {
    private final FormalitiesManagement formalities;

    RecordPermits(FormalitiesManagement formalities) {
        this.formalities = formalities;
    }

    @Override
    public Class<PermitsForm> form() {
        return PermitsForm.class;
    }

    @Override
    public void record(PermitsForm form, Step step) {
        formalities.decidePermits(step.caseId(), form, step.actor());
    }
}
