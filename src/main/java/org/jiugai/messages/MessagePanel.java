package org.jiugai.messages;

import java.util.List;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.CasePanel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many households have been told, on the case page. */
@Component
class MessagePanel implements CasePanel {
    private final Outbox outbox;
    private final CaseManagement cases;

    MessagePanel(Outbox outbox, CaseManagement cases) {
        this.outbox = outbox;
        this.cases = cases;
    }

    @Override
    public int order() {
        return 240;
    }

    @Override
    public @Nullable Panel panel(long caseId) {
        Outbox.Totals totals = outbox.totals(caseId);
        if (totals.written() == 0) return null;
        return new Panel(
                "messages",
                "居民消息",
                List.of(new PanelTable(
                        "答复告知",
                        List.of("消息", "待告知", ""),
                        List.of(List.of(
                                totals.written() + " 条",
                                totals.open() + " 条",
                                CasePanel.page(cases.get(caseId).caseNo(), "messages", "查看"))))));
    }
}
