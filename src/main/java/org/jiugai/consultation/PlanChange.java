package org.jiugai.consultation;

import java.util.List;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.Share;

/**
 * What differs between two versions of a plan: the facts of the decision whether the modification is major (book 2.10).
 *
 * @param mandatoryItemRemoved an item of a class that the policy makes mandatory is gone
 * @param classAdded there are items of a class that was not there
 * @param structureChanged whether the plan touches the structure differs
 * @param commonPartChange whether it changes the use of common parts differs
 * @param removedItems contents that are gone
 * @param addedItems contents that are new
 */
public record PlanChange(
        Money estimateBefore,
        Money estimateAfter,
        boolean mandatoryItemRemoved,
        boolean classAdded,
        boolean structureChanged,
        boolean commonPartChange,
        boolean residentShareChanged,
        List<String> removedItems,
        List<String> addedItems) {

    /** How much the estimate changed, up or down, as a share of the earlier one. */
    public Share estimateChange() {
        return Share.ratio(Math.abs(estimateAfter.fen() - estimateBefore.fen()), estimateBefore.fen());
    }
}
