package org.jiugai.funding;

import java.util.List;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.CasePanel;
import org.jiugai.funding.Ledger.PostingLine;
import org.jiugai.funding.Ledger.TrancheLine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 资金 on the case page: the schedule, the ledger, the residents' money, findings of the payments. */
@Component
class FundingPanel implements CasePanel {
    private final FundingManagement funding;
    private final FundingFindings findings;
    private final CaseManagement cases;

    FundingPanel(FundingManagement funding, FundingFindings findings, CaseManagement cases) {
        this.funding = funding;
        this.findings = findings;
        this.cases = cases;
    }

    @Override
    public int order() {
        return 650;
    }

    @Override
    public @Nullable Panel panel(long caseId) {
        Ledger ledger = funding.ledger(caseId);
        if (ledger.tranches().isEmpty() && ledger.postings().isEmpty()) return null;
        return new Panel(
                "funding",
                "资金",
                List.of(
                        figures(ledger, cases.get(caseId).caseNo()),
                        schedule(ledger),
                        postings(ledger),
                        findings(caseId)));
    }

    private static PanelTable figures(Ledger ledger, String caseNo) {
        return new PanelTable(
                "资金概况",
                List.of("合同价(元)", "结算价(元)", "已付(元)", "占合同%", "居民出资已归集(元)", "办理"),
                List.of(List.of(
                        ledger.contract().shown(),
                        ledger.settled() == null ? "未审定" : ledger.settled().shown(),
                        ledger.paid().shown(),
                        ledger.percentOfContract(ledger.paid()),
                        ledger.collected().shown(),
                        CasePanel.page(caseNo, "residents-money", "登记居民出资"))));
    }

    private static PanelTable schedule(Ledger ledger) {
        return new PanelTable(
                "付款计划",
                List.of("节点", "说明", "资金来源", "付款单位", "应付(元)", "扣减(元)", "已付(元)", "状态", "居民出资缺口(元)"),
                ledger.tranches().stream().map(FundingPanel::row).toList());
    }

    private static List<String> row(TrancheLine t) {
        return List.of(
                t.code(),
                t.name(),
                t.source().label(),
                t.payer(),
                t.due().shown(),
                t.deducted().shown(),
                t.paid().shown(),
                t.state().label(),
                t.shortfall().isPositive() ? t.shortfall().shown() : "—");
    }

    private static PanelTable postings(Ledger ledger) {
        return new PanelTable(
                "资金台账",
                List.of("凭证号", "日期", "类别", "节点", "资金来源", "付款方", "收款方", "金额(元)", "累计已付(元)", "占合同%", "摘要", "经办"),
                ledger.postings().stream().map(p -> row(ledger, p)).toList());
    }

    private static List<String> row(Ledger ledger, PostingLine p) {
        return List.of(
                String.valueOf(p.id()),
                p.happenedOn().toString(),
                p.kind().label(),
                p.tranche() == null ? "—" : p.tranche(),
                p.source().label(),
                p.fromAccount(),
                p.toAccount(),
                p.amount().shown(),
                p.cumulative().shown(),
                ledger.percentOfContract(p.cumulative()),
                p.cause(),
                p.handledBy());
    }

    private PanelTable findings(long caseId) {
        return new PanelTable(
                "合规提示",
                List.of("规则", "提示", "依据", "答复", "答复人"),
                findings.aboutMoney(caseId).stream()
                        .map(f -> List.of(
                                f.ruleId(),
                                f.message(),
                                f.legalBasis(),
                                f.answer() == null ? "—" : f.answer(),
                                f.answeredBy() == null ? "—" : f.answeredBy()))
                        .toList());
    }
}
