package org.jiugai.review.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.jiugai.review.Condition;
import org.jiugai.review.RevisionManagement;
import org.springframework.stereotype.Component;

/** What the form {@code close-conditions} shows. */
@Component
class ConditionFacts implements TaskFacts {
    private final RevisionManagement revisions;
    private final ReviewTables tables;

    ConditionFacts(RevisionManagement revisions, ReviewTables tables) {
        this.revisions = revisions;
        this.tables = tables;
    }

    @Override
    public String form() {
        return "close-conditions";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        List<Condition> open = revisions.openConditions(ReviewProcess.REQUEST_ID.get(task));
        return Sheet.of(tables.plan(Step.CASE_ID.get(task)), tables.conditions("待落实条件", open))
                .withValue(
                        "checks",
                        open.stream().map(c -> Map.of("condition", c.id())).toList())
                .withOptions(
                        "conditions",
                        open.stream()
                                .map(c -> new Option(Long.toString(c.id()), c.content()))
                                .toList());
    }
}
