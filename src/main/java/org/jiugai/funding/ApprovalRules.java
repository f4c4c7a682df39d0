package org.jiugai.funding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jiugai.casefile.CaseFinding;
import org.jiugai.funding.PaymentApproval.Decision;
import org.jiugai.funding.PaymentApproval.FindingAnswer;
import org.jiugai.funding.PaymentFile.Approval;
import org.jiugai.funding.PaymentFile.Request;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a step of the chain may decide (book 5.5, task 42). */
@Component
class ApprovalRules {
    private final PaymentFile file;
    private final FundingFindings findings;
    private final Clock clock;

    ApprovalRules(PaymentFile file, FundingFindings findings, Clock clock) {
        this.file = file;
        this.findings = findings;
        this.clock = clock;
    }

    /**
     * @throws org.jiugai.kernel.RuleViolation naming every field that breaks a rule
     */
    void check(FundingTranche tranche, Request request, ApprovalStep step, PaymentApproval form) {
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
    }

    /** What the next step can approve at most: what the step before approved, or what was applied for. */
    Money standing(Request request, ApprovalStep step) {
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
                .require(
                        form.source() == tranche.source(),
                        "source",
                        "【资金来源】本节点应由“" + tranche.source().label() + "”支付")
                .require(
                        !(file.isOlderThanSettlement(request, tranche.caseId())
                                && request.applied().isLessThan(tranche.due())),
                        "decision",
                        "【审核意见】结算价已审定，本节点应付金额调整为" + tranche.due().shown() + "元，请退回施工单位重新申请");
        checkBalance(tranche, amount, faults);
    }

    /** The balance of the account; that of government money is known only where it was recorded. */
    private void checkBalance(FundingTranche tranche, Money amount, Faults faults) {
        if (tranche.source() != Source.OWNER_RAISED) return;
        Money balance = findings.balance(tranche.caseId(), tranche.source());
        faults.require(
                !amount.isMoreThan(balance),
                "source",
                "【资金来源】居民出资归集不足，尚差%s元（%s），归集到位后方可拨付"
                        .formatted(amount.minus(balance).shown(), FundingFindings.SHORTFALL));
    }

    private void checkFindings(long caseId, PaymentApproval form, Faults faults) {
        Map<Long, FindingAnswer> answers = FundingFindings.answers(form);
        for (CaseFinding finding : findings.open(caseId)) {
            if (finding.ruleId().equals(FundingFindings.SHORTFALL)) continue; // the money answers it
            faults.require(
                    answers.containsKey(finding.id()),
                    "findings",
                    "【合规提示】%s须填写答复理由：%s".formatted(finding.ruleId(), finding.message()));
        }
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

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
