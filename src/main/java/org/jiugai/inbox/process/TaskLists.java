package org.jiugai.inbox.process;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jiugai.engine.SharedTaskList;
import org.springframework.stereotype.Component;

/** The four lists of Tasklist: 本单位待办, 我的任务, 三日内到期, 已逾期. Their expressions are the only ones that a query may carry. */
@Component
class TaskLists implements SharedTaskList.Source {
    private final TaskService tasks;

    TaskLists(TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    public List<SharedTaskList> taskLists() {
        return List.of(
                new SharedTaskList(10, "本单位待办", ofMyOffice()),
                new SharedTaskList(20, "我的任务", tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}")),
                new SharedTaskList(
                        30,
                        "三日内到期",
                        ofMyOffice().dueAfterExpression("${now()}").dueBeforeExpression("${dateTime().plusDays(3)}")),
                new SharedTaskList(40, "已逾期", ofMyOffice().dueBeforeExpression("${now()}")));
    }

    private TaskQuery ofMyOffice() {
        return tasks.createTaskQuery()
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .includeAssignedTasks();
    }
}
