package org.jiugai.programme.process;

import org.jiugai.programme.AdmissionManagement;
import org.springframework.stereotype.Component;

/** {@code ${admissionFigures.…}} in the model: what the outcome table decides on. */
@Component("admissionFigures")
// public: the expression language calls methods of public classes only
public class AdmissionFigures {
    private final AdmissionManagement admission;

    AdmissionFigures(AdmissionManagement admission) {
        this.admission = admission;
    }

    public int failedRequired(long applicationId) {
        return admission.figures(applicationId).failedRequired();
    }

    public int failedPriority(long applicationId) {
        return admission.figures(applicationId).failedPriority();
    }

    public String requestedTier(long applicationId) {
        return admission.figures(applicationId).requestedTier();
    }

    public String override(long applicationId) {
        return admission.figures(applicationId).override();
    }
}
