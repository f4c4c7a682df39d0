package org.jiugai.review.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.review.ApprovalManagement;
import org.jiugai.review.FilingForm;
import org.springframework.stereotype.Component;

/** 登记方案备案. */
@Component
class RecordFiling implements FormStep<FilingForm> {
    private final ApprovalManagement approvals;

    RecordFiling(ApprovalManagement approvals) {
        this.approvals = approvals;
    }

    @Override
    public Class<FilingForm> form() {
        return FilingForm.class;
    }

    @Override
    public void record(FilingForm form, Step step) {
        approvals.file(step.get(ReviewProcess.REVIEW_ID), form, step.actor());
    }
}
