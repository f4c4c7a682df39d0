package org.jiugai.engine;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jiugai.kernel.StateConflict;
import org.jspecify.annotations.Nullable;

/**
 * To whom a task is offered. The one place that says who may see a task and who may work on it: forms, lists, the engine's API and the
 * completion of a task all ask here.
 *
 * @param assignee who has claimed it
 * @param offices the groups that it was offered to
 */
record Offer(@Nullable String assignee, Set<String> offices) {
    static Offer of(DelegateTask task) {
        return new Offer(
                task.getAssignee(),
                List.copyOf(task.getCandidates()).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Seen by the people of the offices and by whoever has claimed it. */
    boolean isOpenTo(String person, Collection<String> groups) {
        return person.equals(assignee) || !Collections.disjoint(offices, groups);
    }

    /**
     * Worked on by one person of the offices: whoever has claimed it, or anybody of them while nobody has.
     *
     * @throws NotPermitted when it was offered to other offices
     * @throws StateConflict when somebody else has claimed it
     */
    void requireWorkBy(String person, Collection<String> groups) {
        if (!isOpenTo(person, groups)) throw NotPermitted.taskOfOthers();
        if (assignee != null && !assignee.equals(person)) {
            throw new StateConflict("engine.claimedByOther", "该任务已由他人认领，您不能办理");
        }
    }

    /** The same as {@link #isOpenTo}, as a condition of a query. */
    static void narrow(TaskQueryImpl query, String person, List<String> groups) {
        TaskQueryImpl open = new TaskQueryImpl();
        query.addOrQuery(open);
        open.taskAssignee(person);
        if (!groups.isEmpty()) open.taskCandidateGroupIn(groups).includeAssignedTasks();
    }
}
