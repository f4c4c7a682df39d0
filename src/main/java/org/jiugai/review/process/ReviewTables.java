package org.jiugai.review.process;

import java.util.List;
import java.util.Objects;
import org.jiugai.engine.TaskFacts.Table;
import org.jiugai.policy.Parameters.Weight;
import org.jiugai.review.Concluded;
import org.jiugai.review.Condition;
import org.jiugai.review.PlanSheet;
import org.jiugai.review.ReviewManagement;
import org.jiugai.review.Round;
import org.jiugai.review.Standing;
import org.springframework.stereotype.Component;

/** Tables that several forms of the review show. */
@Component
class ReviewTables {
    private final ReviewManagement reviews;
    private final PlanSheet plan;

    ReviewTables(ReviewManagement reviews, PlanSheet plan) {
        this.reviews = reviews;
        this.plan = plan;
    }

    /** The plan as it stands, one row for each community. */
    Table plan(long caseId) {
        return new Table("改造方案", PlanSheet.COLUMNS, plan.rows(caseId));
    }

    /** Every opinion of a round. */
    Table opinions(long roundId) {
        Round round = reviews.round(roundId);
        return new Table(
                "第" + round.roundNo() + "轮部门意见",
                List.of("部门", "性质", "意见", "法律依据", "意见说明", "审查人", "出具日期"),
                reviews.standings(roundId).stream().map(ReviewTables::row).toList());
    }

    private static List<String> row(Standing s) {
        return List.of(
                s.bodyName(),
                s.weight() == Weight.MANDATORY ? "必审" : "参审",
                s.shown(),
                text(s.legalGround()),
                text(s.explanation()),
                text(s.reviewer()),
                text(s.happenedOn()));
    }

    Table conditions(String title, List<Condition> conditions) {
        return new Table(
                title,
                List.of("部门", "序号", "条件", "落实情况"),
                conditions.stream()
                        .map(c -> List.of(c.bodyName(), Integer.toString(c.itemNo()), c.content(), c.shown()))
                        .toList());
    }

    Table conclusion(long roundId) {
        return new Table(
                "联审结论",
                List.of("纪要编号", "建议结论", "结论", "理由", "日期"),
                reviews.conclusion(roundId).stream().map(ReviewTables::row).toList());
    }

    private static List<String> row(Concluded c) {
        return List.of(
                c.minutesNo(),
                c.proposal().label(),
                c.outcome().label(),
                text(c.overrideReason()),
                text(c.happenedOn()));
    }

    static String text(@org.jspecify.annotations.Nullable Object value) {
        return Objects.toString(value, "—");
    }
}
