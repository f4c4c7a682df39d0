package org.jiugai.casefile.process;

import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.Stage;
import org.jiugai.engine.ServiceStep;
import org.jiugai.engine.Step;
import org.springframework.stereotype.Component;

/** 归档办结: everything is done, the case is closed. */
@Component
class ArchiveCase implements ServiceStep {
    private final CaseManagement cases;

    ArchiveCase(CaseManagement cases) {
        this.cases = cases;
    }

    @Override
    public void perform(Step step) {
        cases.reach(step.caseId(), Stage.ARCHIVED);
        cases.close(step.caseId(), "归档办结");
    }
}
