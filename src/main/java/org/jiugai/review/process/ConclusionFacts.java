package org.jiugai.review.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.jiugai.review.Conclusion;
import org.jiugai.review.ReviewManagement;
import org.jiugai.review.Tally;
import org.springframework.stereotype.Component;

/** What the form {@code conclude-review} shows. */
@Component
class ConclusionFacts implements TaskFacts {
    private final ReviewManagement reviews;
    private final ReviewTables tables;

    ConclusionFacts(ReviewManagement reviews, ReviewTables tables) {
        this.reviews = reviews;
        this.tables = tables;
    }

    @Override
    public String form() {
        return "conclude-review";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        long roundId = ReviewProcess.ROUND_ID.get(task);
        Conclusion proposal = Conclusion.valueOf(ReviewProcess.PROPOSAL.get(task));
        Tally tally = reviews.tally(roundId);
        Sheet sheet = Sheet.of(
                new Table(
                        "建议结论",
                        List.of("建议结论", "必审不同意", "参审不同意", "修改后同意", "同意"),
                        List.of(List.of(
                                proposal.label(),
                                Integer.toString(tally.mandatoryRefusals()),
                                Integer.toString(tally.advisoryRefusals()),
                                Integer.toString(tally.withChanges()),
                                Integer.toString(tally.agreed())))),
                tables.opinions(roundId),
                tables.conditions("修改条件", reviews.conditions(roundId)),
                tables.plan(Step.CASE_ID.get(task)));
        return proposal == Conclusion.CHAIR_DECIDES ? sheet : sheet.withValue("outcome", proposal.name());
    }
}
