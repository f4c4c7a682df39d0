package org.jiugai.notice.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.notice.ClosingForm;
import org.jiugai.notice.NoticeManagement;
import org.jiugai.notice.NoticeOutcome;
import org.springframework.stereotype.Component;

@Component
class RecordClosing implements FormStep<ClosingForm> {
    private final NoticeManagement notices;

    RecordClosing(NoticeManagement notices) {
        this.notices = notices;
    }

    @Override
    public Class<ClosingForm> form() {
        return ClosingForm.class;
    }

    @Override
    public void record(ClosingForm form, Step step) {
        step.set(NoticeProcess.OBJECTIONS_RAISED, notices.close(step.get(NoticeProcess.NOTICE_ID), form, step.actor()));
        step.set(NoticeProcess.NOTICE_OUTCOME, NoticeOutcome.CLEAN.name());
    }
}
