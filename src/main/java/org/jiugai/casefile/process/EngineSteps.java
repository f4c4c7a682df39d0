package org.jiugai.casefile.process;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jiugai.casefile.CaseHeaders;
import org.jiugai.casefile.FurtherKeys;
import org.jiugai.casefile.OpenStep;
import org.jiugai.casefile.OpenSteps;
import org.jiugai.organisation.OrganisationManagement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the open tasks of cases from the engine. */
@Component
class EngineSteps implements OpenSteps {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final OrganisationManagement organisation;
    private final CaseHeaders headers;
    private final List<FurtherKeys> furtherKeys;
    private final JdbcClient jdbc;

    EngineSteps(
            TaskService tasks,
            RuntimeService runtime,
            OrganisationManagement organisation,
            CaseHeaders headers,
            List<FurtherKeys> furtherKeys,
            JdbcClient jdbc) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.organisation = organisation;
        this.headers = headers;
        this.furtherKeys = furtherKeys;
        this.jdbc = jdbc;
    }

    @Override
    public List<OpenStep> of(Collection<String> caseNos) {
        if (caseNos.isEmpty()) return List.of();
        Map<String, Set<String>> casesByKey = casesByKey(caseNos);
        List<Task> open = tasks.createTaskQuery()
                .processInstanceBusinessKeyIn(casesByKey.keySet().toArray(String[]::new))
                .orderByTaskCreateTime()
                .asc()
                .list();
        if (open.isEmpty()) return List.of();
        Map<String, String> keys = keyByInstance(open);
        Map<String, String> holders = holders(open);
        return open.stream()
                .flatMap(task -> casesByKey.getOrDefault(keys.get(task.getProcessInstanceId()), Set.of()).stream()
                        .map(caseNo -> step(task, caseNo, holders.getOrDefault(task.getId(), ""))))
                .toList();
    }

    /** A process of a single case runs under its number; one that serves several cases belongs to each of them. */
    private Map<String, Set<String>> casesByKey(Collection<String> caseNos) {
        Map<String, Set<String>> cases = new HashMap<>();
        for (String caseNo : caseNos) cases.put(caseNo, new LinkedHashSet<>(List.of(caseNo)));
        for (FurtherKeys further : furtherKeys) {
            further.keysOf(caseNos)
                    .forEach(
                            (caseNo, keys) -> keys.forEach(key -> cases.computeIfAbsent(key, k -> new LinkedHashSet<>())
                                    .add(caseNo)));
        }
        return cases;
    }

    private Map<String, String> keyByInstance(List<Task> open) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceIds(
                        open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()))
                .list()
                .stream()
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }

    private OpenStep step(Task task, String caseNo, String holder) {
        LocalDate due = task.getDueDate() == null ? null : day(task.getDueDate());
        return new OpenStep(
                caseNo,
                task.getName(),
                holder,
                day(task.getCreateTime()),
                due,
                due != null && headers.isProvisional(due),
                "/camunda/app/tasklist/default/#/?task=" + task.getId(),
                task.getDescription());
    }

    /** Offices and person by task, read at once for all tasks: the engine's own query takes one task at a time. */
    private Map<String, String> holders(List<Task> open) {
        List<Candidate> candidates = jdbc.sql(
                        """
                        select task_id_ as task_id, group_id_ as office from act_ru_identitylink
                        where task_id_ in (:tasks) and group_id_ is not null order by id_""")
                .param("tasks", open.stream().map(Task::getId).toList())
                .query(Candidate.class)
                .list();
        Map<String, String> names = organisation.officeNames(
                candidates.stream().map(Candidate::office).collect(Collectors.toSet()));
        Map<String, String> offices = candidates.stream()
                .collect(Collectors.groupingBy(
                        Candidate::taskId,
                        Collectors.mapping(c -> names.getOrDefault(c.office(), c.office()), Collectors.joining("、"))));
        Map<String, String> people = new HashMap<>();
        Map<String, String> holders = new HashMap<>();
        for (Task task : open) {
            String of = offices.getOrDefault(task.getId(), "");
            String person = task.getAssignee();
            holders.put(
                    task.getId(), person == null ? of : of + "（" + people.computeIfAbsent(person, this::name) + "）");
        }
        return holders;
    }

    private String name(String personId) {
        return organisation.personName(personId);
    }

    record Candidate(String taskId, String office) {}

    private static LocalDate day(Date date) {
        return date.toInstant().atZone(SHANGHAI).toLocalDate();
    }
}
