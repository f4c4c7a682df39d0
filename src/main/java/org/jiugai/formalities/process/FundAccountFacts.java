package org.jiugai.formalities.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.jiugai.formalities.FormalitiesManagement;
import org.springframework.stereotype.Component;

/** Task 26 shows the amount that the sources must add up to. */
@Component
class FundAccountFacts implements TaskFacts {
    private final FormalitiesManagement formalities;

    FundAccountFacts(FormalitiesManagement formalities) {
        this.formalities = formalities;
    }

    @Override
    public String form() {
        return "fund-account";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        long caseId = Step.CASE_ID.get(task);
        return Sheet.of(new Table(
                "资金总额",
                List.of("批准总投资（元）", "居民出资已收（元）"),
                List.of(List.of(
                        formalities.approvedEstimate(caseId).shown(),
                        formalities.residentsCollected(caseId).shown()))));
    }
}
