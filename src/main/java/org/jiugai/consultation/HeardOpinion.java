package org.jiugai.consultation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An opinion and what became of it.
 *
 * @param version the plan version on the table when it was heard
 * @param fate null while nobody has answered
 * @param answeredIn the plan version that answers it
 * @param answeredPlanId its id
 */
public record HeardOpinion(
        long id,
        long caseId,
        long communityId,
        String community,
        @Nullable Long unitId,
        OpinionSource source,
        @Nullable String version,
        String content,
        LocalDate happenedOn,
        CouncilForm.@Nullable Adoption fate,
        @Nullable String reason,
        @Nullable String answeredIn,
        @Nullable LocalDate answeredOn,
        @Nullable Long answeredPlanId) {
    public boolean isOpen() {
        return fate == null;
    }
}
