package org.jiugai.programme;

import java.util.List;
import org.jiugai.casefile.NewCase;
import org.jiugai.kernel.Area;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * A project of the programme as its sheet lists it.
 *
 * @param row where it starts
 * @param street region code
 * @param recheck why its figures must be looked at again (待复核), null when there is no reason
 */
record PlannedProject(
        int row,
        String projectNo,
        String name,
        String street,
        List<NewCase.Community> communities,
        Money investment,
        Terms terms,
        @Nullable String recheck) {
    /** What the sheet says about the project beyond its figures, as written there. */
    record Terms(
            String contents,
            String fundSource,
            String implementer,
            String tenderMode,
            String plannedStart,
            String plannedFinish,
            String remark) {}

    int households() {
        return communities.stream().mapToInt(NewCase.Community::households).sum();
    }

    int buildings() {
        return communities.stream().mapToInt(NewCase.Community::buildings).sum();
    }

    Area area() {
        return communities.stream().map(NewCase.Community::area).reduce(Area.ZERO, Area::plus);
    }
}
