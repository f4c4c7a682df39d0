package org.jiugai.review.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.review.ModificationForm;
import org.jiugai.review.RevisionManagement;
import org.springframework.stereotype.Component;

/** 登记修改情况. */
@Component
class RecordModification implements FormStep<ModificationForm> {
    private final RevisionManagement revisions;

    RecordModification(RevisionManagement revisions) {
        this.revisions = revisions;
    }

    @Override
    public Class<ModificationForm> form() {
        return ModificationForm.class;
    }

    @Override
    public void record(ModificationForm form, Step step) {
        step.set(ReviewProcess.MODIFICATION_ID, revisions.record(step.get(ReviewProcess.ROUND_ID), form, step.actor()));
    }
}
