package org.jiugai.works;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.Money;
import org.jiugai.works.ProgressReport.Item;
import org.jiugai.works.ProgressVerdict.Decision;
import org.jiugai.works.ProgressVerdict.Seat;
import org.jspecify.annotations.Nullable;

/** What a report and a verdict must obey; no engine, no database. */
final class ProgressRules {
    /** More than five points between reported and verified need a reason (book 1.8 H2). */
    private static final int TOLERATED_DIFFERENCE = 500;

    private ProgressRules() {}

    /** Weighted sum of the items, cut off below 0.01 % so that a milestone is never reached by rounding. */
    static int physical(List<Item> items) {
        long sum = items.stream()
                .mapToLong(i -> (long) Progress.hundredths(i.weight()) * Progress.hundredths(i.done()))
                .sum();
        return Math.toIntExact(sum / Progress.ALL);
    }

    /**
     * @param from first day of the reported period
     * @param confirmed the last confirmed state, null before the first
     * @param confirmedItems its items
     * @param price the contract price, null when there is none
     */
    static void check(
            ProgressReport report,
            LocalDate from,
            LocalDate today,
            @Nullable Progress confirmed,
            List<Item> confirmedItems,
            @Nullable Money price) {
        Faults faults = new Faults();
        faults.require(!report.reportTo().isBefore(from), "reportTo", "【填报截止日】不得早于" + from + "，各期须首尾相接、不重叠")
                .require(!report.reportTo().isAfter(today), "reportTo", "【填报截止日】不得晚于今天")
                .require(!report.valueDone().isNegative(), "valueDone", "【累计完成产值】不得为负数")
                .require(
                        price == null || !report.valueDone().isMoreThan(price),
                        "valueDone",
                        "【累计完成产值】不得超过合同价" + (price == null ? "" : price.shown()) + "元");
        checkItems(report.items(), faults);
        if (isBlank(report.correctionNote())) {
            checkNothingDecreased(report, confirmed, confirmedItems, faults);
        }
        faults.refuse("works.invalidReport");
    }

    private static void checkItems(List<Item> items, Faults faults) {
        int weights =
                items.stream().mapToInt(i -> Progress.hundredths(i.weight())).sum();
        faults.require(weights == Progress.ALL, "items", "【分项完成情况】权重合计须为100%，现为" + Progress.percent(weights) + "%");
        Set<String> names = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            faults.require(names.add(items.get(i).item().strip()), "items[" + i + "].item", "【分项工程】不得重复");
        }
    }

    private static void checkNothingDecreased(
            ProgressReport report, @Nullable Progress confirmed, List<Item> confirmedItems, Faults faults) {
        Map<String, Integer> now = new HashMap<>();
        report.items().forEach(i -> now.put(i.item().strip(), Progress.hundredths(i.done())));
        for (Item before : confirmedItems) {
            int least = Progress.hundredths(before.done());
            int done = now.getOrDefault(before.item(), -1);
            faults.require(
                    done >= least,
                    "items",
                    "【分项完成情况】“" + before.item() + "”上期已确认" + Progress.percent(least) + "%，不得减少或删除；确需更正的须填写【更正说明】");
        }
        faults.require(
                confirmed == null || !report.valueDone().isLessThan(confirmed.value()),
                "valueDone",
                "【累计完成产值】不得低于上期已确认产值；确需更正的须填写【更正说明】");
    }

    /**
     * @param reported what the contractor reported
     * @param confirmed the last confirmed state, null before the first
     */
    static void check(ProgressVerdict verdict, Seat seat, Progress reported, @Nullable Progress confirmed) {
        Faults faults = new Faults();
        if (verdict.decision() == Decision.CONFIRM) {
            checkConfirmed(verdict, reported, confirmed, faults);
        } else {
            faults.require(!isBlank(verdict.comment()), "comment", "【意见说明】退回或复测时必填")
                    .require(
                            seat == Seat.EMPLOYER || verdict.decision() != Decision.REMEASURE,
                            "decision",
                            "【审核结论】复测由建设单位提出，监理单位请选择确认或退回");
        }
        faults.refuse("works.invalidVerdict");
    }

    private static void checkConfirmed(
            ProgressVerdict verdict, Progress reported, @Nullable Progress confirmed, Faults faults) {
        faults.require(verdict.verifiedPct() != null, "verifiedPct", "【审核进度】确认时必填")
                .require(verdict.verifiedValue() != null, "verifiedValue", "【确认产值】确认时必填")
                .require(
                        Boolean.TRUE.equals(verdict.chiefSignature()),
                        "chiefSignature",
                        "【总监签字】未经总监理工程师签字不得确认进度（建设工程质量管理条例第37条）");
        if (verdict.verifiedPct() == null || verdict.verifiedValue() == null) return;
        int verified = Progress.hundredths(verdict.verifiedPct());
        Money value = verdict.verifiedValue();
        faults.require(!value.isNegative(), "verifiedValue", "【确认产值】不得为负数")
                .require(!value.isMoreThan(reported.value()), "verifiedValue", "【确认产值】不得超过填报产值")
                .require(
                        Math.abs(verified - reported.hundredths()) <= TOLERATED_DIFFERENCE
                                || !isBlank(verdict.differenceReason()),
                        "differenceReason",
                        "【差异说明】审核进度与填报进度相差超过5个百分点时必填")
                .require(
                        confirmed == null
                                || !isBlank(verdict.correctionNote())
                                || (verified >= confirmed.hundredths() && !value.isLessThan(confirmed.value())),
                        "correctionNote",
                        "【更正说明】累计进度或产值低于上次确认数时必填");
    }

    static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
