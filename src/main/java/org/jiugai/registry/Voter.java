package org.jiugai.registry;

import java.util.List;
import org.jiugai.kernel.Area;

/**
 * One owner as votes count him: one person however many units he owns; the co-owners of a unit are one; a developer with its unsold units
 * is one (民法典278, 建筑物区分所有权解释9).
 *
 * @param key ids of the owners in ascending order, joined by {@code +}: the same for the same owners
 * @param name the owners' names, for those only who see the roll
 * @param representative name of the owner who votes for them
 * @param units ids of all their units
 * @param areaHundredths area of all their units in 0.01 m²
 */
public record Voter(String key, String name, String representative, List<Long> units, long areaHundredths) {
    public Area area() {
        return new Area(areaHundredths);
    }
}
