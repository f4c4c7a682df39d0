package org.jiugai.ballot;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.jiugai.policy.Parameters;
import org.jiugai.policy.Policy;
import org.springframework.stereotype.Component;

/** Counts sealed ballots by the majorities of the law. */
@Component
record VoteLaw(VoteRules rules, BallotSeal seal) {
    /** How the policy treats ballots that do not come back; a version older than this parameter does as the law does. */
    String unreturnedBallot(Policy policy) {
        return policy.get(Parameters.UNRETURNED_BALLOT, Unreturned.NOT_PARTICIPATING.name());
    }

    /** The longest notice that one of the items needs. */
    int noticeDays(List<VoteRounds.Item> items) {
        return items.stream()
                .mapToInt(item -> rules.majority(StatutoryItem.of(item.item())).noticeDays())
                .max()
                .orElseThrow();
    }

    List<ItemResult> count(VoteRound round, List<VoteRounds.Item> items, Totals eligible, List<Ballots.Sealed> box) {
        Map<Integer, Tally> tallies =
                items.stream().collect(Collectors.toMap(VoteRounds.Item::no, item -> new Tally(eligible)));
        SecretKey key = seal.keyOf(round.id());
        for (Ballots.Sealed ballot : box) {
            Totals voter = new Totals(1, ballot.areaHundredths());
            seal.open(ballot.sealed(), key, ballot.entryId())
                    .forEach((no, choice) -> tally(tallies, no).add(choice, voter));
        }
        return items.stream()
                .map(item -> tally(tallies, item.no())
                        .result(
                                item.no(),
                                StatutoryItem.of(item.item()),
                                item.content(),
                                rules.majority(StatutoryItem.of(item.item())),
                                round.unreturned()))
                .toList();
    }

    private static Tally tally(Map<Integer, Tally> tallies, int no) {
        return Objects.requireNonNull(tallies.get(no), "ballot for an item that is not put");
    }
}
