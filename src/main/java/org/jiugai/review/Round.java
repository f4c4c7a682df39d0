package org.jiugai.review;

import java.time.LocalDate;
import org.jiugai.kernel.Money;

/**
 * A round of a review, with the plan's figures as the bodies saw them.
 *
 * @param cause FIRST, REJECTED or MAJOR
 * @param scope whether every body is asked or only those affected
 */
public record Round(
        long id,
        long reviewId,
        int roundNo,
        String cause,
        String scope,
        String chairOffice,
        long estimateFen,
        int households,
        String planVersions,
        boolean structureChanged,
        boolean commonPartChanged,
        LocalDate openedOn) {
    public Money estimate() {
        return Money.ofFen(estimateFen);
    }
}
