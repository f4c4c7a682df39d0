package org.jiugai.review.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.review.ApprovalForm;
import org.jiugai.review.ApprovalManagement;
import org.springframework.stereotype.Component;

/** 登记方案批复. */
@Component
class RecordPlanApproval implements FormStep<ApprovalForm> {
    private final ApprovalManagement approvals;

    RecordPlanApproval(ApprovalManagement approvals) {
        this.approvals = approvals;
    }

    @Override
    public Class<ApprovalForm> form() {
        return ApprovalForm.class;
    }

    @Override
    public void record(ApprovalForm form, Step step) {
        approvals.decide(step.get(ReviewProcess.REVIEW_ID), form, step.actor());
        step.set(ReviewProcess.APPROVAL_DECISION, form.decision().name());
        step.set(ReviewProcess.PLAN_REVISION, ReviewProcess.PlanRevision.RETURNED.name());
        step.set(ReviewProcess.REVIEW_OUTCOME, "APPROVED");
    }
}
