package org.jiugai.review.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.jiugai.review.OpinionManagement;
import org.jiugai.review.Request;
import org.jiugai.review.ReviewManagement;
import org.jiugai.review.Standing;
import org.springframework.stereotype.Component;

/** What the form {@code department-opinion} shows. */
@Component
class OpinionFacts implements TaskFacts {
    private final OpinionManagement opinions;
    private final ReviewManagement reviews;
    private final ReviewTables tables;

    OpinionFacts(OpinionManagement opinions, ReviewManagement reviews, ReviewTables tables) {
        this.opinions = opinions;
        this.reviews = reviews;
        this.tables = tables;
    }

    @Override
    public String form() {
        return "department-opinion";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        long requestId = ReviewProcess.REQUEST_ID.get(task);
        Request request = opinions.request(requestId);
        List<Standing> earlier = opinions.earlier(requestId);
        return Sheet.of(
                new Table(
                        "征求意见",
                        List.of("部门", "轮次", "期限", "催办督办"),
                        List.of(List.of(
                                request.bodyName(),
                                "第" + reviews.round(request.roundId()).roundNo() + "轮",
                                request.dueOn().toString(),
                                ReviewTables.text(String.join("；", opinions.events(requestId)))))),
                tables.plan(Step.CASE_ID.get(task)),
                new Table(
                        "本部门以往意见",
                        List.of("轮次", "意见", "意见说明", "日期"),
                        earlier.stream().map(this::row).toList()),
                tables.conditions(
                        "本部门以往条件",
                        earlier.stream()
                                .flatMap(s -> reviews.conditions(s.roundId()).stream()
                                        .filter(c -> c.requestId() == s.requestId()))
                                .toList()));
    }

    private List<String> row(Standing s) {
        return List.of(
                "第" + reviews.round(s.roundId()).roundNo() + "轮",
                s.shown(),
                ReviewTables.text(s.explanation()),
                ReviewTables.text(s.happenedOn()));
    }
}
