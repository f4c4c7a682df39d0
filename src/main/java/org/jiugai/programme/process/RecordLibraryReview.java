package org.jiugai.programme.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.programme.AdmissionManagement;
import org.jiugai.programme.LibraryReviewForm;
import org.springframework.stereotype.Component;

/** Records the review and whether the applicant must complete. */
@Component
class RecordLibraryReview implements FormStep<LibraryReviewForm> {
    private final AdmissionManagement admission;

    RecordLibraryReview(AdmissionManagement admission) {
        this.admission = admission;
    }

    @Override
    public Class<LibraryReviewForm> form() {
        return LibraryReviewForm.class;
    }

    @Override
    public void record(LibraryReviewForm form, Step step) {
        LibraryReviewForm.Decision decision =
                admission.review(step.get(AdmissionProcess.APPLICATION_ID), form, step.actor());
        step.set(AdmissionProcess.SUPPLEMENT_NEEDED, decision == LibraryReviewForm.Decision.SUPPLEMENT);
    }
}
