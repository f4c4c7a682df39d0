package org.jiugai.ballot;

import java.util.Map;
import java.util.Objects;
import org.jiugai.engine.Decisions;
import org.jiugai.kernel.Share;
import org.springframework.stereotype.Component;

/** What the law says of votes, as its decision tables have it. */
@Component
class VoteRules {
    private final Decisions decisions;

    VoteRules(Decisions decisions) {
        this.decisions = decisions;
    }

    /** The item of the Civil Code to which a matter belongs. */
    StatutoryItem itemOf(Matter matter) {
        return StatutoryItem.of(
                (int) number(decisions.single("vote-required", Map.of("matter", matter.name())), "item"));
    }

    Majority majority(StatutoryItem item) {
        Map<String, Object> rule = decisions.single("vote-majority", Map.of("item", item.no()));
        return new Majority(
                text(rule, "majority"),
                Share.ratio(number(rule, "participationPart"), number(rule, "participationWhole")),
                Share.ratio(number(rule, "approvalPart"), number(rule, "approvalWhole")),
                Boolean.TRUE.equals(rule.get("approvalIncluded")),
                (int) number(rule, "noticeDays"),
                text(rule, "clause"));
    }

    private static String text(Map<String, Object> rule, String output) {
        return String.valueOf(rule.get(output));
    }

    private static long number(Map<String, Object> rule, String output) {
        return ((Number) Objects.requireNonNull(rule.get(output))).longValue();
    }
}
