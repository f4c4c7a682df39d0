package org.jiugai.notice.process;

import org.jiugai.casefile.PeriodRecounted;
import org.jiugai.engine.TimerDates;
import org.jiugai.notice.NoticeManagement;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The end of a running notice was provisional and is counted again: its row and its timer follow. */
@Component
class MoveNoticeEnd {
    private final NoticeManagement notices;
    private final TimerDates timers;

    MoveNoticeEnd(NoticeManagement notices, TimerDates timers) {
        this.notices = notices;
        this.timers = timers;
    }

    @EventListener
    void on(PeriodRecounted recounted) {
        if (!recounted.concerns(NoticeManagement.SUBJECT)) return;
        long noticeId = Long.parseLong(recounted.id());
        notices.moveEnd(noticeId, recounted.end());
        timers.move(
                "event_noticeEnded",
                NoticeProcess.NOTICE_ID,
                noticeId,
                NoticeProcess.NOTICE_END,
                RecordPosting.after(recounted.end().effective()));
    }
}
