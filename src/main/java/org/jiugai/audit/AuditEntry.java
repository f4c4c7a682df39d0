package org.jiugai.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the record. */
public record AuditEntry(
        long id,
        Instant recordedAt,
        String person,
        String office,
        @Nullable String onBehalfOf,
        String action,
        String object,
        @Nullable Long caseId,
        String details) {}
