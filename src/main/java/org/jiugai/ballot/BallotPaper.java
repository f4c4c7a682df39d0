package org.jiugai.ballot;

import java.util.List;

/**
 * What a voter may vote on.
 *
 * @param cast whether he has a valid ballot, or a paper one that waits
 */
public record BallotPaper(VoteRound round, RollEntry voter, List<Item> items, boolean cast) {
    public BallotPaper {
        items = List.copyOf(items);
    }

    public record Item(int no, StatutoryItem item, String content) {}
}
