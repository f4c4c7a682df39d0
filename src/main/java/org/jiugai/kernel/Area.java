package org.jiugai.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A floor area in whole hundredths of a square metre.
 *
 * @param hundredths the area in 0.01 m²
 */
public record Area(long hundredths) implements Comparable<Area> {
    public static final Area ZERO = new Area(0);

    /** Reads square metres with at most two decimals. */
    @JsonCreator
    public static Area ofSquareMetres(String text) {
        BigDecimal value = PlainDecimal.of(text);
        return new Area(
                value.movePointRight(2).setScale(0, RoundingMode.UNNECESSARY).longValueExact());
    }

    public Area plus(Area other) {
        return new Area(Math.addExact(hundredths, other.hundredths));
    }

    @JsonValue
    public String squareMetres() {
        return BigDecimal.valueOf(hundredths, 2).toPlainString();
    }

    @Override
    public int compareTo(Area other) {
        return Long.compare(hundredths, other.hundredths);
    }

    @Override
    public String toString() {
        return squareMetres();
    }
}
