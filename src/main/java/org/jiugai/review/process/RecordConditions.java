package org.jiugai.review.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.review.ConditionsForm;
import org.jiugai.review.RevisionManagement;
import org.springframework.stereotype.Component;

/** 登记条件落实情况. */
@Component
class RecordConditions implements FormStep<ConditionsForm> {
    private final RevisionManagement revisions;

    RecordConditions(RevisionManagement revisions) {
        this.revisions = revisions;
    }

    @Override
    public Class<ConditionsForm> form() {
        return ConditionsForm.class;
    }

    @Override
    public void record(ConditionsForm form, Step step) {
        revisions.checkConditions(step.get(ReviewProcess.REQUEST_ID), form, step.actor());
    }
}
