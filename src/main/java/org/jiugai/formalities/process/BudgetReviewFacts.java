package org.jiugai.formalities.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.jiugai.formalities.FormalitiesManagement;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.Share;
import org.jiugai.policy.Parameters;
import org.springframework.stereotype.Component;

/** Task 24 shows what was approved and how far the review may go above it. */
@Component
class BudgetReviewFacts implements TaskFacts {
    private final FormalitiesManagement formalities;
    private final CaseManagement cases;

    BudgetReviewFacts(FormalitiesManagement formalities, CaseManagement cases) {
        this.formalities = formalities;
        this.cases = cases;
    }

    @Override
    public String form() {
        return "budget-review";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        long caseId = Step.CASE_ID.get(task);
        Money approved = formalities.approvedEstimate(caseId);
        Share tolerance = cases.parameter(caseId, Parameters.ESTIMATE_TOLERANCE);
        return Sheet.of(new Table(
                "批准总投资",
                List.of("批准总投资（元）", "允许超出", "超出即退回立项（元）"),
                List.of(List.of(
                        approved.shown(),
                        tolerance.percent() + "%",
                        approved.plus(approved.times(tolerance)).shown()))));
    }
}
