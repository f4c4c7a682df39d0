package org.jiugai.consultation;

import java.util.List;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.Money;

/** What a plan must satisfy beyond each field for itself (book 5.5, task 11). */
final class PlanRules {
    private PlanRules() {}

    /**
     * @param chapters that the policy wants
     * @param mandatoryClasses labels of classes that may not be empty
     * @param ceiling what is left of the case's investment for this community
     */
    static void check(PlanForm form, List<String> chapters, List<String> mandatoryClasses, Money ceiling) {
        Faults faults = new Faults();
        for (String chapter : chapters) {
            faults.require(form.chapters().contains(chapter), "chapters", "【方案章节】缺少“" + chapter + "”");
        }
        checkItems(form.items(), faults);
        checkFunds(form.fundPlan(), faults);
        for (String required : mandatoryClasses) {
            faults.require(
                    form.items().stream().anyMatch(i -> i.itemClass().label().equals(required)),
                    "items",
                    "【改造内容】本案政策要求的“" + required + "”不能为空");
        }
        Money items = form.items().stream().map(PlanForm.Item::amount).reduce(Money.ZERO, Money::plus);
        Money funds = form.fundPlan().stream().map(PlanForm.Fund::amount).reduce(Money.ZERO, Money::plus);
        Money residents = form.fundPlan().stream()
                .filter(f -> f.source() == FundSource.RESIDENTS)
                .map(PlanForm.Fund::amount)
                .reduce(Money.ZERO, Money::plus);
        faults.require(form.totalEstimate().isPositive(), "totalEstimate", "【投资估算】应大于零")
                .require(
                        items.equals(form.totalEstimate()),
                        "totalEstimate",
                        "【投资估算】" + form.totalEstimate().shown() + " 元与改造内容合计 " + items.shown() + " 元不一致")
                .require(
                        funds.equals(form.totalEstimate()),
                        "fundPlan",
                        "【资金筹措】合计 " + funds.shown() + " 元与投资估算 "
                                + form.totalEstimate().shown() + " 元不一致")
                .require(!form.residentShare().isNegative(), "residentShare", "【居民出资合计】不能为负数")
                .require(
                        residents.equals(form.residentShare()),
                        "residentShare",
                        "【居民出资合计】" + form.residentShare().shown() + " 元与资金筹措中的居民出资 " + residents.shown() + " 元不一致")
                .require(
                        !form.totalEstimate().isMoreThan(ceiling)
                                || form.overCeilingReason() != null
                                        && !form.overCeilingReason().isBlank(),
                        "overCeilingReason",
                        "【超出投资说明】投资估算超过本案剩余投资额 " + ceiling.shown() + " 元，须说明理由")
                .refuse("consultation.planRefused");
    }

    private static void checkItems(List<PlanForm.Item> items, Faults faults) {
        for (int i = 0; i < items.size(); i++) {
            PlanForm.Item item = items.get(i);
            String row = "【改造内容】第" + (i + 1) + "行：";
            faults.require(!item.unitPrice().isNegative(), "items[" + i + "].unitPrice", row + "单价不能为负数")
                    .require(
                            item.amount().equals(item.computed()),
                            "items[" + i + "].amount",
                            row + "金额应为数量×单价 " + item.computed().shown() + " 元");
        }
    }

    private static void checkFunds(List<PlanForm.Fund> funds, Faults faults) {
        for (int i = 0; i < funds.size(); i++) {
            faults.require(
                    funds.get(i).amount().isPositive(), "fundPlan[" + i + "].amount", "【资金筹措】第" + (i + 1) + "行：金额应大于零");
        }
    }
}
