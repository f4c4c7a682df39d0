package org.jiugai.tender.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.tender.ContractForm;
import org.jiugai.tender.ContractSigning;
import org.springframework.stereotype.Component;

/** Task 33: 登记合同. */
@Component
class RecordContract implements FormStep<ContractForm> {
    private final ContractSigning signing;

    RecordContract(ContractSigning signing) {
        this.signing = signing;
    }

    @Override
    public Class<ContractForm> form() {
        return ContractForm.class;
    }

    @Override
    public void record(ContractForm form, Step step) {
        step.set(
                TenderProcess.SIGNING,
                signing.sign(step.get(TenderProcess.PACKAGE_ID), form, step.actor())
                        .name());
    }
}
