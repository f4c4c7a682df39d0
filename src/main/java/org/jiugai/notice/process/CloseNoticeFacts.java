package org.jiugai.notice.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.engine.TaskFacts;
import org.jiugai.notice.NoticeManagement;
import org.jiugai.notice.PublicNotice;
import org.springframework.stereotype.Component;

/** The notice that is to be closed. */
@Component
class CloseNoticeFacts implements TaskFacts {
    private final NoticeManagement notices;
    private final CaseManagement cases;

    CloseNoticeFacts(NoticeManagement notices, CaseManagement cases) {
        this.notices = notices;
        this.cases = cases;
    }

    @Override
    public String form() {
        return "close-notice";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        PublicNotice notice = notices.get(NoticeProcess.NOTICE_ID.get(task));
        Table online = new Table(
                "网上收到的异议",
                List.of("异议人", "异议内容"),
                notices.online(notice.noticeId()).stream()
                        .map(o -> List.of(o.anonymous() ? "匿名" : String.valueOf(o.objector()), o.content()))
                        .toList(),
                "网上收到的异议自动计入，下方只登记书面和口头收到的异议。");
        Table posted = new Table(
                "公示情况",
                List.of("小区", "公示阶段", "起始日", "截止日", "异议受理方式"),
                List.of(List.of(
                        cases.community(notice.communityId()).name(),
                        PublicNotice.name(notice.stage()),
                        String.valueOf(notice.startDate()),
                        String.valueOf(notice.endDate()),
                        String.valueOf(notice.contact()))));
        return (online.rows().isEmpty() ? Sheet.of(posted) : Sheet.of(posted, online))
                .withValue("endDoors", Doors.rows(notices, notice))
                .withValue("closedOn", String.valueOf(notice.endDate()))
                .withValue("objectionCount", 0);
    }
}
