package org.jiugai.tender;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.formalities.FormalitiesManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.Money;
import org.jiugai.policy.Parameters;
import org.jiugai.tender.ProcurementForm.PackageRow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a case buys: its packages, new or joined; whether the contracts it needs are signed. */
@Service
@Transactional
public class ProcurementManagement {
    private final Packages packages;
    private final TenderLaw law;
    private final CaseManagement cases;
    private final FormalitiesManagement formalities;
    private final DocumentManagement documents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProcurementManagement(
            Packages packages,
            TenderLaw law,
            CaseManagement cases,
            FormalitiesManagement formalities,
            DocumentManagement documents,
            ApplicationEventPublisher events,
            Clock clock) {
        this.packages = packages;
        this.law = law;
        this.cases = cases;
        this.formalities = formalities;
        this.documents = documents;
        this.events = events;
        this.clock = clock;
    }

    /** A package of the county that a case may still join. */
    public record OpenPackage(long packageId, String packageNo, String name, PackageType type, Money estimate) {}

    /** Packages whose tender documents are not issued yet. */
    @Transactional(readOnly = true)
    public List<OpenPackage> openPackages(long caseId) {
        return packages.openIn(cases.get(caseId).county()).stream()
                .map(p -> new OpenPackage(p.id(), p.packageNo(), p.name(), p.type(), p.estimate()))
                .toList();
    }

    /** The types of contract without which construction does not start. */
    @Transactional(readOnly = true)
    public boolean needsSupervision(long caseId) {
        return cases.parameter(caseId, Parameters.SUPERVISION_COMPULSORY);
    }

    /** The investment of the case: as approved at initiation, else as in the programme. */
    @Transactional(readOnly = true)
    public Money investment(long caseId) {
        Money approved = formalities.of(caseId).estimateTotal();
        return approved == null ? cases.get(caseId).investment() : approved;
    }

    /**
     * Task 28. Founds and joins packages, judges each by the must-tender table, raises findings where packages look split.
     *
     * @throws org.jiugai.kernel.RuleViolation naming every faulty row
     */
    public void decide(long caseId, ProcurementForm form, Actor actor) {
        RenovationCase file = cases.get(caseId);
        Money investment = investment(caseId);
        Faults faults = new Faults()
                .require(
                        !form.budgetFunds().isNegative() && !form.budgetFunds().isMoreThan(investment),
                        "budgetFunds",
                        "【财政资金】不得为负，也不得超过总投资" + investment.shown() + "元")
                .require(!form.decidedOn().isAfter(LocalDate.now(clock)), "decidedOn", "【判定日期】不得晚于今天");
        ProcurementRules.checkJoinedOnce(form.packages(), faults);
        List<Lot> lots = new ArrayList<>();
        for (int i = 0; i < form.packages().size(); i++) {
            lots.add(lot(file, form, i, investment, faults));
        }
        Money sum = form.packages().stream().map(PackageRow::estimate).reduce(Money.ZERO, Money::plus);
        faults.require(
                        !sum.isMoreThan(investment),
                        "packages",
                        "【标段】本案估算价合计" + sum.shown() + "元，不得超过总投资" + investment.shown() + "元")
                .require(lots.stream().anyMatch(lot -> lot.type().isWorks()), "packages", "【标段】至少要有一个施工或EPC标段")
                .require(
                        !needsSupervision(caseId)
                                || lots.stream().anyMatch(lot -> lot.type() == PackageType.SUPERVISION),
                        "packages",
                        "【标段】本案政策要求监理，须有监理标段")
                .refuse("tender.procurementRefused");
        List<SplitCheck.Judged> judged = judge(lots);
        ProcurementRules.check(judged).refuse("tender.procurementRefused");
        long decisionId = packages.decide(caseId, form, investment, actor, clock.instant());
        for (int i = 0; i < lots.size(); i++) {
            Lot lot = lots.get(i);
            long packageId = lot.packageId() != null
                    ? lot.packageId()
                    : packages.open(file.county(), caseId, lot, LocalDate.now(clock), actor, clock.instant());
            packages.join(
                    packageId,
                    caseId,
                    decisionId,
                    form.packages().get(i),
                    judged.get(i).must());
        }
        SplitCheck.findings(judged).forEach(finding -> cases.raise(caseId, finding));
        if (form.exceptionDoc() != null && !form.exceptionDoc().isEmpty()) {
            documents.attach(caseId, "不招标批准文件", "procurement:" + decisionId, form.exceptionDoc(), actor);
        }
    }

    /**
     * Announces the packages that the case founded, so that their tenders start.
     *
     * @return whether every contract that the case needs is signed already
     */
    public boolean startTenders(long caseId) {
        packages.start(caseId)
                .forEach(p -> events.publishEvent(new PackageOpened(p.id(), p.packageNo(), p.county(), caseId)));
        return contractsComplete(caseId);
    }

    /** Whether every contract that the case needs is signed; the case stays locked, so that nobody waits for what just happened. */
    boolean contractsComplete(long caseId) {
        cases.lock(caseId);
        boolean supervision = needsSupervision(caseId);
        return packages.types(caseId, true).stream().anyMatch(PackageType::isWorks)
                && packages.types(caseId, false).stream()
                        .noneMatch(type -> type.isWorks() || supervision && type == PackageType.SUPERVISION);
    }

    private List<SplitCheck.Judged> judge(List<Lot> lots) {
        return lots.stream()
                .map(lot -> new SplitCheck.Judged(
                        lot,
                        law.mustTender(
                                lot,
                                lots.stream()
                                        .filter(other -> other.type() == lot.type())
                                        .mapToLong(Lot::estimate)
                                        .sum())))
                .toList();
    }

    private Lot lot(RenovationCase file, ProcurementForm form, int index, Money investment, Faults faults) {
        PackageRow row = form.packages().get(index);
        ProcurementRules.check(row, index, faults);
        Long joins = row.joins();
        Packages.TenderPackage open = joins == null
                ? null
                : packages.lock(joins)
                        // another county's does not exist for this one
                        .filter(found -> found.county().equals(file.county()))
                        .orElse(null);
        if (open != null) {
            ProcurementRules.checkJoin(open, row, file, packages.parts(open.id()), index, faults);
            return Lot.joined(open, row, form, investment);
        }
        faults.require(joins == null, "packages[" + index + "].joins", "【标段 第" + (index + 1) + "行 并入标段】没有这个标段");
        PackageType type = row.type() == null ? PackageType.OTHER : row.type();
        ProcurementMethod method = row.method() == null ? ProcurementMethod.OPEN : row.method();
        return Lot.founded(row, type, method, form, investment);
    }
}
