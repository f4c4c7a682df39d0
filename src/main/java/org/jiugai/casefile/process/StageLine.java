package org.jiugai.casefile.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.Stage;
import org.jiugai.engine.Step;
import org.springframework.stereotype.Component;

/** {@code ${stageLine.…}} on the call activities of the backbone: the case reaches and leaves its stages. */
// public: the expression language calls methods of public classes only
@Component("stageLine")
public class StageLine {
    private final CaseManagement cases;

    StageLine(CaseManagement cases) {
        this.cases = cases;
    }

    public void reach(DelegateExecution execution, String stage) {
        cases.reach(Step.CASE_ID.get(execution), Stage.valueOf(stage));
    }

    public void leave(DelegateExecution execution, String stage) {
        cases.leave(Step.CASE_ID.get(execution), Stage.valueOf(stage));
    }
}
