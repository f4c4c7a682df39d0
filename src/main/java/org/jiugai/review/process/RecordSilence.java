package org.jiugai.review.process;

import org.jiugai.engine.ServiceStep;
import org.jiugai.engine.Step;
import org.jiugai.review.OpinionManagement;
import org.springframework.stereotype.Component;

/** 登记默示同意. */
@Component
class RecordSilence implements ServiceStep {
    private final OpinionManagement opinions;

    RecordSilence(OpinionManagement opinions) {
        this.opinions = opinions;
    }

    @Override
    public void perform(Step step) {
        opinions.consentBySilence(step.get(ReviewProcess.REQUEST_ID));
    }
}
