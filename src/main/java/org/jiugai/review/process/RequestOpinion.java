package org.jiugai.review.process;

import org.jiugai.engine.ServiceStep;
import org.jiugai.engine.Step;
import org.springframework.stereotype.Component;

/** 送达征求意见: the answer to the boundary condition exists from the start, for this body alone. */
@Component
class RequestOpinion implements ServiceStep {
    @Override
    public void perform(Step step) {
        step.setLocal(ReviewProcess.CONSENT_BY_SILENCE, false);
    }
}
