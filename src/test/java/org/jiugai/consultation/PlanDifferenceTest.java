package org.jiugai.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jiugai.consultation.PlanDetails.PlannedFund;
import org.jiugai.kernel.Money;
import org.junit.jupiter.api.Test;

class PlanDifferenceTest {
    private static PlanDetails plan(String version, String estimate, List<PlanItem> items, String followUp) {
        Money sum = Money.ofYuan(estimate);
        PlanSummary summary = new PlanSummary(
                1, 1, "示例小区", version, sum, Money.ZERO, false, false, "ja-designer", LocalDate.of(2024, 1, 2));
        return new PlanDetails(
                summary, List.of(), items, List.of(new PlannedFund(FundSource.values()[0], sum)), null, followUp);
    }

    private static PlanItem item(String content, String quantity, String amount) {
        return new PlanItem(
                ItemClass.values()[0],
                content,
                new BigDecimal(quantity),
                "米",
                Money.ofYuan("100.00"),
                Money.ofYuan(amount));
    }

    @Test
    void whatIsNewGoneOrOtherIsNamedWithBothValues() {
        PlanDetails before =
                plan("v1", "3000.00", List.of(item("雨污分流", "10.000", "1000.00"), item("围墙", "20", "2000.00")), "物业管理");
        PlanDetails after =
                plan("v1.1", "2500.00", List.of(item("雨污分流", "15", "1500.00"), item("路灯", "10", "1000.00")), "物业管理");
        String type = ItemClass.values()[0].label();
        assertThat(PlanDifference.between(before, after).rows())
                .contains(
                        new PlanDifference.Row(
                                "调整", type + "：雨污分流", "10米 × 100.00元 = 1,000.00元", "15米 × 100.00元 = 1,500.00元"),
                        new PlanDifference.Row("取消", type + "：围墙", "20米 × 100.00元 = 2,000.00元", null),
                        new PlanDifference.Row("新增", type + "：路灯", null, "10米 × 100.00元 = 1,000.00元"),
                        new PlanDifference.Row("调整", "投资估算", "3,000.00元", "2,500.00元"))
                .noneMatch(row -> row.what().equals("建后管养"));
    }

    @Test
    void twoVersionsThatSayTheSameDoNotDiffer() {
        List<PlanItem> items = List.of(item("雨污分流", "10", "1000.00"));
        assertThat(PlanDifference.between(plan("v1", "1000.00", items, "物业"), plan("v2", "1000.00", items, "物业"))
                        .rows())
                .isEmpty();
    }
}
