package org.jiugai.ballot;

import org.jiugai.kernel.Area;

/**
 * A voter on the frozen roll.
 *
 * @param no number on the roll, printed on his paper ballot
 * @param representative who votes for the co-owners
 */
public record RollEntry(
        long id, long roundId, int no, String name, String representative, long areaHundredths, String units) {
    public Area area() {
        return new Area(areaHundredths);
    }
}
