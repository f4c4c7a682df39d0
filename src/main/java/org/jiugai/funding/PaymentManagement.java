package org.jiugai.funding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiugai.casefile.CaseFinding;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.funding.FundingBooks.Posting;
import org.jiugai.funding.PaymentApproval.Decision;
import org.jiugai.funding.PaymentApproval.FindingAnswer;
import org.jiugai.funding.PaymentFile.Approval;
import org.jiugai.funding.PaymentFile.Request;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.StateConflict;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The payment of one tranche: application, chain of approvals, posting. */
@Service
@Transactional
public class PaymentManagement {
    /** A small or medium enterprise is paid within 30 days (中小企业款项支付条例第9条). */
    private static final int SME_DAYS = 30;

    private final FundingBooks books;
    private final PaymentFile file;
    private final FundingFindings findings;
    private final CaseManagement cases;
    private final DocumentManagement documents;
    private final Accounts accounts;
    private final Clock clock;

    PaymentManagement(
            FundingBooks books,
            PaymentFile file,
            FundingFindings findings,
            CaseManagement cases,
            DocumentManagement documents,
            Accounts accounts,
            Clock clock) {
        this.books = books;
        this.file = file;
        this.findings = findings;
        this.cases = cases;
        this.documents = documents;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * The contractor applies for a tranche.
     *
     * @throws RuleViolation naming every field that breaks a rule
     */
    public void apply(long trancheId, PaymentApplication form, Actor actor) {
        FundingTranche tranche = started(trancheId);
        Money due = tranche.due();
        new Faults()
                .require(form.milestone().equals(tranche.code()), "milestone", "【支付节点】应为本次到期的节点" + tranche.code())
                .require(form.applied().isPositive(), "applied", "【申请金额】应大于0")
                .require(
                        !form.applied().isMoreThan(due),
                        "applied",
                        "【申请金额】不得超过本节点应付金额" + due.shown() + "元")
                .require(!form.labourPart().isNegative(), "labourPart", "【其中人工费】不得为负")
                .require(
                        !form.labourPart().isMoreThan(form.applied()), "labourPart", "【其中人工费】不得超过申请金额，并拨入农民工工资专户")
                .refuse("funding.applicationInvalid");
        LocalDate payBy = form.sme() ? LocalDate.now(clock).plusDays(SME_DAYS) : null;
        long request = file.add(trancheId, form, payBy, actor);
        documents.attach(tranche.caseId(), "发票", "payment-request:" + request, form.invoice(), actor);
    }

    /**
     * One step of the chain decides. A refusal closes the tranche; consent of the last step is followed by {@link #post}.
     *
     * @throws RuleViolation naming every field that breaks a rule, or why this person or this payment cannot go on
     */
    public void decide(long trancheId, ApprovalStep step, PaymentApproval form, Actor actor) {
        FundingTranche tranche = started(trancheId);
        Request request = request(trancheId);
        refuseSamePerson(request, step, actor);
        Faults faults = new Faults();
        if (form.decision().isPositive()) {
            checkAmount(tranche, request, step, form, faults);
            checkFindings(tranche.caseId(), form, faults);
            if (step.isLast()) checkPayment(request, form, faults);
        }
        faults.require(
                        form.decision() != Decision.RETURN
                                || (form.returnTo() != null && form.returnTo().isBefore(step)),
                        "returnTo",
                        "【退回至】必填，且只能退回到本环节之前")
                .require(
                        form.decision() == Decision.AGREE || !isBlank(form.comment()),
                        "comment",
                        "【意见说明】选择“" + form.decision().label() + "”时必须说明理由")
                .refuse("funding.approvalInvalid");
        if (form.decision().isPositive()) answerFindings(tranche.caseId(), form, actor);
        long approval = file.add(request, step, form, actor);
        documents.attach(tranche.caseId(), "付款审核附件", "payment-approval:" + approval, form.attachments(), actor);
        documents.attach(tranche.caseId(), "拨付凭证", "payment-request:" + request.id(), form.bankSlip(), actor);
        if (form.decision() == Decision.REFUSE) books.move(trancheId, TrancheState.STARTED, TrancheState.REFUSED);
    }

    /**
     * Posts what the last step approved, exactly once.
     *
     * @throws StateConflict when the tranche is paid already
     */
    public void post(long trancheId, Actor actor) {
        FundingTranche tranche = started(trancheId);
        Request request = request(trancheId);
        Approval approved = file.consent(request, ApprovalStep.FINANCE)
                .orElseThrow(() -> new StateConflict("funding.notApproved", "财政尚未批准，不能拨付"));
        LocalDate paidOn = approved.paidOn();
        if (paidOn == null || !books.move(trancheId, TrancheState.STARTED, TrancheState.PAID)) {
            throw new StateConflict("funding.alreadyPaid", "该支付节点已经拨付，不能重复拨付");
        }
        books.post(
                new Posting(
                        tranche.caseId(),
                        trancheId,
                        tranche.trueUp() ? PostingKind.TRUE_UP : PostingKind.PAYMENT,
                        tranche.source(),
                        tranche.payer(),
                        accounts.contractor(tranche.caseId()),
                        approved.amount(),
                        tranche.name() + "，其中人工费" + Money.ofFen(request.labourFen()).shown() + "元入工资专户",
                        paidOn),
                actor);
    }

    /** What the next step can approve at most: what the step before approved, or what was applied for. */
    private Money standing(Request request, ApprovalStep step) {
        return step.previous()
                .flatMap(before -> file.consent(request, before))
                .map(Approval::amount)
                .orElse(request.applied());
    }

    private void checkAmount(
            FundingTranche tranche, Request request, ApprovalStep step, PaymentApproval form, Faults faults) {
        Money standing = standing(request, step);
        Money amount = form.approvedAmount();
        if (amount == null) {
            faults.add("approvedAmount", "【核定金额】必填");
            return;
        }
        boolean reduced = form.decision() == Decision.REDUCE;
        faults.require(
                        reduced || amount.equals(standing),
                        "approvedAmount",
                        "【核定金额】同意时应等于上一环节金额" + standing.shown() + "元，需要调整请选择“核减”")
                .require(
                        !reduced || (amount.isPositive() && amount.isLessThan(standing)),
                        "approvedAmount",
                        "【核定金额】核减后应大于0且小于上一环节金额" + standing.shown() + "元")
                .require(
                        !amount.isMoreThan(tranche.due()),
                        "approvedAmount",
                        "【核定金额】不得超过本节点应付金额" + tranche.due().shown() + "元")
                .require(form.source() == tranche.source(), "source", "【资金来源】本节点应由“" + tranche.source().label() + "”支付")
                .require(
                        !(file.isOlderThanSettlement(request, tranche.caseId())
                                && request.applied().isLessThan(tranche.due())),
                        "decision",
                        "【审核意见】结算价已审定，本节点应付金额调整为" + tranche.due().shown() + "元，请退回施工单位重新申请");
        checkBalance(tranche, amount, faults);
    }

    /** The balance of the account; that of government money is known only where it was recorded. */
    private void checkBalance(FundingTranche tranche, Money amount, Faults faults) {
        Money balance = findings.balance(tranche.caseId(), tranche.source());
        if (tranche.source() == Source.OWNER_RAISED && amount.isMoreThan(balance)) {
            faults.add(
                    "source",
                    "【资金来源】居民出资归集不足，尚差%s元（%s），归集到位后方可拨付"
                            .formatted(amount.minus(balance).shown(), FundingFindings.SHORTFALL));
        }
    }

    private void checkFindings(long caseId, PaymentApproval form, Faults faults) {
        Map<Long, FindingAnswer> answers = answers(form);
        for (CaseFinding finding : findings.open(caseId)) {
            if (finding.ruleId().equals(FundingFindings.SHORTFALL)) continue; // the money answers it
            faults.require(
                    answers.containsKey(finding.id()),
                    "findings",
                    "【合规提示】%s须填写答复理由：%s".formatted(finding.ruleId(), finding.message()));
        }
    }

    private void answerFindings(long caseId, PaymentApproval form, Actor actor) {
        Map<Long, FindingAnswer> answers = answers(form);
        for (CaseFinding finding : findings.open(caseId)) {
            FindingAnswer answer = answers.get(finding.id());
            if (answer != null && answer.answer() != null) cases.answer(caseId, finding.id(), answer.answer(), actor);
        }
    }

    private static Map<Long, FindingAnswer> answers(PaymentApproval form) {
        return form.findings().stream()
                .filter(FindingAnswer::isAnswered)
                .collect(Collectors.toMap(FindingAnswer::findingId, a -> a, (first, second) -> second));
    }

    private void checkPayment(Request request, PaymentApproval form, Faults faults) {
        LocalDate paid = form.paidDate();
        faults.require(paid != null, "paidDate", "【拨付日】财政审批同意时必填")
                .require(
                        paid == null || (!paid.isAfter(LocalDate.now(clock)) && !paid.isBefore(request.happenedOn())),
                        "paidDate",
                        "【拨付日】应在申请日" + request.happenedOn() + "至今天之间")
                .require(!form.bankSlip().isEmpty(), "bankSlip", "【拨付凭证】财政审批同意时必须上传");
    }

    private void refuseSamePerson(Request request, ApprovalStep step, Actor actor) {
        String before = step.previous()
                .flatMap(p -> file.consent(request, p))
                .map(Approval::person)
                .orElse(request.person());
        if (before.equals(actor.personId())) {
            throw new RuleViolation(
                    "funding.samePerson", "同一人不得连续办理付款的相邻两个环节：您已办理上一环节，请由本单位其他人员办理“" + step.label() + "”");
        }
    }

    private FundingTranche started(long trancheId) {
        long caseId = books.tranche(trancheId).caseId();
        books.lock(caseId);
        FundingTranche tranche = books.tranche(trancheId);
        if (tranche.state() != TrancheState.STARTED) {
            throw new StateConflict(
                    "funding.notUnderWay", "该支付节点目前为“" + tranche.state().label() + "”，不能办理，请刷新后查看");
        }
        return tranche;
    }

    private Request request(long trancheId) {
        return file.latest(trancheId)
                .orElseThrow(() -> new StateConflict("funding.noApplication", "施工单位尚未申请，不能审核"));
    }

    private static boolean isBlank(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isBlank();
    }

    /** Everything a form of the payment shows. */
    @Transactional(readOnly = true)
    public PaymentView view(long trancheId) {
        FundingTranche tranche = books.tranche(trancheId);
        List<Approval> approvals = file.approvals(trancheId);
        return new PaymentView(
                tranche,
                file.latest(trancheId).map(Request::applied).orElse(tranche.due()),
                findings.balance(tranche.caseId(), tranche.source()),
                findings.missing(tranche),
                findings.open(tranche.caseId()),
                approvals.stream()
                        .map(a -> List.of(
                                a.step().label(),
                                a.decision().label(),
                                a.amountFen() == null ? "—" : a.amount().shown(),
                                a.returnedTo() == null ? "—" : a.returnedTo().label(),
                                a.reason() == null ? "" : a.reason(),
                                a.handledBy(),
                                a.happenedOn().toString()))
                        .toList());
    }

    /** The amount on which this step decides. */
    @Transactional(readOnly = true)
    public Money standing(long trancheId, ApprovalStep step) {
        return standing(request(trancheId), step);
    }
}
