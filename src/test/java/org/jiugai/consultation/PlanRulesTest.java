package org.jiugai.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanRulesTest {
    private static final List<String> CHAPTERS = List.of("工程估算", "资金筹措");
    private static final Money CEILING = Money.ofYuan("100.00");

    private static PlanForm.Item item(String quantity, String price, String amount) {
        return new PlanForm.Item(
                ItemClass.BASIC, "管网", new BigDecimal(quantity), "米", Money.ofYuan(price), Money.ofYuan(amount));
    }

    private static PlanForm.Fund fund(FundSource source, String amount) {
        return new PlanForm.Fund(source, Money.ofYuan(amount));
    }

    private static PlanForm plan(
            List<PlanForm.Item> items,
            String estimate,
            List<PlanForm.Fund> funds,
            String residents,
            @Nullable String reason) {
        return new PlanForm(
                CHAPTERS,
                items,
                Money.ofYuan(estimate),
                reason,
                funds,
                Money.ofYuan(residents),
                false,
                false,
                Set.of(),
                "物业管理",
                List.of(),
                List.of(),
                null);
    }

    private static List<String> faults(PlanForm form) {
        return catchThrowableOfType(RuleViolation.class, () -> PlanRules.check(form, CHAPTERS, List.of("基础类"), CEILING))
                .faults()
                .stream()
                .map(RuleViolation.Fault::field)
                .toList();
    }

    @Test
    void aPlanThatAddsUpToTheFenIsAccepted() {
        PlanForm form = plan(
                List.of(item("3.333", "10.01", "33.36"), item("1", "66.64", "66.64")),
                "100.00",
                List.of(fund(FundSource.COUNTY, "70.00"), fund(FundSource.RESIDENTS, "30.00")),
                "30.00",
                null);
        assertThatCode(() -> PlanRules.check(form, CHAPTERS, List.of("基础类"), CEILING))
                .doesNotThrowAnyException();
    }

    @Test
    void oneFenTooMuchIsRefusedWhereverItIs() {
        PlanForm form = plan(
                List.of(item("1", "10.00", "10.01")), "10.00", List.of(fund(FundSource.COUNTY, "10.01")), "0.01", null);
        assertThat(faults(form)).containsExactly("items[0].amount", "totalEstimate", "fundPlan", "residentShare");
    }

    @Test
    void anEstimateAboveTheCeilingNeedsAReason() {
        List<PlanForm.Item> items = List.of(item("1", "100.01", "100.01"));
        List<PlanForm.Fund> funds = List.of(fund(FundSource.COUNTY, "100.01"));
        assertThat(faults(plan(items, "100.01", funds, "0.00", " "))).containsExactly("overCeilingReason");
        assertThatCode(() -> PlanRules.check(
                        plan(items, "100.01", funds, "0.00", "已同意追加"), CHAPTERS, List.of("基础类"), CEILING))
                .doesNotThrowAnyException();
    }

    @Test
    void classesAndChaptersOfThePolicyMayNotBeMissing() {
        PlanForm form = plan(
                List.of(item("1", "1.00", "1.00")), "1.00", List.of(fund(FundSource.COUNTY, "1.00")), "0.00", null);
        RuleViolation refusal = catchThrowableOfType(
                RuleViolation.class, () -> PlanRules.check(form, List.of("工程估算", "后续管理"), List.of("安全底线类"), CEILING));
        assertThat(refusal.faults()).extracting(RuleViolation.Fault::field).containsExactly("chapters", "items");
    }

    @Test
    void negativeAmountsAreRefused() {
        PlanForm form = plan(
                List.of(item("1", "-1.00", "-1.00"), item("1", "2.00", "2.00")),
                "1.00",
                List.of(fund(FundSource.COUNTY, "2.00"), fund(FundSource.RESIDENTS, "-1.00")),
                "-1.00",
                null);
        assertThat(faults(form)).containsExactly("items[0].unitPrice", "fundPlan[1].amount", "residentShare");
    }
}
