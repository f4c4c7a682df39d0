package org.jiugai.funding;

import org.jiugai.kernel.Money;
import org.jiugai.kernel.Share;
import org.jiugai.policy.Parameters.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * One tranche of a case.
 *
 * @param code id in the policy's schedule, or that of the true-up
 * @param dueFen what is due in fen, deductions not yet taken off
 */
public record FundingTranche(
        long id,
        long caseId,
        String code,
        String name,
        int position,
        Trigger triggerKind,
        boolean trueUp,
        @Nullable String threshold,
        Source source,
        String payer,
        long dueFen,
        TrancheState state) {
    public Money due() {
        return Money.ofFen(dueFen);
    }

    /** Whether the confirmed progress has come to this tranche's threshold: exactly at it counts. */
    boolean isReachedBy(Share progress) {
        return threshold != null && progress.isAtLeast(Share.of(threshold));
    }
}
