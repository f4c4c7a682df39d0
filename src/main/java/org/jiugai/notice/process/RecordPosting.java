package org.jiugai.notice.process;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.notice.NoticeManagement;
import org.jiugai.notice.PostingForm;
import org.springframework.stereotype.Component;

/** The timer behind this step fires at 00:00 after the last day. */
@Component
class RecordPosting implements FormStep<PostingForm> {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final NoticeManagement notices;

    RecordPosting(NoticeManagement notices) {
        this.notices = notices;
    }

    @Override
    public Class<PostingForm> form() {
        return PostingForm.class;
    }

    @Override
    public void record(PostingForm form, Step step) {
        LocalDate last = notices.post(step.get(NoticeProcess.NOTICE_ID), form, step.actor())
                .effective();
        step.set(NoticeProcess.NOTICE_END, after(last));
    }

    static Date after(LocalDate last) {
        return Date.from(last.plusDays(1).atStartOfDay(SHANGHAI).toInstant());
    }
}
