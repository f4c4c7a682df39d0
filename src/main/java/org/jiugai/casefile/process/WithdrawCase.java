package org.jiugai.casefile.process;

import org.jiugai.casefile.CaseManagement;
import org.jiugai.engine.ServiceStep;
import org.jiugai.engine.Step;
import org.springframework.stereotype.Component;

/** 调出退库: the case leaves the programme, whose number is open again. */
@Component
class WithdrawCase implements ServiceStep {
    private final CaseManagement cases;

    WithdrawCase(CaseManagement cases) {
        this.cases = cases;
    }

    @Override
    public void perform(Step step) {
        cases.close(step.caseId(), "调出退库");
    }
}
