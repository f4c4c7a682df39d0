package org.jiugai.chronicle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jiugai.casefile.CaseFact;
import org.jspecify.annotations.Nullable;

/**
 * A case from its opening to now, over all of its processes.
 *
 * @param inFull whether the reader may also read variables and logs
 * @param readAt what running durations count to
 * @param lateAfter a fact recorded more than so many days after it happened is late (补录)
 */
public record Story(
        String caseNo,
        String name,
        String region,
        String policy,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        @Nullable String outcome,
        boolean inFull,
        int lateAfter,
        Instant readAt,
        List<Run> runs,
        List<Moment> moments) {
    /**
     * One process instance.
     *
     * @param caller the instance that called it, {@code callerVisit} the call activity's visit there
     * @param state as the engine says: ACTIVE, SUSPENDED, COMPLETED, EXTERNALLY_TERMINATED, INTERNALLY_TERMINATED
     * @param outcome name of the end event that was reached last
     */
    public record Run(
            String id,
            @Nullable String caller,
            @Nullable String callerVisit,
            String definitionId,
            String process,
            String name,
            int version,
            String businessKey,
            String state,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String outcome,
            List<Visit> visits,
            List<Passage> passages) {}

    /**
     * A node of the model was entered.
     *
     * @param node its id in the model; that of a multi-instance activity also for the body around its instances
     * @param parent the visit of the sub-process or body around it, or the instance
     * @param state OPEN, DONE or CANCELLED
     * @param called the process instance that a call activity started
     */
    public record Visit(
            String id,
            String node,
            String name,
            String type,
            @Nullable String parent,
            State state,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String task,
            @Nullable String called,
            @Nullable String who,
            @Nullable String forWhom) {
        /** Whether the node is still being worked on. */
        public enum State {
            OPEN,
            DONE,
            CANCELLED
        }

        boolean isBody() {
            return type.equals("multiInstanceBody");
        }
    }

    /** A flow of the model was taken, from one visit to another. */
    public record Passage(String flow, String from, String to, Instant at) {}

    /**
     * One line of the timeline.
     *
     * @param kind 流程, or what kind of fact
     * @param at when it was recorded
     * @param happenedOn the day it happened; null for what the engine did, which happens when it is recorded
     * @param gap days between the two
     * @param late whether the gap is above the limit (补录)
     * @param run the instance and {@code visit} in which it happened, if it is known
     */
    public record Moment(
            String kind,
            Instant at,
            @Nullable LocalDate happenedOn,
            long gap,
            boolean late,
            String text,
            @Nullable String who,
            @Nullable String forWhom,
            @Nullable String run,
            @Nullable String visit,
            CaseFact.@Nullable Document document) {}
}
