package org.jiugai.programme.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.programme.AdmissionManagement;
import org.jiugai.programme.ApplicationForm;
import org.springframework.stereotype.Component;

/** Records the completed application as a new entry; the first stays. */
@Component
class RecordApplicationSupplement implements FormStep<ApplicationForm> {
    private final AdmissionManagement admission;

    RecordApplicationSupplement(AdmissionManagement admission) {
        this.admission = admission;
    }

    @Override
    public Class<ApplicationForm> form() {
        return ApplicationForm.class;
    }

    @Override
    public void record(ApplicationForm form, Step step) {
        admission.enter(step.get(AdmissionProcess.APPLICATION_ID), form, step.actor());
    }
}
