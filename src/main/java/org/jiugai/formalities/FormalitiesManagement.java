package org.jiugai.formalities;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.formalities.FundsForm.FundSource;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.StateConflict;
import org.jiugai.policy.Parameters;
import org.jiugai.review.Approval;
import org.jiugai.review.ApprovalManagement;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Formalities for other rooms: what was approved, reviewed, permitted and secured; the residents' money. */
@Service
@Transactional
public class FormalitiesManagement {
    private final FormalitiesFile file;
    private final PermitExemptions exemptions;
    private final CaseManagement cases;
    private final ApprovalManagement approvals;
    private final DocumentManagement documents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FormalitiesManagement(
            FormalitiesFile file,
            PermitExemptions exemptions,
            CaseManagement cases,
            ApprovalManagement approvals,
            DocumentManagement documents,
            ApplicationEventPublisher events,
            Clock clock) {
        this.file = file;
        this.exemptions = exemptions;
        this.cases = cases;
        this.approvals = approvals;
        this.documents = documents;
        this.events = events;
        this.clock = clock;
    }

    /** Where the formalities of the case stand. */
    @Transactional(readOnly = true)
    public Formalities of(long caseId) {
        return FormalitiesPanel.read(file, caseId);
    }

    /** What residents have paid in so far. */
    @Transactional(readOnly = true)
    public Money residentsCollected(long caseId) {
        return file.collected(caseId);
    }

    /** The investment that the plan was approved with; where no approval is on file, that of the programme. */
    @Transactional(readOnly = true)
    public Money approvedInvestment(long caseId) {
        return approvals.approval(caseId).map(Approval::approvedInvestment).orElseGet(() -> cases.get(caseId)
                .investment());
    }

    /** The investment approved at initiation. @throws StateConflict before initiation */
    @Transactional(readOnly = true)
    public Money approvedEstimate(long caseId) {
        return Money.ofFen(initiation(caseId).estimateFen());
    }

    /** Task 23. */
    public void initiate(long caseId, InitiationForm form, Actor actor) {
        new Faults()
                .require(
                        form.tenderScope().containsAll(List.of(InitiationForm.TenderItem.values())),
                        "tenderScope",
                        "【核准招标内容】招标范围、招标方式、组织形式三项均须核准")
                .require(form.estimateTotal().isPositive(), "estimateTotal", "【批准总投资】必须大于0")
                .require(!form.simplified() || filled(form.simplifiedBasis()), "simplifiedBasis", "【简化依据】简化报批的必须写明依据")
                .require(!form.approvedOn().isAfter(today()), "approvedOn", "【批复日期】不得晚于今天")
                .refuse("formalities.initiationRefused");
        long id = file.add(caseId, form, actor, now());
        attach(caseId, "立项批复文件", "initiation:" + id, form.approvalDoc(), actor);
    }

    /**
     * Task 24.
     *
     * @return whether the case may go on: not returned, and not further above the approved estimate than the policy allows
     */
    public boolean reviewBudget(long caseId, BudgetReviewForm form, Actor actor) {
        BudgetRules.check(form, today()).refuse("formalities.budgetReviewRefused");
        FormalitiesFile.Initiation initiation = initiation(caseId);
        boolean exceeds = form.reviewed() != null
                && BudgetRules.exceeds(
                        form.reviewed(),
                        Money.ofFen(initiation.estimateFen()),
                        cases.parameter(caseId, Parameters.ESTIMATE_TOLERANCE));
        long id = file.add(caseId, initiation.id(), form, exceeds, actor, now());
        attach(caseId, "评审报告", "budget-review:" + id, form.reportDoc(), actor);
        return form.decision() != BudgetReviewForm.Decision.RETURNED && !exceeds;
    }

