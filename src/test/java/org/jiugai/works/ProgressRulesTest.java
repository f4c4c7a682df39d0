package org.jiugai.works;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.works.ProgressReport.Item;
import org.jiugai.works.ProgressVerdict.Decision;
import org.jiugai.works.ProgressVerdict.Seat;
import org.junit.jupiter.api.Test;

class ProgressRulesTest {
    private static final LocalDate MONDAY = LocalDate.of(2024, 6, 3);
    private static final LocalDate FRIDAY = LocalDate.of(2024, 6, 7);

    @Test
    void milestoneIsNotReachedByRounding() {
        assertThat(ProgressRules.physical(List.of(item("甲", "33.33", "50.01"), item("乙", "66.67", "49.99"))))
                .isEqualTo(4999);
        assertThat(ProgressRules.physical(List.of(item("甲", "33.33", "100"), item("乙", "66.67", "100"))))
                .isEqualTo(Progress.ALL);
    }

    @Test
    void weightsMustAddUpToAHundred() {
        assertThatThrownBy(() ->
                        check(report(FRIDAY, "1.00", null, item("甲", "60", "10"), item("乙", "39.99", "10")), null))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("权重合计须为100%，现为99.99%");
    }

    @Test
    void reportsLeaveNoGapAndReachNoFurtherThanToday() {
        assertThatThrownBy(() -> check(report(MONDAY.minusDays(1), "1.00", null, item("甲", "100", "10")), null))
                .hasMessageContaining("填报截止日");
        assertThatThrownBy(() -> check(report(FRIDAY.plusDays(1), "1.00", null, item("甲", "100", "10")), null))
                .hasMessageContaining("不得晚于今天");
    }

    @Test
    void itemMayNeitherShrinkNorDisappearWithoutANote() {
        Progress confirmed = new Progress(4700, Money.ofYuan("470.00"));
        ProgressReport gone = report(FRIDAY, "480.00", null, item("乙", "100", "90"));

        assertThatThrownBy(() -> check(gone, confirmed, item("甲", "100", "47"))).hasMessageContaining("“甲”");
        assertThatThrownBy(() -> check(
                        report(FRIDAY, "469.99", null, item("甲", "100", "46")), confirmed, item("甲", "100", "47")))
                .isInstanceOfSatisfying(
                        RuleViolation.class, v -> assertThat(v.faults()).hasSize(2));
        assertThatCode(() -> check(
                        report(FRIDAY, "460.00", "重复计量", item("甲", "100", "46")), confirmed, item("甲", "100", "47")))
                .doesNotThrowAnyException();
    }

    @Test
    void valueDoesNotExceedTheContract() {
        assertThatThrownBy(() -> ProgressRules.check(
                        report(FRIDAY, "1000.01", null, item("甲", "100", "10")),
                        MONDAY,
                        FRIDAY,
                        null,
                        List.of(),
                        Money.ofYuan("1000.00")))
                .hasMessageContaining("不得超过合同价1,000.00元");
    }

    @Test
    void differenceOfMoreThanFivePointsNeedsAReason() {
        Progress reported = new Progress(5000, Money.ofYuan("500.00"));

        assertThatCode(() -> ProgressRules.check(verdict("45.00", "450.00", null), Seat.SUPERVISOR, reported, null))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> ProgressRules.check(verdict("44.99", "449.00", null), Seat.SUPERVISOR, reported, null))
                .hasMessageContaining("差异说明");
        assertThatCode(() -> ProgressRules.check(verdict("44.99", "449.00", "现场实测"), Seat.SUPERVISOR, reported, null))
                .doesNotThrowAnyException();
    }

    @Test
    void nothingIsConfirmedWithoutTheChiefSupervisorsSignatureOrAboveWhatWasReported() {
        Progress reported = new Progress(5000, Money.ofYuan("500.00"));
        ProgressVerdict unsigned = new ProgressVerdict(
                Decision.CONFIRM, new BigDecimal("50"), Money.ofYuan("500.01"), null, null, false, null);

        assertThatThrownBy(() -> ProgressRules.check(unsigned, Seat.EMPLOYER, reported, null))
                .hasMessageContaining("总监签字")
                .hasMessageContaining("不得超过填报产值");
    }

    private static Item item(String name, String weight, String done) {
        return new Item(name, new BigDecimal(weight), new BigDecimal(done));
    }

    private static ProgressReport report(LocalDate to, String value, String note, Item... items) {
        return new ProgressReport(to, List.of(items), Money.ofYuan(value), 1, List.of(UUID.randomUUID()), note, null);
    }

    private static ProgressVerdict verdict(String percent, String value, String reason) {
        return new ProgressVerdict(
                Decision.CONFIRM, new BigDecimal(percent), Money.ofYuan(value), reason, null, true, null);
    }

    private static void check(ProgressReport report, Progress confirmed, Item... before) {
        ProgressRules.check(report, MONDAY, FRIDAY, confirmed, List.of(before), null);
    }
}
