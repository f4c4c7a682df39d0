package org.jiugai.funding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.funding.FundingBooks.Posting;
import org.jiugai.funding.PaymentApproval.Decision;
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
    private final ApprovalRules rules;
    private final FundingFindings findings;
    private final DocumentManagement documents;
    private final Accounts accounts;
    private final Clock clock;

    PaymentManagement(
            FundingBooks books,
            PaymentFile file,
            ApprovalRules rules,
            FundingFindings findings,
            DocumentManagement documents,
            Accounts accounts,
            Clock clock) {
        this.books = books;
        this.file = file;
        this.rules = rules;
        this.findings = findings;
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
                .require(!form.applied().isMoreThan(due), "applied", "【申请金额】不得超过本节点应付金额" + due.shown() + "元")
                .require(!form.labourPart().isNegative(), "labourPart", "【其中人工费】不得为负")
                .require(!form.labourPart().isMoreThan(form.applied()), "labourPart", "【其中人工费】不得超过申请金额，并拨入农民工工资专户")
                .refuse("funding.applicationInvalid");
        LocalDate payBy = form.sme() ? LocalDate.now(clock).plusDays(SME_DAYS) : null;
        long request = file.add(trancheId, form, payBy, actor);
        documents.attach(tranche.caseId(), "发票", "payment-request:" + request, form.invoice(), actor);
    }

    /**
     * One step of the chain decides. A refusal closes the tranche; consent of the last step is followed by {@link #post}.
     *
     * @throws RuleViolation naming every field that breaks a rule, or why this payment cannot go on
     */
    public void decide(long trancheId, ApprovalStep step, PaymentApproval form, Actor actor) {
        FundingTranche tranche = started(trancheId);
        Request request = request(trancheId);
        rules.check(tranche, request, step, form);
        if (form.decision().isPositive()) findings.answer(tranche.caseId(), form, actor);
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
                        tranche.name() + "，其中人工费"
                                + Money.ofFen(request.labourFen()).shown() + "元入工资专户",
                        paidOn),
                actor);
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
        return file.latest(trancheId).orElseThrow(() -> new StateConflict("funding.noApplication", "施工单位尚未申请，不能审核"));
    }

    /** Everything a form of the payment shows. */
    @Transactional(readOnly = true)
    public PaymentView view(long trancheId) {
        FundingTranche tranche = books.tranche(trancheId);
        List<Approval> approvals = file.approvals(trancheId);
        return new PaymentView(
                tranche,
                file.latest(trancheId).map(Request::applied).orElse(tranche.due()),
                tranche.source() == Source.OWNER_RAISED ? findings.balance(tranche.caseId(), tranche.source()) : null,
                findings.missing(tranche),
                findings.open(tranche.caseId()),
                LocalDate.now(clock),
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
        return rules.standing(request(trancheId), step);
    }
}
