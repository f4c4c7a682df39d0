package org.jiugai.chronicle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.jiugai.organisation.OrganisationManagement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How instances came to another version of their model. The engine's log of a migration names the two versions and no instance; but what an
 * instance went through before keeps the version of then, so its last step tells after when it was moved.
 */
@Component
class Migrations {
    private final HistoryService history;
    private final RepositoryService repository;
    private final OrganisationManagement organisation;

    Migrations(HistoryService history, RepositoryService repository, OrganisationManagement organisation) {
        this.history = history;
        this.repository = repository;
        this.organisation = organisation;
    }

    /**
     * An instance was moved.
     *
     * @param from version of the model that it left, {@code to} the one that it came to
     */
    record Migration(Instant at, @Nullable String who, String run, int from, int to) {}

    /** Those of one instance, the earliest first. */
    List<Migration> of(HistoricProcessInstance run) {
        List<HistoricActivityInstance> steps = history.createHistoricActivityInstanceQuery()
                .processInstanceId(run.getId())
                .list();
        List<Migration> found = new ArrayList<>();
        Set<String> left = new HashSet<>();
        String now = run.getProcessDefinitionId();
        left.add(now);
        for (Optional<UserOperationLogEntry> move = moveTo(now, steps, left);
                move.isPresent();
                move = moveTo(now, steps, left)) {
            UserOperationLogEntry entry = move.get();
            found.add(0, migration(run.getId(), entry));
            now = entry.getOrgValue();
            left.add(now);
        }
        return found;
    }

    /** The first move to this version after the last step under those versions that were not looked at yet. */
    private Optional<UserOperationLogEntry> moveTo(
            String version, List<HistoricActivityInstance> steps, Set<String> looked) {
        return steps.stream()
                .filter(step -> !looked.contains(step.getProcessDefinitionId()))
                .map(step -> step.getStartTime().toInstant())
                .max(Comparator.naturalOrder())
                .flatMap(last -> moves().stream()
                        .filter(move -> version.equals(move.getNewValue()))
                        .filter(move -> !move.getTimestamp().toInstant().isBefore(last))
                        .findFirst());
    }

    private List<UserOperationLogEntry> moves() {
        return history.createUserOperationLogQuery()
                .operationType(UserOperationLogEntry.OPERATION_TYPE_MIGRATE)
                .property("processDefinitionId")
                .orderByTimestamp()
                .asc()
                .list();
    }

    private Migration migration(String run, UserOperationLogEntry entry) {
        return new Migration(
                entry.getTimestamp().toInstant(),
                entry.getUserId() == null ? null : organisation.personName(entry.getUserId()),
                run,
                version(entry.getOrgValue()),
                version(entry.getNewValue()));
    }

    private int version(@Nullable String definition) {
        return repository
                .getProcessDefinition(Objects.requireNonNull(definition))
                .getVersion();
    }
}
