package org.jiugai.review.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.springframework.stereotype.Component;

/** What the form {@code expert-review} shows. */
@Component
class ExpertFacts implements TaskFacts {
    private final ReviewTables tables;

    ExpertFacts(ReviewTables tables) {
        this.tables = tables;
    }

    @Override
    public String form() {
        return "expert-review";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        return Sheet.of(tables.plan(Step.CASE_ID.get(task)));
    }
}
