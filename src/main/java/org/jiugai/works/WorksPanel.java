package org.jiugai.works;

import java.util.ArrayList;
import java.util.List;
import org.jiugai.casefile.CasePanel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Start conditions and confirmed progress on the case page. */
@Component
class WorksPanel implements CasePanel {
    private final StartFormalities start;
    private final ProgressRows progress;

    WorksPanel(StartFormalities start, ProgressRows progress) {
        this.start = start;
        this.progress = progress;
    }

    @Override
    public int order() {
        return 600;
    }

    @Override
    public @Nullable Panel panel(long caseId) {
        List<PanelTable> tables = new ArrayList<>();
        List<List<String>> known = start.known(caseId).stream()
                .map(k -> List.of(
                        StartOrder.Gate.valueOf(k.gate()).label(),
                        k.number(),
                        k.datedOn().toString()))
                .toList();
        if (!known.isEmpty()) tables.add(new PanelTable("开工手续", List.of("手续", "文号", "日期"), known));
        start.started(caseId)
                .ifPresent(s -> tables.add(new PanelTable(
                        "开工令",
                        List.of("开工日期", "计划竣工日期"),
                        List.of(List.of(s.startDate().toString(), s.plannedEnd().toString())))));
        List<List<String>> confirmed = progress.confirmed(caseId).stream()
                .map(c -> List.of(
                        String.valueOf(c.no()),
                        c.periodFrom() + " 至 " + c.periodTo(),
                        c.progress().percent() + "%",
                        c.progress().value().shown(),
                        String.valueOf(c.workers()),
                        c.confirmedOn().toString(),
                        c.correctionNote() == null ? "" : c.correctionNote()))
                .toList();
        if (!confirmed.isEmpty()) {
            tables.add(
                    new PanelTable("已确认进度", List.of("期次", "周期", "累计进度", "累计产值(元)", "在场人数", "确认日期", "更正说明"), confirmed));
        }
        return tables.isEmpty() ? null : new Panel("works", "施工", tables);
    }
}
