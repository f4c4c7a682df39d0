package org.jiugai.stewardship;

import java.util.List;
import java.util.Objects;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.CasePanel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The chosen modes on the case page. */
@Component
class StewardshipPanel implements CasePanel {
    private final StewardshipManagement stewardship;
    private final CaseManagement cases;

    StewardshipPanel(StewardshipManagement stewardship, CaseManagement cases) {
        this.stewardship = stewardship;
        this.cases = cases;
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public @Nullable Panel panel(long caseId) {
        List<List<String>> rows = cases.communities(caseId).stream()
                .flatMap(community -> stewardship.of(community.communityId()).stream()
                        .map(chosen -> List.of(
                                community.name(),
                                chosen.mode().label(),
                                chosen.managerName(),
                                Objects.toString(chosen.contractDate(), "—"),
                                chosen.shownFee(),
                                chosen.handoverOn().toString())))
                .toList();
        if (rows.isEmpty()) return null;
        List<String> columns = List.of("小区", "管理模式", "管理单位", "合同日期", "收费（元/m²·月）", "移交日期");
        return new Panel("stewardship", "后续管理", List.of(new PanelTable("管理模式", columns, rows)));
    }
}
