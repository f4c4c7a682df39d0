package org.jiugai.programme;

import java.time.LocalDate;
import org.jiugai.kernel.Area;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * A project of the programme as it stands now.
 *
 * @param documentNo the document that issued it; null when it came in by application
 * @param recheck why its figures must be looked at again, or null
 * @param leftOn when it left the programme (调出/退库), with {@code leftOutcome}
 */
public record ProgrammeProject(
        String county,
        int year,
        String name,
        long caseId,
        String projectNo,
        @Nullable String documentNo,
        @Nullable String applicationNumber,
        String contents,
        String fundSource,
        String implementer,
        String tenderMode,
        String plannedStart,
        String plannedFinish,
        String remark,
        @Nullable String recheck,
        int communities,
        int households,
        int buildings,
        long areaHundredths,
        long investmentFen,
        @Nullable LocalDate leftOn,
        @Nullable String leftOutcome) {
    public Area area() {
        return new Area(areaHundredths);
    }

    public Money investment() {
        return Money.ofFen(investmentFen);
    }
}
