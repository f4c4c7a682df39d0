package org.jiugai.funding;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiugai.casefile.CaseFinding;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.CaseOfficeLookup;
import org.jiugai.funding.PaymentApproval.FindingAnswer;
import org.jiugai.funding.TrancheSchedule.Shortage;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Finding;
import org.jiugai.kernel.Finding.Severity;
import org.jiugai.kernel.Money;
import org.jiugai.policy.Parameters;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a payment contradicts: raised when the tranche starts, so that every step of the chain sees it (book 2.5). */
@Component
class FundingFindings {
    static final String SHORTFALL = "OWNER_FUND_SHORTFALL";
    private static final String DUTY = "DUTY";
    private static final String EXHAUSTED = "RETENTION_EXHAUSTED";
    private static final List<String> CHAIN =
            List.of("contractor", "supervisor", "employer", "housing-bureau", "finance-bureau");
    private static final List<String> CHAIN_LABELS = List.of("施工申请", "监理审核", "建设单位审核", "住建审核", "财政审批");
    private final FundingBooks books;
    private final CaseManagement cases;
    private final CaseOfficeLookup offices;

    FundingFindings(FundingBooks books, CaseManagement cases, CaseOfficeLookup offices) {
        this.books = books;
        this.cases = cases;
        this.offices = offices;
    }

    @EventListener
    void on(TrancheStarted started) {
        FundingTranche tranche = books.tranche(started.trancheId());
        progressShare(tranche);
        shortfall(tranche);
        sameOffice(tranche.caseId());
    }

    /** PAY1 in yuan, for the ledger: what a person has to answer was raised when the case was opened. */
    private void progressShare(FundingTranche tranche) {
        long caseId = tranche.caseId();
        new TrancheSchedule(cases.parameter(caseId, Parameters.PAYMENT_SCHEDULE))
                        .shortages(books.contract(caseId), cases.policy(caseId).national(Parameters.PROGRESS_MIN_SHARE))
                        .stream()
                        .filter(s -> s.tranche().equals(tranche.code()))
                        .forEach(s -> cases.raise(caseId, finding(s)));
    }

    private static Finding finding(Shortage s) {
        return new Finding(
                "PAY1",
                Severity.INFO,
                "节点%s：进度%s%%对应完成产值%s元，累计拨付%s元，低于应付比例，差额%s元"
                        .formatted(
                                s.tranche(),
                                s.progress().percent(),
                                s.valueDone().shown(),
                                s.paid().shown(),
                                s.missing().shown()),
                "财建〔2022〕183号");
    }

    /** The residents' money does not reach for this tranche yet. */
    private void shortfall(FundingTranche tranche) {
        Money missing = missing(tranche);
        if (!missing.isPositive()) return;
        cases.raise(
                tranche.caseId(),
                new Finding(
                        SHORTFALL,
                        Severity.WARN,
                        "节点%s由居民出资支付，应付%s元，已归集%s元，尚差%s元，归集到位前暂缓拨付"
                                .formatted(
                                        tranche.code(),
                                        tranche.due().shown(),
                                        books.collected(tranche.caseId(), Source.OWNER_RAISED)
                                                .shown(),
                                        missing.shown()),
                        "老旧小区改造方案关于业主自筹部分的规定"));
    }

    /** What residents still have to pay in before this tranche can be paid; zero for other sources and closed tranches. */
    Money missing(FundingTranche tranche) {
        if (tranche.source() != Source.OWNER_RAISED || !tranche.state().isOpen()) return Money.ZERO;
        return Money.max(Money.ZERO, tranche.due().minus(balance(tranche.caseId(), Source.OWNER_RAISED)));
    }

    Money balance(long caseId, Source source) {
        return books.collected(caseId, source).minus(books.spent(caseId, source));
    }

    /** The money has come in: what was raised because of it is answered. */
    void shortfallEnded(long caseId) {
        boolean stillShort = books.tranches(caseId).stream()
                .anyMatch(t -> t.state() == TrancheState.STARTED && missing(t).isPositive());
        if (stillShort) return;
        open(caseId).stream()
                .filter(f -> f.ruleId().equals(SHORTFALL))
                .forEach(f -> cases.answer(caseId, f.id(), "居民出资已归集到位，继续拨付", Actor.SYSTEM));
    }

    /** PAY2 in yuan: the retention above the statutory share of the settled amount. */
    void retention(long caseId, Money settled, Money retention) {
        Money cap = settled.times(cases.policy(caseId).national(Parameters.RETENTION_SHARE));
        if (!retention.isMoreThan(cap)) return;
        cases.raise(
                caseId,
                new Finding(
                        "PAY2",
                        Severity.INFO,
                        "按结算价%s元，质保金%s元超过法定上限%s元，多留%s元"
                                .formatted(
                                        settled.shown(),
                                        retention.shown(),
                                        cap.shown(),
                                        retention.minus(cap).shown()),
                        "建质〔2017〕138号第七条"));
    }

    /** The repair cost more than the retention can bear. */
    void deductionBeyondRetention(long caseId, long defectId, Money rest) {
        cases.raise(
                caseId,
                new Finding(
                        EXHAUSTED,
                        Severity.WARN,
                        "缺陷%d的维修费超出剩余质保金%s元，应另行向施工单位追偿".formatted(defectId, rest.shown()),
                        "建质〔2017〕138号第九条"));
    }

    /** One office holds successive steps: another of its people must act, and that is said aloud. */
    private void sameOffice(long caseId) {
        List<String> holders = CHAIN.stream()
                .map(role -> offices.holder(caseId, role).orElseGet(() -> offices.renovationOffice(caseId)))
                .toList();
        IntStream.range(1, holders.size())
                .filter(i -> holders.get(i).equals(holders.get(i - 1)))
                .forEach(i -> cases.raise(
                        caseId,
                        new Finding(
                                DUTY,
                                Severity.WARN,
                                "付款的“%s”与“%s”由同一单位承担，须由不同人员办理".formatted(CHAIN_LABELS.get(i - 1), CHAIN_LABELS.get(i)),
                                "财会〔2012〕21号第12条（不相容岗位相互分离）")));
    }

    /** Findings about money, answered or not. */
    List<CaseFinding> aboutMoney(long caseId) {
        return cases.findings(caseId).stream()
                .filter(f -> f.ruleId().startsWith("PAY")
                        || List.of(SHORTFALL, DUTY, EXHAUSTED).contains(f.ruleId()))
                .toList();
    }

    /** Findings of the case that warn and have no answer yet. */
    List<CaseFinding> open(long caseId) {
        return cases.findings(caseId).stream()
                .filter(f -> f.answer() == null && !f.severity().equals(Severity.INFO.name()))
                .toList();
    }

    /** Answers the open findings for which the step gave a reason. */
    void answer(long caseId, PaymentApproval form, Actor actor) {
        Map<Long, FindingAnswer> answers = answers(form);
        for (CaseFinding finding : open(caseId)) {
            FindingAnswer answer = answers.get(finding.id());
            if (answer != null && answer.answer() != null) cases.answer(caseId, finding.id(), answer.answer(), actor);
        }
    }

    static Map<Long, FindingAnswer> answers(PaymentApproval form) {
        return form.findings().stream()
                .filter(FindingAnswer::isAnswered)
                .collect(Collectors.toMap(FindingAnswer::findingId, a -> a, (first, second) -> second));
    }
}
