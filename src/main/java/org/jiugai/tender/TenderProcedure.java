package org.jiugai.tender;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.formalities.FormalitiesManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Finding;
import org.jiugai.kernel.Finding.Severity;
import org.jiugai.kernel.Money;
import org.jiugai.worktime.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tender of a package, round by round: documents, opening, evaluation, award (tasks 29 to 32). */
@Service
@Transactional
public class TenderProcedure {
    private final Packages packages;
    private final TenderRounds rounds;
    private final TenderRules rules;
    private final CaseManagement cases;
    private final FormalitiesManagement formalities;
    private final DocumentManagement documents;
    private final Clock clock;

    TenderProcedure(
            Packages packages,
            TenderRounds rounds,
            TenderLaw law,
            WorkingCalendar calendar,
            CaseManagement cases,
            FormalitiesManagement formalities,
            DocumentManagement documents,
            Clock clock) {
        this.packages = packages;
        this.rounds = rounds;
        this.rules = new TenderRules(law::limit, TenderRules.Deadlines.of(calendar));
        this.cases = cases;
        this.formalities = formalities;
        this.documents = documents;
        this.clock = clock;
    }

    /** Task 29: a new round; from now on no other case can join the package. */
    public void issueDocuments(long packageId, TenderDocumentsForm form, Actor actor) {
        Packages.TenderPackage tendered = packages.lock(packageId).orElseGet(() -> packages.get(packageId));
        rules.documents(form, tendered.method(), tendered.estimate(), reviewedCeiling(tendered))
                .refuse("tender.documentsRefused");
        long roundId = rounds.open(packageId, form, today(), actor, clock.instant());
        attach(tendered, "招标文件", roundId, form.tenderDoc(), actor);
    }

    /**
     * Task 30.
     *
     * @return whether there are bidders enough to open; if not, a second failure is a finding
     */
    public boolean openBids(long packageId, OpeningForm form, Actor actor) {
        Packages.TenderPackage tendered = packages.get(packageId);
        TenderRounds.Round round = rounds.current(packageId);
        rules.opening(form, round).refuse("tender.openingRefused");
        long valid = form.bidders().stream().filter(OpeningForm.Bid::sealed).count();
        boolean enough = valid >= rules.bidders(tendered.method());
        boolean sufficient = enough && !form.aborted();
        rounds.opened(round.id(), form, sufficient, actor, clock.instant());
        if (!enough && round.roundNo() > 1) {
            raise(
                    packageId,
                    "R-TT7",
                    "标段" + tendered.shown() + "第" + round.roundNo() + "次招标投标人仍少于3个，继续招标前可报原审批部门批准不再招标",
                    "工程建设项目施工招标投标办法第38条");
        }
        attach(tendered, "开标记录", round.id(), form.openingDoc(), actor);
        return sufficient;
    }

    /** Task 31. @return whether the committee proposes candidates */
    public boolean evaluate(long packageId, EvaluationForm form, Actor actor) {
        Packages.TenderPackage tendered = packages.get(packageId);
        TenderRounds.Round round = rounds.current(packageId);
        rules.evaluation(form, tendered.method(), round, rounds.bids(round.id()))
                .refuse("tender.evaluationRefused");
        rounds.evaluated(round.id(), form, actor, clock.instant());
        attach(tendered, "评标报告", round.id(), form.reportDoc(), actor);
        return form.decision() == EvaluationForm.Decision.PROPOSED;
    }

    /**
     * Task 32: the best candidate that is left, unless a reason passes it over; candidates passed over are out.
     *
     * @return whether there is a winner
     */
    public boolean award(long packageId, AwardForm form, Actor actor) {
        Packages.TenderPackage tendered = packages.get(packageId);
        TenderRounds.Round round = rounds.current(packageId);
        LocalDate reported =
                rounds.reportDate(round.id()).orElse(round.bidDeadline().toLocalDate());
        List<TenderRounds.Candidate> available = rounds.candidates(round.id()).stream()
                .filter(TenderRounds.Candidate::isAvailable)
                .toList();
        rules.award(form, tendered.method(), round, reported, available).refuse("tender.awardRefused");
        boolean won = form.decision() == AwardForm.Decision.AWARDED;
        Integer winner = form.winner();
        available.stream()
                .filter(c -> !won || winner != null && c.rank() < winner)
                .forEach(c -> rounds.drop(
                        round.id(), c.rank(), String.valueOf(form.passReason()), today(), actor, clock.instant()));
        LocalDate published = form.noticeStart();
        if (won && published != null && tendered.method().isTender() && rules.publishedLate(reported, published)) {
            raise(
                    packageId,
                    "R-TT10",
                    "标段" + tendered.shown() + "中标候选人公示逾期：" + reported + "收到评标报告，" + published + "公示，理由："
                            + form.lateReason(),
                    "招标投标法实施条例第54条");
        }
        if (won) rounds.award(round.id(), form, actor, clock.instant());
        attach(tendered, "中标通知书", round.id(), form.awardDoc(), actor);
        return won;
    }

    /** Closes the failed round; the next documents open a new one. */
    public void reopen(long packageId) {
        rounds.fail(rounds.current(packageId).id(), today(), clock.instant());
    }

    /** What the forms of a package's tender show. */
    @Transactional(readOnly = true)
    public TenderView view(long packageId) {
        Packages.TenderPackage of = packages.get(packageId);
        TenderProposals proposals = new TenderProposals(rules, today(), of, reviewedCeiling(of), rounds);
        return TenderView.of(of, packages.parts(packageId), rounds, cases, proposals.values());
    }

    /** The ceilings that the fiscal reviews set for the works; null when this is no works package or one is missing. */
    private @Nullable Money reviewedCeiling(Packages.TenderPackage tendered) {
        if (!tendered.type().isWorks()) return null;
        Money sum = Money.ZERO;
        for (Packages.Part part : packages.parts(tendered.id())) {
            Money ceiling = formalities.of(part.caseId()).ceilingPrice();
            if (ceiling == null) return null;
            sum = sum.plus(ceiling);
        }
        return sum;
    }

    private void raise(long packageId, String rule, String message, String basis) {
        Finding finding = new Finding(rule, Severity.WARN, message, basis);
        packages.parts(packageId).forEach(part -> cases.raise(part.caseId(), finding));
    }

    private void attach(
            Packages.TenderPackage of, String purpose, long roundId, @Nullable List<UUID> ids, Actor actor) {
        if (ids != null && !ids.isEmpty()) {
            documents.attach(of.foundingCaseId(), purpose, "tender-round:" + roundId, ids, actor);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
