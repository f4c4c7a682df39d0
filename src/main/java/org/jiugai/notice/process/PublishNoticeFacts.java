package org.jiugai.notice.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.engine.TaskFacts;
import org.jiugai.notice.NoticeManagement;
import org.jiugai.notice.PublicNotice;
import org.jiugai.policy.Parameters;
import org.jiugai.policy.Policy;
import org.springframework.stereotype.Component;

/** What the community needs to post: which notice, how long. */
@Component
class PublishNoticeFacts implements TaskFacts {
    private final NoticeManagement notices;
    private final CaseManagement cases;
    private final Clock clock;

    PublishNoticeFacts(NoticeManagement notices, CaseManagement cases, Clock clock) {
        this.notices = notices;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "publish-notice";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        PublicNotice notice = notices.get(NoticeProcess.NOTICE_ID.get(task));
        Policy policy = cases.policy(notice.caseId());
        int days = notices.daysOf(notice);
        String dayType = policy.get(Parameters.NOTICE_DAY_TYPE);
        return Sheet.of(new Table(
                        "公示要求",
                        List.of("小区", "公示阶段", "最少天数"),
                        List.of(List.of(
                                cases.community(notice.communityId()).name(),
                                PublicNotice.name(notice.stage()),
                                days + (dayType.equals("WORKING") ? " 个工作日" : " 日")))))
                .withValue("doors", Doors.rows(notices, notice))
                .withValue("noticeType", notice.stage().name())
                .withValue("startDate", LocalDate.now(clock).toString())
                .withValue("days", days)
                .withValue("dayType", dayType);
    }
}
