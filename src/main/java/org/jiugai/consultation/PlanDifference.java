package org.jiugai.consultation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a reader sees of the way from one version of a plan to another. Items are the same when class and content are.
 *
 * @param from version before, {@code to} the later one
 * @param rows what differs; empty when nothing does
 */
public record PlanDifference(String from, String to, List<Row> rows) {
    /**
     * @param kind 新增, 取消 or 调整
     * @param before as it was, null where it was not there; {@code after} likewise
     */
    public record Row(String kind, String what, @Nullable String before, @Nullable String after) {
        static Row of(String what, @Nullable String before, @Nullable String after) {
            return new Row(before == null ? "新增" : after == null ? "取消" : "调整", what, before, after);
        }
    }

    static PlanDifference between(PlanDetails before, PlanDetails after) {
        List<Row> rows = new ArrayList<>();
        compare(rows, items(before), items(after));
        compare(rows, funds(before), funds(after));
        compare(rows, whole(before), whole(after));
        return new PlanDifference(before.summary().version(), after.summary().version(), List.copyOf(rows));
    }

    private static void compare(List<Row> rows, Map<String, String> before, Map<String, String> after) {
        Set<String> all = new LinkedHashSet<>(before.keySet());
        all.addAll(after.keySet());
        for (String what : all) {
            String was = before.get(what);
            String is = after.get(what);
            if (was == null || !was.equals(is)) rows.add(Row.of(what, was, is));
        }
    }

    private static Map<String, String> items(PlanDetails plan) {
        return plan.items().stream()
                .collect(Collectors.toMap(
                        item -> item.itemClass().label() + "：" + item.content(),
                        item -> "%s%s × %s元 = %s元"
                                .formatted(
                                        item.quantity().stripTrailingZeros().toPlainString(),
                                        item.unit(),
                                        item.unitPrice().shown(),
                                        item.amount().shown()),
                        (one, other) -> one + "；" + other,
                        LinkedHashMap::new));
    }

    private static Map<String, String> funds(PlanDetails plan) {
        return plan.funds().stream()
                .collect(Collectors.groupingBy(
                        fund -> "资金筹措：" + fund.source().label(),
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(
                                Collectors.reducing(Money.ZERO, PlanDetails.PlannedFund::amount, Money::plus),
                                sum -> sum.shown() + "元")));
    }

    private static Map<String, String> whole(PlanDetails plan) {
        Map<String, String> whole = new LinkedHashMap<>();
        whole.put("投资估算", plan.summary().estimate().shown() + "元");
        whole.put("居民出资合计", plan.summary().residentShare().shown() + "元");
        whole.put("涉及主体结构", plan.summary().structureChanged() ? "是" : "否");
        whole.put("涉及共有部分用途", plan.summary().commonPartChange() ? "是" : "否");
        whole.put("建后管养", plan.followUpPlan());
        return whole;
    }
}
