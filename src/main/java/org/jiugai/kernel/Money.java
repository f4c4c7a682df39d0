package org.jiugai.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * An amount of yuan in whole fen. May be negative where a difference is meant; forms refuse negative amounts themselves.
 *
 * @param fen the amount in fen, 1 yuan = 100 fen
 */
public record Money(long fen) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    /**
     * Reads an amount in yuan with at most two decimals, as a form or a policy document writes it.
     *
     * @throws NumberFormatException when the text is no such amount
     */
    @JsonCreator
    public static Money ofYuan(String yuan) {
        BigDecimal value = PlainDecimal.of(yuan);
        if (value.stripTrailingZeros().scale() > 2) throw new NumberFormatException("more than two decimals: " + yuan);
        return new Money(value.movePointRight(2)
                .setScale(0, RoundingMode.UNNECESSARY)
                .toBigIntegerExact()
                .longValueExact());
    }

    public static Money ofFen(long fen) {
        return new Money(fen);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    public Money negated() {
        return new Money(Math.negateExact(fen));
    }

    /** The share of this amount, rounded half up to the fen (book 3.3: {@code r(x)}). */
    public Money times(Share share) {
        BigDecimal exact = new BigDecimal(BigInteger.valueOf(fen).multiply(BigInteger.valueOf(share.numerator())));
        return new Money(exact.divide(BigDecimal.valueOf(share.denominator()), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(fen, factor));
    }

    public boolean isNegative() {
        return fen < 0;
    }

    public boolean isPositive() {
        return fen > 0;
    }

    public boolean isZero() {
        return fen == 0;
    }

    public boolean isMoreThan(Money other) {
        return fen > other.fen;
    }

    public boolean isLessThan(Money other) {
        return fen < other.fen;
    }

    public static Money min(Money a, Money b) {
        return a.fen <= b.fen ? a : b;
    }

    public static Money max(Money a, Money b) {
        return a.fen >= b.fen ? a : b;
    }

    /** Whole yuan with two decimals and no grouping, the form in which amounts travel: {@code 1234.50}. */
    @JsonValue
    public String yuan() {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    /** For people: {@code 1,234.50}. */
    public String shown() {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(BigDecimal.valueOf(fen, 2));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    @Override
    public String toString() {
        return yuan();
    }
}