    /** Task 25: every exemption with its basis; what the policy allows beyond the law becomes a finding. */
    public void decidePermits(long caseId, PermitsForm form, Actor actor) {
        PermitRules rules = new PermitRules(
                form, exemptions.of(caseId, approvedEstimate(caseId), form.structureChanged(), form.extentChanged()));
        rules.check(today()).refuse("formalities.permitsRefused");
        long id = file.add(caseId, form, actor, now());
        rules.findings().forEach(finding -> cases.raise(caseId, finding));
        attach(caseId, "许可判定单", "permits:" + id, form.decisionDoc(), actor);
    }

    /** Task 26: the sources add up to the approved investment; what residents already paid is recorded. */
    public void secureFunds(long caseId, FundsForm form, Actor actor) {
        Money approved = approvedEstimate(caseId);
        Money due = form.sources().stream().map(FundSource::due).reduce(Money.ZERO, Money::plus);
        Faults faults = new Faults()
                .require(
                        due.equals(approved),
                        "sources",
                        "【资金来源】应到位合计" + due.shown() + "元，必须等于批准总投资" + approved.shown() + "元")
                .require(form.secured(), "secured", "【资金落实】资金落实后方可招标（招标投标法第9条）")
                .require(!form.securedOn().isAfter(today()), "securedOn", "【落实日期】不得晚于今天")
                .require(
                        !paidByResidents(form).isLessThan(file.collected(caseId)),
                        "sources",
                        "【资金来源】居民出资已到位不得少于已登记的" + file.collected(caseId).shown() + "元");
        for (int i = 0; i < form.sources().size(); i++)
            check(form.sources().get(i), "sources[" + i + "].", i + 1, faults);
        faults.refuse("formalities.fundsRefused");
        long id = file.add(caseId, form, approved, actor, now());
        attach(caseId, "资金证明文件", "funds:" + id, form.fundsDoc(), actor);
        Money more = paidByResidents(form).minus(file.collected(caseId));
        if (more.isPositive()) collect(caseId, more, lastPaid(form), actor);
    }

    /**
     * Records money that residents paid in.
     *
     * @throws RuleViolation when the amount is not positive or the day lies ahead
     */
    public void collect(long caseId, Money amount, LocalDate on, Actor actor) {
        new Faults()
                .require(amount.isPositive(), "amount", "【居民出资】到账金额必须大于0")
                .require(!on.isAfter(today()), "on", "【到位日期】不得晚于今天")
                .refuse("formalities.collectionRefused");
        file.addPayment(caseId, amount, on, actor, now());
        events.publishEvent(new ResidentsMoneyCollected(caseId, file.collected(caseId)));
    }

    private static Money paidByResidents(FundsForm form) {
        return form.sources().stream()
                .filter(source -> source.source() == FundsForm.Source.RESIDENTS)
                .map(FundSource::received)
                .reduce(Money.ZERO, Money::plus);
    }

    private static LocalDate lastPaid(FundsForm form) {
        return form.sources().stream()
                .filter(source -> source.source() == FundsForm.Source.RESIDENTS)
                .map(FundSource::receivedOn)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(form.securedOn());
    }

    private void check(FundSource source, String path, int line, Faults faults) {
        LocalDate on = source.receivedOn();
        String row = "【资金来源 第" + line + "行】";
        faults.require(source.due().isPositive(), path + "due", row + "应到位必须大于0")
                .require(!source.received().isNegative(), path + "received", row + "已到位不得为负")
                .require(!source.received().isMoreThan(source.due()), path + "received", row + "已到位不得超过应到位")
                .require(source.received().isZero() || on != null, path + "receivedOn", row + "有到位金额的必须填写到位日期")
                .require(on == null || !on.isAfter(today()), path + "receivedOn", row + "到位日期不得晚于今天");
    }

    private FormalitiesFile.Initiation initiation(long caseId) {
        return file.initiation(caseId).orElseThrow(() -> new StateConflict("formalities.notInitiated", "本案尚未办理立项批复"));
    }

    private void attach(long caseId, String purpose, String subject, @Nullable List<UUID> ids, Actor actor) {
        if (ids != null && !ids.isEmpty()) documents.attach(caseId, purpose, subject, ids, actor);
    }

    static boolean filled(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Instant now() {
        return clock.instant();
    }
}
