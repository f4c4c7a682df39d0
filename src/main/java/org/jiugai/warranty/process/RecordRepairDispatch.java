package org.jiugai.warranty.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.warranty.RepairDispatch;
import org.jiugai.warranty.RepairManagement;
import org.springframework.stereotype.Component;

/** 登记派修: the contractor is sent, or the defect is none of the warranty. */
@Component
class RecordRepairDispatch implements FormStep<RepairDispatch> {
    private final RepairManagement repairs;

    RecordRepairDispatch(RepairManagement repairs) {
        this.repairs = repairs;
    }

    @Override
    public Class<RepairDispatch> form() {
        return RepairDispatch.class;
    }

    @Override
    public void record(RepairDispatch form, Step step) {
        repairs.dispatch(step.get(WarrantyProcess.DEFECT_ID), form, step.actor());
        step.set(WarrantyProcess.DISPATCH, form.decision().name());
    }
}
