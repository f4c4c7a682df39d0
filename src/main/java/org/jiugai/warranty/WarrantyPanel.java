package org.jiugai.warranty;

import java.util.ArrayList;
import java.util.List;
import org.jiugai.casefile.CasePanel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Warranty, defects and release on the case page. */
@Component
class WarrantyPanel implements CasePanel {
    private final WarrantyRows rows;

    WarrantyPanel(WarrantyRows rows) {
        this.rows = rows;
    }

    @Override
    public int order() {
        return 800;
    }

    @Override
    public @Nullable Panel panel(long caseId) {
        WarrantyRows.Term term = rows.term(caseId).orElse(null);
        if (term == null) return null;
        List<PanelTable> tables = new ArrayList<>();
        tables.add(new PanelTable(
                "质保期",
                List.of("起算日（竣工验收合格）", "质保金期限(月)", "质保金可退日", "未销缺陷(项)", "质保金退还日"),
                List.of(List.of(
                        term.acceptedOn().toString(),
                        String.valueOf(term.months()),
                        term.retentionEnd() + (term.provisional() ? "（暂定，当年日历未公布）" : ""),
                        String.valueOf(rows.openDefects(caseId)),
                        rows.releasedOn(caseId).map(Object::toString).orElse("")))));
        List<List<String>> defects =
                rows.defects(caseId).stream().map(WarrantyPanel::row).toList();
        if (!defects.isEmpty()) {
            tables.add(new PanelTable("缺陷", List.of("编号", "报修日期", "部位", "描述", "类型", "保修至", "催告(次)", "销号"), defects));
        }
        return new Panel("warranty", "质保", tables);
    }

    private static List<String> row(WarrantyRows.Defect defect) {
        return List.of(
                String.valueOf(defect.id()),
                defect.happenedOn().toString(),
                defect.location(),
                defect.description(),
                defect.defectType() == null
                        ? "待判定"
                        : DefectType.valueOf(defect.defectType()).label(),
                defect.warrantyUntil() == null ? "" : defect.warrantyUntil().toString(),
                String.valueOf(defect.reminders()),
                closure(defect));
    }

    private static String closure(WarrantyRows.Defect defect) {
        if (defect.how() == null) return "未销号";
        String how =
                switch (defect.how()) {
                    case "REPAIRED" -> "修复";
                    case "THIRD_PARTY" -> "代修";
                    default -> "非质保";
                };
        return how + " " + defect.closedOn();
    }
}
