package org.jiugai.review.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.jiugai.review.Condition;
import org.jiugai.review.PlanSheet;
import org.jiugai.review.ReviewManagement;
import org.jiugai.review.Round;
import org.springframework.stereotype.Component;

/** What the form {@code classify-modification} shows. */
@Component
class ModificationFacts implements TaskFacts {
    private final ReviewManagement reviews;
    private final ModificationFigures figures;
    private final PlanSheet plan;
    private final ReviewTables tables;

    ModificationFacts(ReviewManagement reviews, ModificationFigures figures, PlanSheet plan, ReviewTables tables) {
        this.reviews = reviews;
        this.figures = figures;
        this.plan = plan;
        this.tables = tables;
    }

    @Override
    public String form() {
        return "classify-modification";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        long caseId = Step.CASE_ID.get(task);
        Round round = reviews.round(ReviewProcess.ROUND_ID.get(task));
        List<Condition> conditions = reviews.conditions(round.id());
        Sheet sheet = Sheet.of(
                        new Table(
                                "联审时的方案",
                                List.of("方案版本", "投资估算(元)", "户数", "重大修改的估算变动比例"),
                                List.of(List.of(
                                        ReviewTables.text(round.planVersions()),
                                        round.estimate().shown(),
                                        Integer.toString(round.households()),
                                        figures.majorShare(caseId).percent() + "%"))),
                        tables.plan(caseId),
                        tables.conditions("修改条件", conditions))
                .withValue("revisedEstimate", plan.estimate(caseId))
                .withValue("revisedHouseholds", round.households())
                .withOptions(
                        "affectedBodies",
                        reviews.standings(round.id()).stream()
                                .map(s -> new Option(Long.toString(s.requestId()), s.bodyName() + "：" + s.shown()))
                                .toList())
                .withOptions(
                        "reopenedConditions",
                        conditions.stream()
                                .filter(Condition::closed)
                                .map(c -> new Option(Long.toString(c.id()), c.bodyName() + "：" + c.content()))
                                .toList());
        for (Map.Entry<String, Boolean> change :
                plan.changesSince(caseId, round.id()).entrySet()) {
            sheet = sheet.withValue(change.getKey(), change.getValue());
        }
        return sheet;
    }
}
