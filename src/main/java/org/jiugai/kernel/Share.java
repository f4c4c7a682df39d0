package org.jiugai.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact fraction. Shares are compared by cross-multiplication, never by rounded percentages (book 0.3, trap 3). */
public record Share(long numerator, long denominator) implements Comparable<Share> {
    public static final Share ZERO = new Share(0, 1);
    public static final Share WHOLE = new Share(1, 1);

    public Share {
        if (denominator <= 0) throw new IllegalArgumentException("denominator must be positive: " + denominator);
        long divisor = BigInteger.valueOf(numerator)
                .gcd(BigInteger.valueOf(denominator))
                .longValueExact();
        if (divisor > 1) {
            numerator /= divisor;
            denominator /= divisor;
        }
    }

    /** Reads {@code 2/3}, {@code 0.30} or {@code 30%}. */
    @JsonCreator
    public static Share of(String text) {
        String trimmed = text.strip();
        int slash = trimmed.indexOf('/');
        if (slash > 0)
            return new Share(Long.parseLong(trimmed.substring(0, slash)), Long.parseLong(trimmed.substring(slash + 1)));
        if (trimmed.endsWith("%")) return ofPercent(trimmed.substring(0, trimmed.length() - 1));
        return ofDecimal(PlainDecimal.of(trimmed));
    }

    public static Share ofPercent(String percent) {
        return ofDecimal(PlainDecimal.of(percent).movePointLeft(2));
    }

    private static Share ofDecimal(BigDecimal value) {
        BigDecimal plain = value.setScale(Math.max(0, value.scale()), RoundingMode.UNNECESSARY);
        return new Share(
                plain.unscaledValue().longValueExact(),
                BigInteger.TEN.pow(plain.scale()).longValueExact());
    }

    /** The part that {@code part} is of {@code whole}; both must be in the same unit. */
    public static Share ratio(long part, long whole) {
        return new Share(part, whole);
    }

    public Share plus(Share other) {
        BigInteger n = BigInteger.valueOf(numerator)
                .multiply(BigInteger.valueOf(other.denominator))
                .add(BigInteger.valueOf(other.numerator).multiply(BigInteger.valueOf(denominator)));
        BigInteger d = BigInteger.valueOf(denominator).multiply(BigInteger.valueOf(other.denominator));
        BigInteger g = n.gcd(d);
        return new Share(n.divide(g).longValueExact(), d.divide(g).longValueExact());
    }

    public Share minus(Share other) {
        return plus(new Share(-other.numerator, other.denominator));
    }

    public boolean isAtLeast(Share other) {
        return compareTo(other) >= 0;
    }

    public boolean isMoreThan(Share other) {
        return compareTo(other) > 0;
    }

    /** For people, in percent with two decimals, rounded half up: {@code 66.67}. Never compare with it. */
    public String percent() {
        return BigDecimal.valueOf(numerator)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(denominator), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    @Override
    public int compareTo(Share other) {
        return BigInteger.valueOf(numerator)
                .multiply(BigInteger.valueOf(other.denominator))
                .compareTo(BigInteger.valueOf(other.numerator).multiply(BigInteger.valueOf(denominator)));
    }

    @JsonValue
    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
