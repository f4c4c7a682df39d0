package org.jiugai.review.process;

import org.jiugai.engine.ServiceStep;
import org.jiugai.engine.Step;
import org.jiugai.review.RevisionManagement;
import org.springframework.stereotype.Component;

/** 登记公示结果. */
@Component
class RecordNotice implements ServiceStep {
    private final RevisionManagement revisions;

    RecordNotice(RevisionManagement revisions) {
        this.revisions = revisions;
    }

    @Override
    public void perform(Step step) {
        revisions.recordNotice(
                step.get(ReviewProcess.ROUND_ID),
                step.get(ReviewProcess.COMMUNITY_ID),
                step.get(ReviewProcess.NOTICE_OUTCOME));
        step.set(ReviewProcess.PLAN_REVISION, ReviewProcess.PlanRevision.OBJECTION.name());
    }
}
