package org.jiugai.review.process;

import org.jiugai.engine.ServiceStep;
import org.jiugai.engine.Step;
import org.jiugai.review.ReviewManagement;
import org.springframework.stereotype.Component;

/** 开启联审轮次. */
@Component
class OpenReviewRound implements ServiceStep {
    private final ReviewManagement reviews;

    OpenReviewRound(ReviewManagement reviews) {
        this.reviews = reviews;
    }

    @Override
    public void perform(Step step) {
        step.set(ReviewProcess.ROUND_ID, reviews.openRound(step.get(ReviewProcess.REVIEW_ID)));
    }
}
