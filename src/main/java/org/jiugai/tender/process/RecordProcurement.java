package org.jiugai.tender.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.tender.ProcurementForm;
import org.jiugai.tender.ProcurementManagement;
import org.springframework.stereotype.Component;

/** Task 28: 登记采购判定. */
@Component
class RecordProcurement implements FormStep<ProcurementForm> {
    private final ProcurementManagement procurement;

    RecordProcurement(ProcurementManagement procurement) {
        this.procurement = procurement;
    }

    @Override
    public Class<ProcurementForm> form() {
        return ProcurementForm.class;
    }

    @Override
    public void record(ProcurementForm form, Step step) {
        procurement.decide(step.caseId(), form, step.actor());
    }
}
