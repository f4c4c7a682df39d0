package org.jiugai.casefile.process;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jiugai.casefile.CaseDueDates;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.PeriodRecounted;
import org.jiugai.casefile.ProvisionalDates;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskCompleted;
import org.jiugai.engine.TaskCreation;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A task whose due date is provisional is remembered until it is completed, and gets its final date when the calendar is there. */
@Component
class ProvisionalTasks implements TaskCreation {
    private static final Pattern STEP = Pattern.compile("due\\.on\\(execution,\\s*'([a-z0-9-]+)'\\)");
    private final CaseDueDates dueDates;
    private final ProvisionalDates provisional;
    private final TaskService tasks;

    ProvisionalTasks(CaseDueDates dueDates, ProvisionalDates provisional, TaskService tasks) {
        this.dueDates = dueDates;
        this.provisional = provisional;
        this.tasks = tasks;
    }

    /** The due date was evaluated before the task existed: its period is counted once more, with the task's id. */
    @Override
    public void created(DelegateTask task) {
        UserTask model = task.getBpmnModelElementInstance();
        String dueDate = model.getCamundaDueDate();
        Matcher step = STEP.matcher(dueDate == null ? "" : dueDate);
        if (step.find()) dueDates.remember(Step.CASE_ID.get(task), step.group(1), ProvisionalDates.task(task.getId()));
    }

    @EventListener
    void on(TaskCompleted completed) {
        provisional.forget(ProvisionalDates.task(completed.taskId()));
    }

    @EventListener
    void on(PeriodRecounted recounted) {
        if (!recounted.concerns(ProvisionalDates.TASK)) return;
        Task task = tasks.createTaskQuery().taskId(recounted.id()).singleResult();
        if (task == null) return;
        task.setDueDate(CaseManagement.endOf(recounted.end().effective()));
        tasks.saveTask(task);
    }
}
