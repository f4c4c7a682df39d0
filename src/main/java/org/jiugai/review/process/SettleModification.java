package org.jiugai.review.process;

import org.jiugai.engine.ServiceStep;
import org.jiugai.engine.Step;
import org.jiugai.review.RevisionManagement;
import org.springframework.stereotype.Component;

/** 确定修改性质. */
@Component
class SettleModification implements ServiceStep {
    private final RevisionManagement revisions;

    SettleModification(RevisionManagement revisions) {
        this.revisions = revisions;
    }

    @Override
    public void perform(Step step) {
        step.set(
                ReviewProcess.PLAN_REVISION,
                revisions
                        .settle(step.get(ReviewProcess.MODIFICATION_ID), step.get(ReviewProcess.MAJOR_GROUNDS))
                        .name());
    }
}
