package org.jiugai.tender.process;

import org.jiugai.engine.ServiceStep;
import org.jiugai.engine.Step;
import org.jiugai.tender.TenderProcedure;
import org.springframework.stereotype.Component;

/** 重新组织招标: closes the failed round. */
@Component
class ReopenTender implements ServiceStep {
    private final TenderProcedure procedure;

    ReopenTender(TenderProcedure procedure) {
        this.procedure = procedure;
    }

    @Override
    public void perform(Step step) {
        procedure.reopen(step.get(TenderProcess.PACKAGE_ID));
    }
}
