package org.jiugai.ballot;

import org.jiugai.kernel.Area;
import org.jiugai.kernel.Share;

/**
 * Owners as the law counts them.
 *
 * @param persons number of owners
 * @param areaHundredths their exclusive area in 0.01 m²
 */
public record Totals(int persons, long areaHundredths) {
    public static final Totals NONE = new Totals(0, 0);

    public Totals plus(Totals other) {
        return new Totals(Math.addExact(persons, other.persons), Math.addExact(areaHundredths, other.areaHundredths));
    }

    public Totals minus(Totals other) {
        return new Totals(
                Math.subtractExact(persons, other.persons), Math.subtractExact(areaHundredths, other.areaHundredths));
    }

    public Area area() {
        return new Area(areaHundredths);
    }

    /** Whether both counts are at least this share of the whole (以上 includes the number). */
    boolean isAtLeast(Share share, Totals whole) {
        return reaches(persons, share, whole.persons) && reaches(areaHundredths, share, whole.areaHundredths);
    }

    /** Whether both counts are more than this share of the whole (过半数 does not include the number). */
    boolean isMoreThan(Share share, Totals whole) {
        return exceeds(persons, share, whole.persons) && exceeds(areaHundredths, share, whole.areaHundredths);
    }

    private static boolean reaches(long part, Share share, long whole) {
        return Math.multiplyExact(part, share.denominator()) >= Math.multiplyExact(whole, share.numerator());
    }

    private static boolean exceeds(long part, Share share, long whole) {
        return Math.multiplyExact(part, share.denominator()) > Math.multiplyExact(whole, share.numerator());
    }
}
