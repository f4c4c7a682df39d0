package org.jiugai.tender;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.Share;
import org.jiugai.tender.TenderLaw.Limit;
import org.jiugai.worktime.DayType;
import org.jiugai.worktime.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * The timetable of book 2.4 (R-TT). A period that must be at least so long is counted in calendar days without the first day; one that
 * must be kept at the latest rolls forward over rest days (民法典第203条). Limits come from the table {@code tender-limits}.
 */
final class TenderRules {
    private final Function<String, Limit> law;
    private final Deadlines deadlines;

    TenderRules(Function<String, Limit> law, Deadlines deadlines) {
        this.law = law;
        this.deadlines = deadlines;
    }

    /** The last day of a period of calendar days, after rest days. */
    interface Deadlines {
        LocalDate last(LocalDate from, int days);

        static Deadlines of(WorkingCalendar calendar) {
            return (from, days) -> calendar.end(from, days, DayType.CALENDAR).effective();
        }
    }

    /**
     * TT1, TT3, TT6, TT14 and the ceiling.
     *
     * @param reviewed ceiling from the fiscal review, null where none binds
     */
    Faults documents(TenderDocumentsForm form, ProcurementMethod method, Money estimate, @Nullable Money reviewed) {
        Limit sale = law.apply("TT1");
        Limit preparation = law.apply("TT3");
        Limit bidBond = law.apply("TT6");
        Limit performance = law.apply("TT14");
        LocalDate issued = form.saleStart().toLocalDate();
        return new Faults()
                .require(form.saleEnd().isAfter(form.saleStart()), "saleEnd", "【发售截止】必须晚于发售起始")
                .require(!form.bidDeadline().isBefore(form.saleEnd()), "bidDeadline", "【投标截止】不得早于发售截止")
                .require(
                        !method.isTender() || !form.saleEnd().toLocalDate().isBefore(issued.plusDays(sale.value())),
                        "saleEnd",
                        "【发售截止】发售期不得少于" + sale.value() + "日（" + sale.basis() + "）")
                .require(
                        !method.isTender()
                                || !form.bidDeadline().toLocalDate().isBefore(issued.plusDays(preparation.value())),
                        "bidDeadline",
                        "【投标截止】自招标文件发出之日起不得少于" + preparation.value() + "日（" + preparation.basis() + "）")
                .require(form.ceilingPrice().isPositive(), "ceilingPrice", "【最高限价】必须大于0")
                .require(
                        !form.ceilingPrice().isMoreThan(estimate),
                        "ceilingPrice",
                        "【最高限价】不得超过合同估算价" + estimate.shown() + "元")
                .require(
                        reviewed == null || !form.ceilingPrice().isMoreThan(reviewed),
                        "ceilingPrice",
                        "【最高限价】不得超过财政评审的招标控制价" + (reviewed == null ? "" : reviewed.shown()) + "元")
                .require(
                        form.bidBond() == null
                                || !form.bidBond().isNegative()
                                        && !form.bidBond().isMoreThan(estimate.times(new Share(bidBond.value(), 100))),
                        "bidBond",
                        "【投标保证金】不得超过估算价的" + bidBond.value() + "%（" + bidBond.basis() + "）")
                .require(
                        !Percents.share(form.performanceBond()).isMoreThan(new Share(performance.value(), 100)),
                        "performanceBond",
                        "【履约担保比例】不得超过" + performance.value() + "%（" + performance.basis() + "）");
    }

    /** TT7: how many bidders a tender needs. */
    long bidders(ProcurementMethod method) {
        return method == ProcurementMethod.SINGLE_SOURCE ? 1 : law.apply("TT7").value();
    }

