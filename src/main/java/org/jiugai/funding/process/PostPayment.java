package org.jiugai.funding.process;

import org.jiugai.engine.ServiceStep;
import org.jiugai.engine.Step;
import org.jiugai.funding.PaymentManagement;
import org.springframework.stereotype.Component;

/** 登记拨付入账: the posting of what the last step approved, in its transaction. */
@Component
class PostPayment implements ServiceStep {
    private final PaymentManagement payments;

    PostPayment(PaymentManagement payments) {
        this.payments = payments;
    }

    @Override
    public void perform(Step step) {
        payments.post(step.get(PaymentProcess.TRANCHE_ID), step.actor());
    }
}
