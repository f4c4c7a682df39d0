package org.jiugai.formalities.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.formalities.FormalitiesManagement;
import org.jiugai.formalities.InitiationForm;
import org.springframework.stereotype.Component;

/** Task 23: 登记立项批复. */
@Component
class RecordInitiation implements FormStep<InitiationForm> {
    private final FormalitiesManagement formalities;

    RecordInitiation(FormalitiesManagement formalities) {
        this.formalities = formalities;
    }

    @Override
    public Class<InitiationForm> form() {
        return InitiationForm.class;
    }

    @Override
    public void record(InitiationForm form, Step step) {
        formalities.initiate(step.caseId(), form, step.actor());
    }
}
