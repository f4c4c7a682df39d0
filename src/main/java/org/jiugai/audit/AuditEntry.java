package org.jiugai.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the record, as people read it.
 *
 * @param sequence its place in the chain, 1, 2, 3 …; null while the transaction that writes it is open
 * @param recordedAt by the application's clock, which a demonstration may have moved
 * @param linkedAt by the clock of the database's machine, when it was committed
 * @param action {@code <room>.<factInPastTense>}, or {@code <room>.<useCase>}
 * @param details Chinese, what changed; {@code 已脱敏} once it was masked, empty where there was nothing to say
 * @param before what was, as JSON
 * @param after what became of it, as JSON
 * @param hash over all of it and over the hash before
 */
public record AuditEntry(
        long id,
        @Nullable Long sequence,
        Instant recordedAt,
        @Nullable Instant linkedAt,
        String person,
        String office,
        @Nullable String onBehalfOf,
        String action,
        String object,
        @Nullable Long caseId,
        String details,
        @Nullable String reason,
        @Nullable String before,
        @Nullable String after,
        boolean masked,
        @Nullable String hash) {}
