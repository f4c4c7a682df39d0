package org.jiugai.review.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.review.IntakeForm;
import org.jiugai.review.ReviewManagement;
import org.springframework.stereotype.Component;

/** 登记受理结果. */
@Component
class RecordIntake implements FormStep<IntakeForm> {
    private final ReviewManagement reviews;

    RecordIntake(ReviewManagement reviews) {
        this.reviews = reviews;
    }

    @Override
    public Class<IntakeForm> form() {
        return IntakeForm.class;
    }

    @Override
    public void record(IntakeForm form, Step step) {
        step.set(ReviewProcess.REVIEW_ID, reviews.takeIn(step.caseId(), form, step.actor()));
        step.set(ReviewProcess.INTAKE_DECISION, form.decision().name());
        step.set(ReviewProcess.PLAN_REVISION, ReviewProcess.PlanRevision.SUPPLEMENT.name());
        step.set(ReviewProcess.REVIEW_OUTCOME, "REJECTED");
    }
}
