package org.jiugai.settlement.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.settlement.SettlementAccount;
import org.jiugai.settlement.SettlementManagement;
import org.springframework.stereotype.Component;

/** 登记送审结算: one more submission. */
@Component
class RecordSettlementAccount implements FormStep<SettlementAccount> {
    private final SettlementManagement settlement;

    RecordSettlementAccount(SettlementManagement settlement) {
        this.settlement = settlement;
    }

    @Override
    public Class<SettlementAccount> form() {
        return SettlementAccount.class;
    }

    @Override
    public void record(SettlementAccount form, Step step) {
        step.set(SettlementProcess.SUBMISSION_ID, settlement.submit(step.caseId(), form, step.actor()));
    }
}
