package org.jiugai.review.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.review.OpinionForm;
import org.jiugai.review.OpinionManagement;
import org.springframework.stereotype.Component;

/** 登记部门自行出具的意见: supersedes what was entered for it. */
@Component
class RecordOwnOpinion implements FormStep<OpinionForm> {
    private final OpinionManagement opinions;

    RecordOwnOpinion(OpinionManagement opinions) {
        this.opinions = opinions;
    }

    @Override
    public Class<OpinionForm> form() {
        return OpinionForm.class;
    }

    @Override
    public void record(OpinionForm form, Step step) {
        opinions.give(step.get(ReviewProcess.REQUEST_ID), form, step.actor());
    }
}
