package org.jiugai.funding.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.casefile.CaseFinding;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.jiugai.funding.ApprovalStep;
import org.jiugai.funding.FundingManagement;
import org.jiugai.funding.FundingTranche;
import org.jiugai.funding.Ledger;
import org.jiugai.funding.PaymentManagement;
import org.jiugai.funding.PaymentView;
import org.springframework.stereotype.Component;

/** What a step of the chain sees: what is due, on the account and in the ledger, what the steps before decided, which findings want an answer. */
@Component
class ApprovalFacts implements TaskFacts {
    static final List<String> APPROVAL_COLUMNS = List.of("环节", "意见", "核定金额(元)", "退回至", "说明", "办理人", "日期");
    private final FundingManagement funding;
    private final PaymentManagement payments;

    ApprovalFacts(FundingManagement funding, PaymentManagement payments) {
        this.funding = funding;
        this.payments = payments;
    }

    @Override
    public String form() {
        return "approve-payment";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        long trancheId = PaymentProcess.TRANCHE_ID.get(task);
        ApprovalStep step = ApprovalStep.valueOf(PaymentProcess.APPROVAL_STEP.get(task));
        PaymentView view = payments.view(trancheId);
        Ledger ledger = funding.ledger(Step.CASE_ID.get(task));
        return Sheet.of(
                        FundingTables.schedule(ledger),
                        FundingTables.postings(ledger),
                        new Table("审核记录", APPROVAL_COLUMNS, view.approvals()),
                        figures(view))
                .withValue("step", step.name())
                .withValue("stepName", step.label())
                .withValue("approvedAmount", payments.standing(trancheId, step).yuan())
                .withValue("source", view.tranche().source().name())
                .withValue("paidDate", view.today().toString())
                .withValue("accountBalance", view.balanceShown())
                .withValue(
                        "findings",
                        view.findings().stream().map(ApprovalFacts::row).toList());
    }

    private static Table figures(PaymentView view) {
        FundingTranche tranche = view.tranche();
        String note =
                view.missing().isPositive() ? "居民出资尚差" + view.missing().shown() + "元，归集到位前不能拨付；到账后在案件页“资金”一栏登记" : "";
        return new Table(
                "本次付款",
                List.of("节点", "资金来源", "应付(元)", "申请(元)", "专户余额(元)"),
                List.of(List.of(
                        tranche.code() + " " + tranche.name(),
                        tranche.source().label(),
                        tranche.due().shown(),
                        view.applied().shown(),
                        view.balanceShown())),
                note);
    }

    private static Map<String, Object> row(CaseFinding finding) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("findingId", finding.id());
        row.put("ruleId", finding.ruleId());
        row.put("message", finding.message() + "（" + finding.legalBasis() + "）");
        return row;
    }
}
