package org.jiugai.casefile.process;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jiugai.casefile.CaseOfficeLookup;
import org.jiugai.engine.Step;
import org.jiugai.organisation.OfficeReduced;
import org.jiugai.organisation.OrganisationManagement;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * An office does not hold what it held: its open tasks go to who holds the role now, as the model says, else to the renovation office with
 * the reason.
 */
@Component
class OfferAgain {
    private final TaskService tasks;
    private final ProcessEngineConfigurationImpl engine;
    private final CaseOfficeLookup lookup;
    private final OrganisationManagement organisation;

    OfferAgain(
            TaskService tasks,
            ProcessEngineConfigurationImpl engine,
            CaseOfficeLookup lookup,
            OrganisationManagement organisation) {
        this.tasks = tasks;
        this.engine = engine;
        this.lookup = lookup;
        this.organisation = organisation;
    }

    @EventListener
    void on(OfficeReduced reduced) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            tasks.createTaskQuery()
                    .taskCandidateGroup(reduced.office())
                    .includeAssignedTasks()
                    .list()
                    .forEach(task -> offer(context.getTaskManager().findTaskById(task.getId()), reduced.office()));
            return null;
        });
    }

    private void offer(TaskEntity task, String reduced) {
        Set<String> now = holders(task);
        Set<String> open =
                now.stream().filter(office -> !organisation.isClosed(office)).collect(Collectors.toSet());
        Long caseId = Step.CASE_ID.find(task);
        if (open.isEmpty() && caseId != null) open = Set.of(lookup.renovationOffice(caseId));
        Set<String> before = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (open.isEmpty() || before.equals(open)) return;
        before.forEach(task::deleteCandidateGroup);
        open.forEach(task::addCandidateGroup);
        String worker = task.getAssignee();
        if (worker != null && !isOfOneOf(open, worker)) task.setAssignee(null);
        task.setDescription(reason(reduced, open));
    }

    private boolean isOfOneOf(Set<String> offices, String person) {
        return offices.stream().anyMatch(office -> organisation.people(office).contains(person));
    }

    private String reason(String reduced, Set<String> now) {
        Map<String, String> names = organisation.officeNames(
                Stream.concat(Stream.of(reduced), now.stream()).toList());
        return "“%s”已停用或不再承担此职责，现由%s办理。"
                .formatted(
                        names.getOrDefault(reduced, reduced),
                        now.stream()
                                .map(office -> names.getOrDefault(office, office))
                                .sorted()
                                .collect(Collectors.joining("、", "“", "”")));
    }

    /** Who gets the task by its model. */
    private static Set<String> holders(TaskEntity task) {
        return task.getTaskDefinition().getCandidateGroupIdExpressions().stream()
                .flatMap(groups -> offices(groups.getValue(task.getExecution())))
                .collect(Collectors.toSet());
    }

    /** One, several with commas between, or a list. */
    private static Stream<String> offices(@Nullable Object value) {
        if (value instanceof Collection<?> several) return several.stream().map(String::valueOf);
        return value == null ? Stream.empty() : Arrays.stream(value.toString().split("\\s*,\\s*"));
    }
}
