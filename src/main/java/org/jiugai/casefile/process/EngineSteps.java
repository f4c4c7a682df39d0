package org.jiugai.casefile.process;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jiugai.casefile.CaseHeaders;
import org.jiugai.casefile.OpenStep;
import org.jiugai.casefile.OpenSteps;
import org.jiugai.organisation.OrganisationManagement;
import org.springframework.stereotype.Component;

/** Reads the open tasks of cases from the engine. */
@Component
class EngineSteps implements OpenSteps {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final OrganisationManagement organisation;
    private final CaseHeaders headers;

    EngineSteps(TaskService tasks, RuntimeService runtime, OrganisationManagement organisation, CaseHeaders headers) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.organisation = organisation;
        this.headers = headers;
    }

    @Override
    public List<OpenStep> of(Collection<String> caseNos) {
        if (caseNos.isEmpty()) return List.of();
        List<Task> open = tasks.createTaskQuery()
                .processInstanceBusinessKeyIn(caseNos.toArray(String[]::new))
                .orderByTaskCreateTime()
                .asc()
                .list();
        Map<String, String> caseNoOf = caseNoByInstance(open);
        return open.stream().map(task -> step(task, caseNoOf)).toList();
    }

    private Map<String, String> caseNoByInstance(List<Task> open) {
        if (open.isEmpty()) return Map.of();
        return runtime
                .createProcessInstanceQuery()
                .processInstanceIds(
                        open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()))
                .list()
                .stream()
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }

    private OpenStep step(Task task, Map<String, String> caseNoOf) {
        LocalDate due = task.getDueDate() == null ? null : day(task.getDueDate());
        return new OpenStep(
                Objects.requireNonNullElse(caseNoOf.get(task.getProcessInstanceId()), ""),
                task.getName(),
                holder(task),
                day(task.getCreateTime()),
                due,
                due != null && headers.isProvisional(due),
                "/camunda/app/tasklist/default/#/?task=" + task.getId(),
                task.getDescription());
    }

    private String holder(Task task) {
        String offices = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .map(id -> organisation.office(id).name())
                .collect(Collectors.joining("、"));
        return task.getAssignee() == null
                ? offices
                : offices + "（" + organisation.actor(task.getAssignee()).personName() + "）";
    }

    private static LocalDate day(Date date) {
        return date.toInstant().atZone(SHANGHAI).toLocalDate();
    }
}
