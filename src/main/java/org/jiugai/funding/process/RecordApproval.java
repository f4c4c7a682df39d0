package org.jiugai.funding.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.funding.ApprovalStep;
import org.jiugai.funding.PaymentApproval;
import org.jiugai.funding.PaymentManagement;
import org.springframework.stereotype.Component;

/** 登记审核意见 (task 42): the same for every step of the chain; the model says which step it is. */
@Component
class RecordApproval implements FormStep<PaymentApproval> {
    private final PaymentManagement payments;

    RecordApproval(PaymentManagement payments) {
        this.payments = payments;
    }

    @Override
    public Class<PaymentApproval> form() {
        return PaymentApproval.class;
    }

    @Override
    public void record(PaymentApproval form, Step step) {
        ApprovalStep taken = ApprovalStep.valueOf(step.get(PaymentProcess.APPROVAL_STEP));
        payments.decide(step.get(PaymentProcess.TRANCHE_ID), taken, form, step.actor());
        step.set(PaymentProcess.DECISION, form.decision().name());
        step.set(PaymentProcess.RETURN_TO, String.valueOf(form.returnTo()));
    }
}
