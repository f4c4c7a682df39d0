package org.jiugai.tender.process;

import org.jiugai.engine.ServiceStep;
import org.jiugai.engine.Step;
import org.jiugai.tender.ProcurementManagement;
import org.springframework.stereotype.Component;

/** 启动标段招标: each package that the case founded gets its tender; then asks whether there is anything to wait for. */
@Component
class StartTenders implements ServiceStep {
    private final ProcurementManagement procurement;

    StartTenders(ProcurementManagement procurement) {
        this.procurement = procurement;
    }

    @Override
    public void perform(Step step) {
        step.set(TenderProcess.CONTRACTS_SIGNED, procurement.startTenders(step.caseId()));
    }
}
