package org.jiugai.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiugai.kernel.Share;
import org.jiugai.policy.Parameters.Tranche;
import org.jiugai.policy.Parameters.Trigger;

/** What a payment schedule comes to, in shares of the price. */
public final class PaymentShares {
    private PaymentShares() {}

    /** The share of each tranche by its id; the last one gets what the others leave. */
    public static Map<String, Share> of(List<Tranche> schedule) {
        Map<String, Share> shares = new LinkedHashMap<>();
        Share left = Share.WHOLE;
        for (Tranche tranche : schedule) {
            Share share = tranche.share().equals(ParameterRules.REMAINDER) ? left : Share.of(tranche.share());
            shares.put(tranche.id(), share);
            left = left.minus(share);
        }
        return shares;
    }

    /** What is kept back until the defects liability period has ended. */
    static Share retained(List<Tranche> schedule) {
        Map<String, Share> shares = of(schedule);
        Share sum = Share.ZERO;
        for (Tranche tranche : schedule) {
            if (tranche.trigger() == Trigger.RETENTION) sum = sum.plus(shares.getOrDefault(tranche.id(), Share.ZERO));
        }
        return sum;
    }
}
