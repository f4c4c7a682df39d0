package org.jiugai.programme;

import org.jiugai.kernel.Area;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.Money;

/**
 * The task of the year as it was issued to a county (下达任务); what is imported must add up to it.
 *
 * @param documentNo number of the document that issued it
 */
public record AnnualTask(
        String documentNo, int projects, int communities, int households, int buildings, Area area, Money investment) {
    void check(Faults faults) {
        faults.require(!documentNo.isBlank(), "documentNo", "【下达文号】必填")
                .require(projects > 0, "projects", "【项目数】必须大于0")
                .require(communities > 0, "communities", "【小区数】必须大于0")
                .require(households > 0, "households", "【户数】必须大于0")
                .require(buildings > 0, "buildings", "【楼栋数】必须大于0")
                .require(area.hundredths() > 0, "area", "【建筑面积】必须大于0")
                .require(investment.isPositive(), "investment", "【投资】必须大于0");
    }
}