    Faults opening(OpeningForm form, TenderRounds.Round round) {
        Faults faults = new Faults()
                .require(
                        !form.openTime().isBefore(round.bidDeadline()),
                        "openTime",
                        "【开标时间】不得早于投标截止时间" + round.bidDeadline().toString().replace('T', ' '))
                .require(!form.aborted() || ProcurementRules.filled(form.comment()), "comment", "【意见说明】流标的必须说明原因");
        Set<String> names = new HashSet<>();
        for (int i = 0; i < form.bidders().size(); i++) {
            OpeningForm.Bid bid = form.bidders().get(i);
            faults.require(names.add(bid.name().strip()), "bidders[" + i + "].name", "【投标人 第" + (i + 1) + "行 名称】重复")
                    .require(bid.price().isPositive(), "bidders[" + i + "].price", "【投标人 第" + (i + 1) + "行 报价】必须大于0");
        }
        return faults;
    }

    /** TT8, TT9, TT17. */
    Faults evaluation(
            EvaluationForm form, ProcurementMethod method, TenderRounds.Round round, List<TenderRounds.Bid> bids) {
        Faults faults = committee(form, method);
        Set<String> rejected = new HashSet<>();
        form.rejected().forEach(r -> rejected.add(r.bidder().strip()));
        faults.require(
                bids.stream().map(TenderRounds.Bid::bidder).toList().containsAll(rejected),
                "rejected",
                "【否决投标】只能填写已登记的投标人");
        faults.require(
                !form.reportDate().isBefore(round.bidDeadline().toLocalDate()), "reportDate", "【收到评标报告日】不得早于投标截止日");
        if (form.decision() == EvaluationForm.Decision.ALL_REJECTED) {
            return faults.require(
                    form.candidates().isEmpty() && rejected.size() == bids.size(),
                    "rejected",
                    "【否决投标】全部否决的，须逐一写明每个投标人的否决理由，且不推荐候选人");
        }
        return candidates(form, round, bids, rejected, faults);
    }

    private Faults committee(EvaluationForm form, ProcurementMethod method) {
        Faults faults = new Faults();
        if (method == ProcurementMethod.SINGLE_SOURCE) return faults;
        Limit size = law.apply(method.isTender() ? "TT8" : "TT8G");
        int members = form.committee().size();
        long experts = form.committee().stream()
                .filter(m -> m.kind() == EvaluationForm.MemberKind.EXPERT)
                .count();
        faults.require(
                        members >= size.value() && members % 2 == 1,
                        "committee",
                        "【评委】应为" + size.value() + "人以上单数，现有" + members + "人（" + size.basis() + "）")
                .require(
                        experts * 3 >= members * 2L,
                        "committee",
                        "【评委】专家不得少于三分之二，" + members + "人中至少" + (members * 2 + 2) / 3 + "名专家，现有" + experts + "名（"
                                + size.basis() + "）");
        return faults;
    }

