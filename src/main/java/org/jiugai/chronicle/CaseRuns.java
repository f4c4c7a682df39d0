package org.jiugai.chronicle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.jiugai.casefile.FurtherKeys;
import org.jiugai.chronicle.Story.Run;
import org.jiugai.chronicle.Story.Visit;
import org.jiugai.duties.DoneStep;
import org.jiugai.duties.SeparationOfDuties;
import org.jiugai.organisation.OrganisationManagement;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The process instances of a case, with every node that was visited, from the engine's history. */
@Component
class CaseRuns {
    private static final String BODY = "#multiInstanceBody";
    private final HistoryService history;
    private final RepositoryService repository;
    private final List<FurtherKeys> furtherKeys;
    private final SeparationOfDuties duties;
    private final OrganisationManagement organisation;
    private final JdbcClient jdbc;
    private final Map<String, ModelOutline> outlines = new ConcurrentHashMap<>();

    CaseRuns(
            HistoryService history,
            RepositoryService repository,
            List<FurtherKeys> furtherKeys,
            SeparationOfDuties duties,
            OrganisationManagement organisation,
            JdbcClient jdbc) {
        this.history = history;
        this.repository = repository;
        this.furtherKeys = furtherKeys;
        this.duties = duties;
        this.organisation = organisation;
        this.jdbc = jdbc;
    }

    /** The instances under the number of the case and under those of the packages that serve it, oldest first. */
    List<HistoricProcessInstance> instances(String caseNo) {
        Set<String> keys = new LinkedHashSet<>(List.of(caseNo));
        furtherKeys.forEach(
                further -> keys.addAll(further.keysOf(List.of(caseNo)).getOrDefault(caseNo, List.of())));
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKeyIn(keys.toArray(String[]::new))
                .orderByProcessInstanceStartTime()
                .asc()
                .list();
    }

    /** The numbers of the cases that an instance serves: one, unless it runs for a package. */
    List<String> casesOf(String instanceId) {
        HistoricProcessInstance instance = history.createHistoricProcessInstanceQuery()
                .processInstanceId(instanceId)
                .singleResult();
        if (instance == null || instance.getBusinessKey() == null) return List.of();
        List<String> cases = new ArrayList<>(List.of(instance.getBusinessKey()));
        furtherKeys.forEach(further -> cases.addAll(jdbc.sql("select c.case_no from listed_case c join "
                        + further.view() + " k on k.case_id = c.case_id where k.business_key = ? order by c.case_id")
                .param(instance.getBusinessKey())
                .query(String.class)
                .list()));
        return cases;
    }

    Optional<String> instanceOfTask(String taskId) {
        return Optional.ofNullable(
                        history.createHistoricTaskInstanceQuery().taskId(taskId).singleResult())
                .map(HistoricTaskInstance::getProcessInstanceId);
    }

    List<Run> of(String caseNo) {
        List<HistoricProcessInstance> instances = instances(caseNo);
        Map<String, List<HistoricActivityInstance>> visited = new HashMap<>();
        Map<String, HistoricActivityInstance> callers = new HashMap<>();
        for (HistoricProcessInstance instance : instances) {
            List<HistoricActivityInstance> visits = visits(instance.getId());
            visited.put(instance.getId(), visits);
            visits.stream()
                    .filter(visit -> visit.getCalledProcessInstanceId() != null)
                    .forEach(visit -> callers.put(visit.getCalledProcessInstanceId(), visit));
        }
        Doers doers = doers(visited);
        return instances.stream()
                .map(instance -> run(
                        instance,
                        visited.getOrDefault(instance.getId(), List.of()),
                        callers.get(instance.getId()),
                        doers))
                .toList();
    }

    /** In the order in which they began; within one millisecond as the engine counts them. */
    private List<HistoricActivityInstance> visits(String instance) {
        List<HistoricActivityInstance> visits = new ArrayList<>(history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .orderPartiallyByOccurrence()
                .asc()
                .list());
        visits.sort(Comparator.comparing(HistoricActivityInstance::getStartTime));
        return visits;
    }

    private Run run(
            HistoricProcessInstance instance,
            List<HistoricActivityInstance> visited,
            @Nullable HistoricActivityInstance caller,
            Doers doers) {
        ModelOutline outline = outline(instance.getProcessDefinitionId());
        List<Visit> visits =
                visited.stream().map(visit -> visit(visit, outline, doers)).toList();
        return new Run(
                instance.getId(),
                caller == null ? null : caller.getProcessInstanceId(),
                caller == null ? null : caller.getId(),
                instance.getProcessDefinitionId(),
                instance.getProcessDefinitionKey(),
                instance.getProcessDefinitionName(),
                instance.getProcessDefinitionVersion(),
                instance.getBusinessKey(),
                instance.getState(),
                instance.getStartTime().toInstant(),
                instant(instance.getEndTime()),
                instance.getEndTime() == null ? null : outcome(instance.getId(), visits),
                visits,
                TakenFlows.of(outline, visits));
    }

    /** The end event of the process itself that was reached last; none where it was stopped. */
    private static @Nullable String outcome(String run, List<Visit> visits) {
        return visits.stream()
                .filter(visit -> visit.type().endsWith("EndEvent") && run.equals(visit.parent()))
                .reduce((first, second) -> second)
                .map(visit -> visit.name().isEmpty() ? visit.node() : visit.name())
                .orElse(null);
    }

    ModelOutline outline(String definitionId) {
        return outlines.computeIfAbsent(definitionId, id -> ModelOutline.of(repository.getBpmnModelInstance(id)));
    }

    private static Visit visit(HistoricActivityInstance visit, ModelOutline outline, Doers doers) {
        String node = visit.getActivityId().replace(BODY, "");
        return new Visit(
                visit.getId(),
                node,
                outline.name(node).orElse(""),
                visit.getActivityType(),
                visit.getParentActivityInstanceId(),
                visit.getEndTime() == null
                        ? Visit.State.OPEN
                        : visit.isCanceled() ? Visit.State.CANCELLED : Visit.State.DONE,
                visit.getStartTime().toInstant(),
                instant(visit.getEndTime()),
                visit.getTaskId(),
                visit.getCalledProcessInstanceId(),
                doers.who(visit),
                doers.forWhom(visit));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private Doers doers(Map<String, List<HistoricActivityInstance>> visited) {
        Map<String, DoneStep> byTask = duties.done(visited.keySet()).stream()
                .collect(Collectors.toMap(DoneStep::taskId, step -> step, (first, second) -> second));
        Stream<@Nullable String> assignees =
                visited.values().stream().flatMap(List::stream).map(HistoricActivityInstance::getAssignee);
        Stream<@Nullable String> people = Stream.concat(
                assignees,
                byTask.values().stream().flatMap(step -> Stream.of(step.person(), nonNull(step.onBehalfOf()))));
        return new Doers(
                byTask, Names.of(organisation, people, byTask.values().stream().map(DoneStep::office)));
    }

    private static String nonNull(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Who did which task: whoever completed it, else whoever claimed it. */
    private record Doers(Map<String, DoneStep> byTask, Names names) {
        @Nullable
        String who(HistoricActivityInstance visit) {
            DoneStep done = done(visit);
            return done == null ? names.person(visit.getAssignee()) : names.shown(done.person(), done.office());
        }

        @Nullable
        String forWhom(HistoricActivityInstance visit) {
            DoneStep done = done(visit);
            return done == null ? null : names.person(done.onBehalfOf());
        }

        private @Nullable DoneStep done(HistoricActivityInstance visit) {
            return visit.getTaskId() == null ? null : byTask.get(visit.getTaskId());
        }
    }
}
