package org.jiugai.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Until when open tasks are to be done. */
@Component
public class OpenDueDates {
    private final TaskService tasks;

    OpenDueDates(TaskService tasks) {
        this.tasks = tasks;
    }

    /** The earliest due date of an open task after this moment. */
    public Optional<Instant> nextAfter(Instant moment) {
        return tasks
                .createTaskQuery()
                .active()
                .dueAfter(Date.from(moment))
                .orderByDueDate()
                .asc()
                .listPage(0, 1)
                .stream()
                .map(Task::getDueDate)
                .filter(Objects::nonNull)
                .map(Date::toInstant)
                .findFirst();
    }
}