    private Faults candidates(
            EvaluationForm form,
            TenderRounds.Round round,
            List<TenderRounds.Bid> bids,
            Set<String> rejected,
            Faults faults) {
        Limit most = law.apply("TT9");
        List<Integer> ranks = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < form.candidates().size(); i++) {
            EvaluationForm.Candidate c = form.candidates().get(i);
            String at = "candidates[" + i + "].";
            String line = "【候选人 第" + (i + 1) + "行 ";
            String bidder = c.bidder().strip();
            ranks.add(c.rank());
            faults.require(
                            bids.stream().anyMatch(b -> b.bidder().equals(bidder)) && !rejected.contains(bidder),
                            at + "bidder",
                            line + "投标人】须为已登记且未被否决的投标人")
                    .require(names.add(bidder), at + "bidder", line + "投标人】重复")
                    .require(
                            c.price().isPositive() && !c.price().isMoreThan(round.ceiling()),
                            at + "price",
                            line + "报价】必须大于0且不超过最高限价" + round.ceiling().shown() + "元，超限的投标应当否决");
        }
        ranks.sort(null);
        boolean ordered = true;
        for (int i = 0; i < ranks.size(); i++) ordered &= ranks.get(i) == i + 1;
        return faults.require(
                        !ranks.isEmpty() && ranks.size() <= most.value(),
                        "candidates",
                        "【候选人】应为1至" + most.value() + "名（" + most.basis() + "）")
                .require(ordered, "candidates", "【候选人】名次应从1起连续且不重复（" + most.basis() + "）");
    }

    /**
     * The earliest lawful end of a period that starts on that day, moved over rest days.
     *
     * @param rule TT1, TT3 or TT10
     */
    LocalDate earliestEnd(LocalDate start, String rule) {
        return latest(start, rule);
    }

    /** Whether the candidates were published too late (TT10). */
    boolean publishedLate(LocalDate reportDate, LocalDate noticeStart) {
        return noticeStart.isAfter(latest(reportDate, "TT10"));
    }

    /** Whether the contract was signed too late (TT13). */
    boolean signedLate(LocalDate awardDate, LocalDate signDate) {
        return signDate.isAfter(latest(awardDate, "TT13"));
    }

    private LocalDate latest(LocalDate from, String rule) {
        return deadlines.last(from, Math.toIntExact(law.apply(rule).value()));
    }

    /**
     * TT10, TT17, TT18 for an award.
     *
     * @param available candidates still in the running, best first
     */
    Faults award(
            AwardForm form,
            ProcurementMethod method,
            TenderRounds.Round round,
            LocalDate reportDate,
            List<TenderRounds.Candidate> available) {
        boolean reason = ProcurementRules.filled(form.passReason());
        if (form.decision() == AwardForm.Decision.RETENDER) {
            return new Faults().require(reason, "passReason", "【顺延或重新招标理由】重新招标的必须写明理由");
        }
        Limit notice = law.apply("TT10");
        Integer winner = form.winner();
        Money price = form.awardPrice();
        LocalDate start = form.noticeStart();
        LocalDate end = form.noticeEnd();
        LocalDate awarded = form.awardDate();
        Faults faults = new Faults()
                .require(
                        winner != null && available.stream().anyMatch(c -> c.rank() == winner),
                        "winner",
                        "【中标人】须在尚未退出的候选人中选择")
                .require(
                        winner == null
                                || available.isEmpty()
                                || available.get(0).rank() == winner
                                || reason,
                        "passReason",
                        "【顺延或重新招标理由】应当确定排名第一的候选人中标，顺延的必须写明理由（招标投标法实施条例第55条）")
                .require(
                        price != null && price.isPositive() && !price.isMoreThan(round.ceiling()),
                        "awardPrice",
                        "【中标价】必须填写，且不超过最高限价" + round.ceiling().shown() + "元")
                .require(start != null, "noticeStart", "【公示起】必须填写")
                .require(end != null, "noticeEnd", "【公示止】必须填写")
                .require(awarded != null, "awardDate", "【中标通知书日期】必须填写")
                .require(Boolean.TRUE.equals(form.objectionsSettled()), "objectionsSettled", "【异议已处理完毕】有未处理的异议不得定标");
        if (start != null) {
            faults.require(!start.isBefore(reportDate), "noticeStart", "【公示起】不得早于收到评标报告日")
                    .require(
                            !method.isTender()
                                    || !publishedLate(reportDate, start)
                                    || ProcurementRules.filled(form.lateReason()),
                            "lateReason",
                            "【逾期公示理由】收到评标报告超过" + notice.value() + "日才公示，必须说明理由（TT10，" + notice.basis() + "）");
        }
        if (start != null && end != null) {
            faults.require(
                    !end.isBefore(start.plusDays(notice.value())),
                    "noticeEnd",
                    "【公示止】公示期不得少于" + notice.value() + "日（" + notice.basis() + "）");
        }
        if (end != null && awarded != null) faults.require(awarded.isAfter(end), "awardDate", "【中标通知书日期】必须晚于公示期满");
        return faults;
    }
}
