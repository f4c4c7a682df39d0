package org.jiugai.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.CasePanel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notices and objections on the case page. */
@Component
class NoticePanel implements CasePanel {
    private final NoticeManagement notices;
    private final CaseManagement cases;

    NoticePanel(NoticeManagement notices, CaseManagement cases) {
        this.notices = notices;
        this.cases = cases;
    }

    @Override
    public int order() {
        return 210;
    }

    @Override
    public @Nullable Panel panel(long caseId) {
        List<PublicNotice> all = notices.ofCase(caseId);
        if (all.isEmpty()) return null;
        List<PanelTable> tables = new ArrayList<>();
        tables.add(new PanelTable(
                "公示",
                List.of("小区", "公示阶段", "起始日", "截止日", "结束日", "异议", "结果", ""),
                all.stream().map(this::row).toList()));
        List<List<String>> objections = all.stream()
                .flatMap(notice -> notices.objections(notice.noticeId()).stream())
                .map(NoticePanel::objection)
                .toList();
        if (!objections.isEmpty()) {
            tables.add(new PanelTable("公示异议", List.of("异议人", "异议内容", "结论", "答复", "答复日期"), objections));
        }
        return new Panel("notices", "公示", tables);
    }

    private List<Object> row(PublicNotice notice) {
        return List.of(
                cases.community(notice.communityId()).name(),
                PublicNotice.name(notice.stage()),
                Objects.toString(notice.startDate(), "待发布"),
                Objects.toString(notice.endDate(), "") + (notice.provisional() ? "（暂定）" : ""),
                Objects.toString(notice.closedOn(), ""),
                String.valueOf(notice.objections()),
                notice.outcome() == null ? "" : notice.outcome().label(),
                CasePanel.page(cases.get(notice.caseId()).caseNo(), "notices/" + notice.noticeId() + "/poster", "公示书"));
    }

    private static List<String> objection(ReceivedObjection objection) {
        return List.of(
                objection.shownObjector(),
                objection.content(),
                objection.shownDecision(),
                objection.shownReply(),
                Objects.toString(objection.repliedOn(), ""));
    }
}
