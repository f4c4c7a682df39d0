package org.jiugai.review.process;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskCreation;
import org.jiugai.review.OpinionManagement;
import org.jiugai.review.Request;
import org.jiugai.review.ReviewSeats;
import org.jiugai.review.ReviewSeats.SeatOf;
import org.springframework.stereotype.Component;

/** Says on a task of the review for which body it is, and why the renovation office has it when nobody holds the seat. */
@Component
class ReviewTaskNote implements TaskCreation {
    private static final Map<String, SeatOf> SEATS = Map.of(
            "userTask_checkMaterials", SeatOf.CHAIR,
            "userTask_concludeReview", SeatOf.CHAIR,
            "userTask_compareRevision", SeatOf.CHAIR,
            "userTask_approvePlan", SeatOf.APPROVER,
            "userTask_filePlan", SeatOf.FILER);
    private final ReviewSeats seats;
    private final OpinionManagement opinions;

    ReviewTaskNote(ReviewSeats seats, OpinionManagement opinions) {
        this.seats = seats;
        this.opinions = opinions;
    }

    @Override
    public void created(DelegateTask task) {
        if (!task.getProcessDefinitionId().startsWith("joint-review:")) return;
        SeatOf seat = SEATS.get(task.getTaskDefinitionKey());
        (seat == null
                        ? ofBody(task)
                        : seats.vacancy(Step.CASE_ID.get(task), seat).map(ReviewTaskNote::vacant))
                .ifPresent(task::setDescription);
    }

    private Optional<String> ofBody(DelegateTask task) {
        Long requestId = ReviewProcess.REQUEST_ID.find(task);
        if (requestId == null) return Optional.empty();
        Request request = opinions.request(requestId);
        return Optional.of(
                request.office() == null
                        ? vacant(request.bodyName())
                        : "由" + request.bodyName() + "办理；其盖章纸质意见可由旧改办或社区代录。");
    }

    private static String vacant(String role) {
        return "本案没有单位承担“" + role + "”，暂由旧改办办理；请系统管理员登记该单位。";
    }
}
