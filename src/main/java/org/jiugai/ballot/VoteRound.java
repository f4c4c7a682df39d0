package org.jiugai.ballot;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A vote of a community, as far as it has come.
 *
 * @param attempt 1 for the community's first vote
 * @param noticeDate null until all owners are notified; from then on the roll is frozen
 * @param startsAt first moment of voting, {@code endsAt} the first moment after it
 * @param counts how often it has been counted
 * @param passed null until the result is final
 * @param abandoned whether it ended without a result, because its community left the case
 */
public record VoteRound(
        long id,
        long caseId,
        long communityId,
        long registeredId,
        int attempt,
        String organiser,
        Unreturned unreturned,
        @Nullable LocalDate noticeDate,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String contact,
        int counts,
        @Nullable Boolean passed,
        @Nullable LocalDate concludedOn,
        boolean abandoned) {
    /** Where the round stands. */
    public enum State {
        PREPARED("准备中"),
        NOTIFIED("已通知，未开始"),
        OPEN("投票中"),
        COUNTING("待计票"),
        PRELIMINARY("初步结果公示中"),
        FINAL("已有结果"),
        ABANDONED("已终止");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public State state(Instant now) {
        if (passed != null) return State.FINAL;
        if (abandoned) return State.ABANDONED;
        if (counts > 0) return State.PRELIMINARY;
        if (startsAt == null || endsAt == null) return State.PREPARED;
        if (now.isBefore(startsAt)) return State.NOTIFIED;
        return now.isBefore(endsAt) ? State.OPEN : State.COUNTING;
    }
}
