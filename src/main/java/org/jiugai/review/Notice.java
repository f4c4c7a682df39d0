package org.jiugai.review;

import java.time.LocalDate;

/**
 * A public notice held for the review.
 *
 * @param outcome CLEAN, MINOR_UPHELD or MAJOR_UPHELD
 */
public record Notice(long id, long roundId, long communityId, String outcome, LocalDate happenedOn) {
    public boolean isUpheld() {
        return !outcome.equals("CLEAN");
    }

    public boolean isMajor() {
        return outcome.equals("MAJOR_UPHELD");
    }
}
