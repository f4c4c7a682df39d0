package org.jiugai.review.process;

import org.jiugai.engine.ServiceStep;
import org.jiugai.engine.Step;
import org.jiugai.review.OpinionManagement;
import org.springframework.stereotype.Component;

/** 登记意见逾期: to the renovation office, or consent by silence where the policy says so. */
@Component
class NoteOverdue implements ServiceStep {
    private final OpinionManagement opinions;

    NoteOverdue(OpinionManagement opinions) {
        this.opinions = opinions;
    }

    @Override
    public void perform(Step step) {
        step.set(ReviewProcess.CONSENT_BY_SILENCE, opinions.becomesOverdue(step.get(ReviewProcess.REQUEST_ID)));
    }
}
