package org.jiugai.programme.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.programme.AdmissionManagement;
import org.jiugai.programme.OverrideForm;
import org.springframework.stereotype.Component;

/** Records what the leading group decided on the exception. */
@Component
class RecordAdmissionOverride implements FormStep<OverrideForm> {
    private final AdmissionManagement admission;

    RecordAdmissionOverride(AdmissionManagement admission) {
        this.admission = admission;
    }

    @Override
    public Class<OverrideForm> form() {
        return OverrideForm.class;
    }

    @Override
    public void record(OverrideForm form, Step step) {
        admission.override(step.get(AdmissionProcess.APPLICATION_ID), form, step.actor());
    }
}
