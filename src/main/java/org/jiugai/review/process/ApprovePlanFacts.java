package org.jiugai.review.process;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.jiugai.review.PlanSheet;
import org.jiugai.review.ReviewManagement;
import org.springframework.stereotype.Component;

/** What the form {@code approve-plan} shows. */
@Component
class ApprovePlanFacts implements TaskFacts {
    private final ReviewManagement reviews;
    private final PlanSheet plan;
    private final ReviewTables tables;
    private final Clock clock;

    ApprovePlanFacts(ReviewManagement reviews, PlanSheet plan, ReviewTables tables, Clock clock) {
        this.reviews = reviews;
        this.plan = plan;
        this.tables = tables;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "approve-plan";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        long caseId = Step.CASE_ID.get(task);
        long roundId = ReviewProcess.ROUND_ID.get(task);
        return Sheet.of(
                        tables.plan(caseId),
                        tables.conclusion(roundId),
                        tables.opinions(roundId),
                        tables.conditions("修改条件", reviews.conditions(roundId)))
                .withValue("approvedInvestment", plan.estimate(caseId))
                .withValue("validUntil", LocalDate.now(clock).plusMonths(12).toString());
    }
}
