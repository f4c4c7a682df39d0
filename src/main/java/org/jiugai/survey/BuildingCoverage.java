package org.jiugai.survey;

import org.jiugai.kernel.Share;
import org.jspecify.annotations.Nullable;

/**
 * How far the survey of a building has come.
 *
 * @param surveyed households that have answered
 * @param notReached households that nobody met as often as the policy asks
 * @param elevatorWish how many want a lift, {@code chargingWish} a charging point
 * @param surveyor 网格员; null while the building is nobody's
 */
public record BuildingCoverage(
        long communityId,
        long buildingId,
        String building,
        int households,
        int surveyed,
        int supporting,
        int opposed,
        int indifferent,
        int notReached,
        int elevatorWish,
        int chargingWish,
        @Nullable String surveyor) {
    /** Households that somebody still has to call on. */
    public int open() {
        return households - surveyed - notReached;
    }

    /** 覆盖率 in percent; a dash where there are no households. */
    public String coverage() {
        return households == 0 ? "—" : Share.ratio(surveyed, households).percent() + "%";
    }

    /** 支持率 among those surveyed (S2-7). */
    public String support() {
        return surveyed == 0 ? "—" : Share.ratio(supporting, surveyed).percent() + "%";
    }

    BuildingCoverage plus(BuildingCoverage other) {
        return new BuildingCoverage(
                communityId,
                0,
                "合计",
                households + other.households,
                surveyed + other.surveyed,
                supporting + other.supporting,
                opposed + other.opposed,
                indifferent + other.indifferent,
                notReached + other.notReached,
                elevatorWish + other.elevatorWish,
                chargingWish + other.chargingWish,
                null);
    }
}
