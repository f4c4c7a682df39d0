package org.jiugai.survey;

import org.jiugai.kernel.Area;
import org.jspecify.annotations.Nullable;

/**
 * A structure on the list of the latest condition survey.
 *
 * @param recognition null while nobody has said whether it is lawful
 */
public record ListedStructure(
        long id,
        int no,
        long communityId,
        String community,
        StructureKind kind,
        String location,
        long areaHundredths,
        @Nullable String party,
        @Nullable Recognition recognition,
        @Nullable String legalGround) {
    public Area area() {
        return new Area(areaHundredths);
    }

    /** As lists name it: 违建1 示例小区 3号楼东侧. */
    public String shown() {
        return "违建" + no + " " + community + " " + location;
    }
}
