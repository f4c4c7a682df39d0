package org.jiugai.warranty.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.warranty.Repair;
import org.jiugai.warranty.RepairManagement;
import org.springframework.stereotype.Component;

/** 登记维修情况: ready to be checked. */
@Component
class RecordRepair implements FormStep<Repair> {
    private final RepairManagement repairs;

    RecordRepair(RepairManagement repairs) {
        this.repairs = repairs;
    }

    @Override
    public Class<Repair> form() {
        return Repair.class;
    }

    @Override
    public void record(Repair form, Step step) {
        repairs.repair(step.get(WarrantyProcess.DEFECT_ID), form, step.actor());
    }
}
