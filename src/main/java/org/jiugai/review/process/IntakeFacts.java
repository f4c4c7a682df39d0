package org.jiugai.review.process;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.jiugai.policy.Parameters;
import org.jiugai.review.ReviewManagement;
import org.jiugai.review.ReviewManagement.BodyChoice;
import org.jiugai.review.ReviewSeats;
import org.springframework.stereotype.Component;

/** What the form {@code review-intake} shows. */
@Component
class IntakeFacts implements TaskFacts {
    private final ReviewManagement reviews;
    private final ReviewSeats seats;
    private final CaseManagement cases;
    private final ReviewTables tables;

    IntakeFacts(ReviewManagement reviews, ReviewSeats seats, CaseManagement cases, ReviewTables tables) {
        this.reviews = reviews;
        this.seats = seats;
        this.cases = cases;
        this.tables = tables;
    }

    @Override
    public String form() {
        return "review-intake";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        long caseId = Step.CASE_ID.get(task);
        List<BodyChoice> choices = reviews.choices(caseId);
        return Sheet.of(
                        tables.plan(caseId),
                        new Table("召集单位", List.of("单位"), List.of(List.of(seats.chairName(caseId)))))
                .withValue("materials", materials(caseId))
                .withValue("participants", choices.stream().map(BodyChoice::key).toList())
                .withOptions(
                        "participants",
                        choices.stream()
                                .map(c -> new Option(c.key(), c.name() + (c.mandatory() ? "（必审）" : "（参审）")))
                                .toList());
    }

    /** The chapters that the policy asks of a plan, and what goes with them (book 1.4 D1). */
    private List<Map<String, String>> materials(long caseId) {
        return Stream.concat(
                        cases.parameter(caseId, Parameters.PLAN_CHAPTERS).stream()
                                .map(c -> "方案章节：" + c),
                        Stream.of("设计图纸", "投资估算书", "资金来源说明（合计等于估算）"))
                .map(name -> Map.of("name", name))
                .toList();
    }
}
