package org.jiugai.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The conclusion of a round: what the table proposed and what the chair decided. */
public record Concluded(
        long id,
        long roundId,
        Conclusion proposal,
        Conclusion outcome,
        @Nullable String overrideReason,
        String minutesNo,
        @Nullable String explanation,
        String actorPerson,
        String actorOffice,
        LocalDate happenedOn) {}
