package org.jiugai.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A finding raised on a case, with its answer if a person gave one. */
public record CaseFinding(
        long id,
        long caseId,
        String ruleId,
        String severity,
        String message,
        String legalBasis,
        LocalDate raisedOn,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt) {}
