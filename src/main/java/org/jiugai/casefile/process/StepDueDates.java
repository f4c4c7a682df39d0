package org.jiugai.casefile.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jiugai.casefile.CaseDueDates;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.engine.Step;
import org.springframework.stereotype.Component;

/** {@code ${due.on(execution,'department-opinion')}} in models: the end of the last day of the step's period. */
// public: the expression language calls methods of public classes only
@Component("due")
public class StepDueDates {
    private final CaseDueDates dueDates;

    StepDueDates(CaseDueDates dueDates) {
        this.dueDates = dueDates;
    }

    public Date on(DelegateExecution execution, String step) {
        return CaseManagement.endOf(
                dueDates.of(Step.CASE_ID.get(execution), step).effective());
    }
}
