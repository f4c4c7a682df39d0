package org.jiugai.funding.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.funding.PaymentApplication;
import org.jiugai.funding.PaymentManagement;
import org.springframework.stereotype.Component;

/** 登记付款申请 (task 41). */
@Component
class RecordApplication implements FormStep<PaymentApplication> {
    private final PaymentManagement payments;

    RecordApplication(PaymentManagement payments) {
        this.payments = payments;
    }

    @Override
    public Class<PaymentApplication> form() {
        return PaymentApplication.class;
    }

    @Override
    public void record(PaymentApplication form, Step step) {
        payments.apply(step.get(PaymentProcess.TRANCHE_ID), form, step.actor());
    }
}
