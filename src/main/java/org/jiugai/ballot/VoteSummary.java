package org.jiugai.ballot;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A vote with what is known of its result; no ballot of anybody.
 *
 * @param eligible everybody on the frozen roll, none before it is
 * @param turnout whose valid ballots are in
 * @param invalid number of invalid ballots by reason
 * @param countedOn null before the count
 * @param fingerprints of the receipts that count; published after closing
 */
public record VoteSummary(
        VoteRound round,
        VoteRound.State state,
        List<BallotPaper.Item> items,
        Totals eligible,
        Totals turnout,
        Map<InvalidReason, Integer> invalid,
        @Nullable LocalDate countedOn,
        @Nullable String witnesses,
        List<CountedItem> results,
        List<String> fingerprints) {}
