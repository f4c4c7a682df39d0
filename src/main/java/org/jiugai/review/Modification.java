package org.jiugai.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A revision compared with the plan that the bodies reviewed.
 *
 * @param noticesSeen the last notice before the revision: objections up to it are answered by the revision
 * @param judgement what the chair holds it to be
 */
public record Modification(
        long id,
        long roundId,
        long estimateBeforeFen,
        long estimateAfterFen,
        int householdsBefore,
        int householdsAfter,
        boolean mandatoryClassChanged,
        boolean structureOrFire,
        boolean commonPartChanged,
        boolean contributionChanged,
        boolean conditionAltered,
        boolean majorObjection,
        long noticesSeen,
        Nature judgement,
        @Nullable String overrideReason,
        String explanation,
        LocalDate happenedOn) {}
