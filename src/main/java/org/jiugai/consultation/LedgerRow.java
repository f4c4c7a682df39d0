package org.jiugai.consultation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An opinion of whatever origin, as the ledger lists it.
 *
 * @param opinionId id by which it is answered here; null for an objection, which its notice answers, and for what a council settled itself
 * @param who whose it is, without a name
 * @param subject the plan version, notice or meeting it was about
 * @param fate 采纳情况 in words; null while it is open
 * @param answeredPlanId the version that answers it
 */
public record LedgerRow(
        @Nullable Long opinionId,
        String community,
        OpinionSource source,
        String who,
        @Nullable LocalDate happenedOn,
        @Nullable String subject,
        String content,
        @Nullable String fate,
        @Nullable String reason,
        @Nullable String answeredIn,
        @Nullable Long answeredPlanId,
        @Nullable LocalDate answeredOn) {
    public boolean isOpen() {
        return fate == null;
    }
}
