package org.jiugai.programme.process;

import org.jiugai.engine.ServiceStep;
import org.jiugai.engine.Step;
import org.jiugai.programme.AdmissionManagement;
import org.jiugai.programme.LibraryTier;
import org.springframework.stereotype.Component;

/** Records the tier of the library in which the application ends. */
@Component
class RecordLibraryOutcome implements ServiceStep {
    private final AdmissionManagement admission;

    RecordLibraryOutcome(AdmissionManagement admission) {
        this.admission = admission;
    }

    @Override
    public void perform(Step step) {
        admission.conclude(
                step.get(AdmissionProcess.APPLICATION_ID),
                LibraryTier.valueOf(step.get(AdmissionProcess.LIBRARY_OUTCOME)));
    }
}
