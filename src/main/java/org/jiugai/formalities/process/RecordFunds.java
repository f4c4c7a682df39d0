package org.jiugai.formalities.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.formalities.FormalitiesManagement;
import org.jiugai.formalities.FundsForm;
import org.springframework.stereotype.Component;

/** Task 26: 登记资金来源. */
@Component
class RecordFunds implements FormStep<FundsForm> {
    private final FormalitiesManagement formalities;

    RecordFunds(FormalitiesManagement formalities) {
        this.formalities = formalities;
    }

    @Override
    public Class<FundsForm> form() {
        return FundsForm.class;
    }

    @Override
    public void record(FundsForm form, Step step) {
        formalities.secureFunds(step.caseId(), form, step.actor());
    }
}
