package org.jiugai.funding.process;

import java.util.List;
import org.jiugai.engine.TaskFacts.Table;
import org.jiugai.funding.Ledger;
import org.jiugai.funding.Ledger.TrancheLine;

/** The ledger as forms show it. */
final class FundingTables {
    private FundingTables() {}

    static Table schedule(Ledger ledger) {
        return new Table(
                "付款计划",
                List.of("节点", "说明", "资金来源", "付款单位", "应付(元)", "已付(元)", "状态"),
                ledger.tranches().stream().map(FundingTables::row).toList(),
                "合同价" + ledger.contract().shown() + "元；结算价"
                        + (ledger.settled() == null ? "未审定" : ledger.settled().shown() + "元"));
    }

    private static List<String> row(TrancheLine t) {
        return List.of(
                t.code(),
                t.name(),
                t.source().label(),
                t.payer(),
                t.due().shown(),
                t.paid().shown(),
                t.state().label());
    }

    static Table postings(Ledger ledger) {
        return new Table(
                "资金台账",
                List.of("日期", "类别", "节点", "摘要", "金额(元)", "累计已付(元)", "占合同%"),
                ledger.postings().stream()
                        .map(p -> List.of(
                                p.happenedOn().toString(),
                                p.kind().label(),
                                p.tranche() == null ? "—" : p.tranche(),
                                p.cause(),
                                p.amount().shown(),
                                p.cumulative().shown(),
                                ledger.percentOfContract(p.cumulative())))
                        .toList());
    }
}
