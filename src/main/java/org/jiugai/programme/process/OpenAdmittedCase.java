package org.jiugai.programme.process;

import org.jiugai.engine.ServiceStep;
import org.jiugai.engine.Step;
import org.jiugai.programme.AdmissionManagement;
import org.springframework.stereotype.Component;

/** Opens the case of the admitted project. */
@Component
class OpenAdmittedCase implements ServiceStep {
    private final AdmissionManagement admission;

    OpenAdmittedCase(AdmissionManagement admission) {
        this.admission = admission;
    }

    @Override
    public void perform(Step step) {
        admission.openCase(step.get(AdmissionProcess.APPLICATION_ID), step.actor());
    }
}
