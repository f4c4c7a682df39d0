package org.jiugai.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Fires timers at once instead of waiting for the job executor: for the demonstration's clock. */
@Component
public class DueTimers {
    private static final Logger LOG = LoggerFactory.getLogger(DueTimers.class);
    private final ManagementService management;
    private final RepositoryService models;

    DueTimers(ManagementService management, RepositoryService models) {
        this.management = management;
        this.models = models;
    }

    /**
     * What came of firing.
     *
     * @param timers how many ran here
     * @param left names of what is due and did not run: it failed, or somebody else holds it
     */
    public record Fired(int timers, List<String> left) {
        /** Nothing is due any more. */
        public boolean isComplete() {
            return left.isEmpty();
        }

        /** The same with what ran before it. */
        public Fired after(Fired earlier) {
            return new Fired(earlier.timers + timers, left);
        }
    }

    private enum Result {
        RAN,
        TAKEN,
        FAILED
    }

    /** When the next timer after this moment is due. */
    public Optional<Instant> nextAfter(Instant moment) {
        return management
                .createJobQuery()
                .timers()
                .active()
                .withRetriesLeft()
                .duedateHigherThan(Date.from(moment))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .stream()
                .map(Job::getDuedate)
                .filter(Objects::nonNull)
                .map(Date::toInstant)
                .findFirst();
    }

    /**
     * Executes every job that is due now, oldest first, until none is left. What the job executor takes meanwhile is looked at again,
     * what fails is tried once.
     */
    public Fired fire() {
        int fired = 0;
        Map<String, String> failed = new HashMap<>();
        Set<String> before = Set.of();
        List<Job> due = due(failed);
        while (!due.isEmpty()) {
            Set<String> ids = due.stream().map(Job::getId).collect(Collectors.toCollection(HashSet::new));
            if (ids.equals(before)) break;
            before = ids;
            for (Job job : due) {
                Result result = execute(job);
                if (result == Result.RAN) fired++;
                if (result == Result.FAILED) failed.put(job.getId(), name(job));
            }
            due = due(failed);
        }
        return new Fired(
                fired,
                Stream.concat(failed.values().stream(), due.stream().map(this::name))
                        .distinct()
                        .sorted()
                        .toList());
    }

    private List<Job> due(Map<String, String> failed) {
        List<Job> due = new ArrayList<>(
                management.createJobQuery().executable().active().list());
        due.removeIf(job -> failed.containsKey(job.getId()));
        due.sort(Comparator.comparing(Job::getDuedate, Comparator.nullsFirst(Comparator.naturalOrder())));
        return due;
    }

    private Result execute(Job job) {
        try {
            management.executeJob(job.getId());
            return Result.RAN;
        } catch (OptimisticLockingException | NullValueException takenByTheJobExecutor) {
            return Result.TAKEN;
        } catch (RuntimeException failure) {
            LOG.error("{} failed in instance {}", name(job), job.getProcessInstanceId(), failure);
            return Result.FAILED;
        }
    }

    /** Process and node as in the model, e.g. 公示（notice）的“公示期满”（event_periodOver）. */
    private String name(Job job) {
        JobDefinition definition = management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
        if (definition == null) return "作业 " + job.getId();
        String process = definition.getProcessDefinitionKey();
        String activity = definition.getActivityId();
        String processName =
                models.getProcessDefinition(definition.getProcessDefinitionId()).getName();
        return "%s（%s）的“%s”（%s）"
                .formatted(
                        Objects.requireNonNullElse(processName, process),
                        process,
                        node(definition.getProcessDefinitionId(), activity),
                        activity);
    }

    private String node(String processDefinitionId, String activity) {
        // a timer of a multi-instance body carries a suffix that the model does not know
        if (models.getBpmnModelInstance(processDefinitionId).getModelElementById(activity) instanceof FlowElement node
                && node.getName() != null) return node.getName();
        return activity;
    }
}
