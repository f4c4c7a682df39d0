package org.jiugai.works;

import java.math.BigDecimal;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.Share;

/**
 * A state of the works.
 *
 * @param hundredths cumulative progress in 0.01 %, 10000 is all
 * @param value cumulative value of the work done
 */
public record Progress(int hundredths, Money value) {
    static final int ALL = 10_000;

    static int hundredths(BigDecimal percent) {
        return percent.movePointRight(2).intValueExact();
    }

    public Share share() {
        return new Share(hundredths, ALL);
    }

    public boolean isComplete() {
        return hundredths == ALL;
    }

    /** In percent, for people and for forms: {@code 47.00}. */
    public String percent() {
        return percent(hundredths);
    }

    static String percent(int hundredths) {
        return BigDecimal.valueOf(hundredths, 2).toPlainString();
    }
}
