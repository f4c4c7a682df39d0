package org.jiugai.notice.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.TaskFacts;
import org.jiugai.notice.NoticeManagement;
import org.jiugai.notice.PublicNotice;
import org.jiugai.notice.ReceivedObjection;
import org.springframework.stereotype.Component;

/** The objections that are to be answered, one row each. */
@Component
class HandleObjectionsFacts implements TaskFacts {
    private final NoticeManagement notices;

    HandleObjectionsFacts(NoticeManagement notices) {
        this.notices = notices;
    }

    @Override
    public String form() {
        return "handle-objections";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        PublicNotice notice = notices.get(NoticeProcess.NOTICE_ID.get(task));
        List<ReceivedObjection> objections = notices.objections(notice.noticeId());
        Table received = new Table(
                PublicNotice.name(notice.stage()) + "收到的异议",
                List.of("异议编号", "异议人", "是否匿名", "异议内容"),
                objections.stream()
                        .map(o -> List.of(
                                String.valueOf(o.no()), o.shownObjector(), o.anonymous() ? "是" : "否", o.content()))
                        .toList(),
                "答复期限：" + notices.answersDue(notice));
        return Sheet.of(received)
                .withValue(
                        "replies",
                        objections.stream().map(o -> Map.of("no", o.no())).toList());
    }
}
