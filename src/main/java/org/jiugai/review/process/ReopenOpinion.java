package org.jiugai.review.process;

import org.jiugai.engine.ServiceStep;
import org.jiugai.engine.Step;
import org.springframework.stereotype.Component;

/** 受理意见异议: the contested request becomes this branch's own. */
@Component
class ReopenOpinion implements ServiceStep {
    @Override
    public void perform(Step step) {
        step.setLocal(ReviewProcess.REQUEST_ID, step.get(ReviewProcess.CONTESTED_REQUEST_ID));
    }
}
