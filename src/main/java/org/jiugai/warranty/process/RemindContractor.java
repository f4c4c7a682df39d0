package org.jiugai.warranty.process;

import org.jiugai.engine.ServiceStep;
import org.jiugai.engine.Step;
import org.jiugai.warranty.RepairManagement;
import org.springframework.stereotype.Component;

/** 催告施工单位: the time for the repair has passed. */
@Component
class RemindContractor implements ServiceStep {
    private final RepairManagement repairs;

    RemindContractor(RepairManagement repairs) {
        this.repairs = repairs;
    }

    @Override
    public void perform(Step step) {
        step.set(WarrantyProcess.UNHEEDED, repairs.remind(step.get(WarrantyProcess.DEFECT_ID)));
    }
}
