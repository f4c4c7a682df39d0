package org.jiugai.formalities.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.jiugai.formalities.FormalitiesManagement;
import org.springframework.stereotype.Component;

/** Task 23 starts from the investment that the plan was approved with. */
@Component
class InitiationFacts implements TaskFacts {
    private final FormalitiesManagement formalities;

    InitiationFacts(FormalitiesManagement formalities) {
        this.formalities = formalities;
    }

    @Override
    public String form() {
        return "initiation";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        return Sheet.of()
                .withValue(
                        "estimateTotal",
                        formalities.approvedInvestment(Step.CASE_ID.get(task)).yuan());
    }
}
