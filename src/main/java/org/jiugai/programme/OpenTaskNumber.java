package org.jiugai.programme;

import org.jiugai.kernel.Area;
import org.jiugai.kernel.Money;

/** What the programme still owes of the issued task after projects have left it (任务缺口); never negative. */
public record OpenTaskNumber(
        int projects, int communities, int households, int buildings, Area area, Money investment) {
    public boolean isNothing() {
        return projects == 0
                && communities == 0
                && households == 0
                && buildings == 0
                && area.hundredths() == 0
                && investment.isZero();
    }
}
