package org.jiugai.funding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.Share;
import org.jiugai.policy.Parameters.Tranche;
import org.jiugai.policy.Parameters.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * The tranches of a policy applied to the amounts of a case (book 3.3, 4.2). Every part is rounded half up to the fen, the last one is
 * the remainder, so the parts add up to the whole. A tranche on the settlement's base settles everything before it as well: it brings
 * what was paid to the sum of the shares of the settled amount.
 */
final class TrancheSchedule {
    private static final String REMAINDER = "REMAINDER";
    private final List<Tranche> tranches;

    TrancheSchedule(List<Tranche> tranches) {
        this.tranches = List.copyOf(tranches);
    }

    /**
     * @param dues what is due for each tranche, by its id; the remainder before deductions
     * @param trueUp what the settlement adds to tranches that are already closed, zero or more
     * @param overpaid what was paid above the settlement's shares and is to be returned, zero or more
     */
    record Statement(Map<String, Money> dues, Money trueUp, Money overpaid) {
        Money due(String tranche) {
            Money due = dues.get(tranche);
            if (due == null) throw new IllegalArgumentException("no tranche " + tranche);
            return due;
        }
    }

    /** Progress that is paid with less than the law's share of the completed value (PAY1). */
    record Shortage(String tranche, Share progress, Money valueDone, Money paid, Money missing) {}

    /**
     * @param contract contract amount with the approved changes so far
     * @param settled settled amount, null before the settlement
     * @param closed what was paid for tranches that are paid, refused or fell away
     */
    Statement statement(Money contract, @Nullable Money settled, Map<String, Money> closed) {
        Money base = settled == null ? contract : settled;
        Map<String, Money> dues = new LinkedHashMap<>();
        Money entitled = Money.ZERO;
        Money soFar = Money.ZERO;
        for (Tranche tranche : tranches) {
            Money paid = closed.get(tranche.id());
            if (isRemainder(tranche)) {
                dues.put(tranche.id(), base.minus(entitled));
                continue;
            }
            Money part = base.times(Share.of(tranche.share()));
            entitled = entitled.plus(part);
            boolean onContract = settled == null && tranche.base().equals("CONTRACT");
            Money due = onContract ? part : Money.max(Money.ZERO, entitled.minus(soFar));
            dues.put(tranche.id(), paid == null ? due : paid);
            soFar = soFar.plus(paid == null ? due : paid);
        }
        Money difference = settled == null ? Money.ZERO : entitled.minus(soFar);
        return new Statement(dues, Money.max(Money.ZERO, difference), Money.max(Money.ZERO, difference.negated()));
    }

    /** The tranche after which a true-up follows: the last before the remainder. */
    Tranche last() {
        return tranches.stream()
                .filter(t -> !isRemainder(t))
                .reduce((a, b) -> b)
                .orElseThrow(() -> new IllegalStateException("schedule of a remainder only"));
    }

    /** Where the schedule pays less than {@code minimum} of the value completed at its own thresholds. */
    List<Shortage> shortages(Money contract, Share minimum) {
        List<Shortage> found = new ArrayList<>();
        Share shares = Share.ZERO;
        Money paid = Money.ZERO;
        for (Tranche tranche : tranches) {
            Share threshold = tranche.threshold();
            if (tranche.trigger() != Trigger.PROGRESS || threshold == null) continue;
            shares = shares.plus(Share.of(tranche.share()));
            paid = paid.plus(contract.times(Share.of(tranche.share())));
            Share required = new Share(
                    Math.multiplyExact(threshold.numerator(), minimum.numerator()),
                    Math.multiplyExact(threshold.denominator(), minimum.denominator()));
            if (shares.isAtLeast(required)) continue;
            Money value = contract.times(threshold);
            found.add(new Shortage(
                    tranche.id(), threshold, value, paid, value.times(minimum).minus(paid)));
        }
        return found;
    }

    static boolean isRemainder(Tranche tranche) {
        return tranche.share().equals(REMAINDER);
    }
}
