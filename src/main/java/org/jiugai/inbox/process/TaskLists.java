package org.jiugai.inbox.process;

import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** The four lists of Tasklist, made once: 我的任务, 本单位待办, 三日内到期, 已逾期. */
@Component
class TaskLists implements ApplicationRunner {
    private final FilterService filters;
    private final TaskService tasks;

    TaskLists(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        create(10, "本单位待办", ofMyOffice());
        create(20, "我的任务", tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        create(
                30,
                "三日内到期",
                ofMyOffice().dueAfterExpression("${now()}").dueBeforeExpression("${dateTime().plusDays(3)}"));
        create(40, "已逾期", ofMyOffice().dueBeforeExpression("${now()}"));
    }

    private TaskQuery ofMyOffice() {
        return tasks.createTaskQuery()
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .includeAssignedTasks();
    }

    private void create(int priority, String name, TaskQuery query) {
        if (filters.createFilterQuery().filterName(name).count() > 0) return;
        Filter filter = filters.newTaskFilter().setName(name).setQuery(query);
        filter.setProperties(Map.of("priority", priority, "refresh", true, "showUndefinedVariable", false));
        filters.saveFilter(filter);
    }
}
