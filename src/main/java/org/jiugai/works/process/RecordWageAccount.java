package org.jiugai.works.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.works.StartManagement;
import org.jiugai.works.WageAccount;
import org.springframework.stereotype.Component;

/** 登记工资专户: account and deposit for the wages of migrant workers. */
@Component
class RecordWageAccount implements FormStep<WageAccount> {
    private final StartManagement start;

    RecordWageAccount(StartManagement start) {
        this.start = start;
    }

    @Override
    public Class<WageAccount> form() {
        return WageAccount.class;
    }

    @Override
    public void record(WageAccount form, Step step) {
        start.registerWageAccount(step.caseId(), form, step.actor());
    }
}
