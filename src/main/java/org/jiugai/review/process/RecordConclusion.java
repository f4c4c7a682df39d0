package org.jiugai.review.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.review.Conclusion;
import org.jiugai.review.ConclusionForm;
import org.jiugai.review.ReviewManagement;
import org.jiugai.review.process.ReviewProcess.PlanRevision;
import org.springframework.stereotype.Component;

/** 登记联审结论. */
@Component
class RecordConclusion implements FormStep<ConclusionForm> {
    private final ReviewManagement reviews;

    RecordConclusion(ReviewManagement reviews) {
        this.reviews = reviews;
    }

    @Override
    public Class<ConclusionForm> form() {
        return ConclusionForm.class;
    }

    @Override
    public void record(ConclusionForm form, Step step) {
        Conclusion proposal = Conclusion.valueOf(step.get(ReviewProcess.PROPOSAL));
        reviews.conclude(step.get(ReviewProcess.ROUND_ID), proposal, form, step.actor());
        step.set(ReviewProcess.CONCLUSION, form.outcome().name());
        step.set(ReviewProcess.PLAN_REVISION, reasonFor(form.outcome()).name());
    }

    private static PlanRevision reasonFor(Conclusion outcome) {
        return switch (outcome) {
            case CONDITIONAL -> PlanRevision.CONDITIONS;
            case REJECTED -> PlanRevision.REJECTED;
            default -> PlanRevision.NONE;
        };
    }
}
