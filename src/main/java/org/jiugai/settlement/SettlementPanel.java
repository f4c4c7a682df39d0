package org.jiugai.settlement;

import java.util.List;
import org.jiugai.casefile.CasePanel;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Submissions and the settled price on the case page. */
@Component
class SettlementPanel implements CasePanel {
    private final SettlementRows rows;

    SettlementPanel(SettlementRows rows) {
        this.rows = rows;
    }

    @Override
    public int order() {
        return 750;
    }

    @Override
    public @Nullable Panel panel(long caseId) {
        List<List<String>> submissions =
                rows.submissions(caseId).stream().map(SettlementPanel::row).toList();
        if (submissions.isEmpty()) return null;
        return new Panel(
                "settlement",
                "结算",
                List.of(new PanelTable(
                        "竣工结算",
                        List.of("次数", "送审日期", "送审结算(元)", "结论", "审定结算(元)", "核减额(元)", "审定日期", "说明"),
                        submissions)));
    }

    private static List<String> row(SettlementRows.Submitted s) {
        Money audited = s.auditedFen() == null ? null : Money.ofFen(s.auditedFen());
        return List.of(
                String.valueOf(s.no()),
                s.happenedOn().toString(),
                s.submitted().shown(),
                s.decision() == null ? "审核中" : s.decision().equals("APPROVE") ? "审定" : "退回",
                audited == null ? "" : audited.shown(),
                audited == null ? "" : s.submitted().minus(audited).shown(),
                s.reviewedOn() == null ? "" : s.reviewedOn().toString(),
                s.reason() != null ? s.reason() : s.comment() == null ? "" : s.comment());
    }
}
