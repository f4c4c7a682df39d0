package org.jiugai.warranty.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.warranty.RepairCheck;
import org.jiugai.warranty.RepairManagement;
import org.springframework.stereotype.Component;

/** 登记维修验收: closed, repaired again, or done by others. */
@Component
class RecordRepairCheck implements FormStep<RepairCheck> {
    private final RepairManagement repairs;

    RecordRepairCheck(RepairManagement repairs) {
        this.repairs = repairs;
    }

    @Override
    public Class<RepairCheck> form() {
        return RepairCheck.class;
    }

    @Override
    public void record(RepairCheck form, Step step) {
        repairs.check(step.get(WarrantyProcess.DEFECT_ID), form, step.actor());
        step.set(WarrantyProcess.CHECK, form.result().name());
    }
}
