package org.jiugai.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** Fires timers at once instead of waiting for the job executor: for the demonstration's clock. */
@Component
public class DueTimers {
    private final ManagementService management;

    DueTimers(ManagementService management) {
        this.management = management;
    }

    /** When the next timer is due. */
    public Optional<Instant> next() {
        return management
                .createJobQuery()
                .timers()
                .active()
                .withRetriesLeft()
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .stream()
                .map(Job::getDuedate)
                .filter(Objects::nonNull)
                .map(java.util.Date::toInstant)
                .findFirst();
    }

    /**
     * Executes every job that is due now, oldest first, until none is left.
     *
     * @return how many ran
     */
    public int fire() {
        int fired = 0;
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            int before = fired;
            for (Job job : due) fired += execute(job) ? 1 : 0;
            if (fired == before) return fired;
        }
        return fired;
    }

    private List<Job> due() {
        return management.createJobQuery().executable().active().list().stream()
                .sorted(Comparator.comparing(Job::getDuedate, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    private boolean execute(Job job) {
        try {
            management.executeJob(job.getId());
            return true;
        } catch (OptimisticLockingException | NullValueException takenByTheJobExecutor) {
            return false;
        }
    }
}
