package org.jiugai.consultation;

import java.time.LocalDateTime;

/**
 * A meeting of the residents' council.
 *
 * @param attempt 1 for the first meeting of a round
 */
public record Council(
        long id,
        long communityId,
        int round,
        int attempt,
        LocalDateTime metAt,
        int invited,
        int attendees,
        int buildingsRepresented,
        int writtenOpinions,
        CouncilForm.Decision decision) {
    public boolean held() {
        return decision != CouncilForm.Decision.ADJOURNED;
    }
}
