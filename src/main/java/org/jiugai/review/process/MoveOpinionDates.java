package org.jiugai.review.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jiugai.casefile.PeriodRecounted;
import org.jiugai.casefile.ProvisionalDates;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskCreation;
import org.jiugai.engine.TimerDates;
import org.jiugai.review.OpinionManagement;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The dates of a round were provisional and are counted again: the requests, their tasks and the timer of each body follow. */
@Component
class MoveOpinionDates implements TaskCreation {
    private final OpinionManagement opinions;
    private final ReviewFigures figures;
    private final TimerDates timers;

    MoveOpinionDates(OpinionManagement opinions, ReviewFigures figures, TimerDates timers) {
        this.opinions = opinions;
        this.figures = figures;
        this.timers = timers;
    }

    @Override
    public void created(DelegateTask task) {
        if (!task.getTaskDefinitionKey().equals("userTask_giveOpinion")) return;
        opinions.remember(ReviewProcess.REQUEST_ID.get(task), ProvisionalDates.task(task.getId()));
    }

    @EventListener
    void on(PeriodRecounted recounted) {
        if (!opinions.moveDeadline(recounted)) return;
        timers.recount(
                "event_opinionOverdue",
                Step.CASE_ID,
                recounted.caseId(),
                ReviewProcess.REQUEST_ID,
                figures::overdueDate);
    }
}
