package org.jiugai.tender;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jiugai.kernel.Money;

/** Splits a price over cases by their part of the estimate; the last case bears the fen that are left, so the parts add up. */
final class PriceParts {
    private PriceParts() {}

    /** @param estimates part of the estimate of each case in fen, in order */
    static Map<Long, Money> of(Money price, Map<Long, Long> estimates) {
        BigInteger whole = BigInteger.valueOf(
                estimates.values().stream().mapToLong(Long::longValue).sum());
        Map<Long, Money> parts = new LinkedHashMap<>();
        long left = price.fen();
        int remaining = estimates.size();
        for (Map.Entry<Long, Long> estimate : estimates.entrySet()) {
            long part = --remaining == 0
                    ? left
                    : BigInteger.valueOf(price.fen())
                            .multiply(BigInteger.valueOf(estimate.getValue()))
                            .divide(whole)
                            .longValueExact();
            parts.put(estimate.getKey(), Money.ofFen(part));
            left -= part;
        }
        return parts;
    }
}
