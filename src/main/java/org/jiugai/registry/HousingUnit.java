package org.jiugai.registry;

import org.jiugai.kernel.Area;

/**
 * A unit (户): what is owned exclusively, surveyed and counted.
 *
 * @param entrance number of the stairwell (单元)
 * @param door 房号, unique at the entrance
 */
public record HousingUnit(
        long id,
        long communityId,
        long buildingId,
        String building,
        int entrance,
        String door,
        long areaHundredths,
        AreaBasis areaBasis,
        Tenure tenure) {
    public Area area() {
        return new Area(areaHundredths);
    }

    /** 3栋住户: the building, not the door, for readers who need not know who it is. */
    public String masked() {
        return building + "住户";
    }

    /** As residents write it: 3栋2单元501室. */
    public String address() {
        return building + entrance + "单元" + door + "室";
    }
}
