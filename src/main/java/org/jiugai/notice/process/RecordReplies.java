package org.jiugai.notice.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.notice.NoticeManagement;
import org.jiugai.notice.RepliesForm;
import org.springframework.stereotype.Component;

@Component
class RecordReplies implements FormStep<RepliesForm> {
    private final NoticeManagement notices;

    RecordReplies(NoticeManagement notices) {
        this.notices = notices;
    }

    @Override
    public Class<RepliesForm> form() {
        return RepliesForm.class;
    }

    @Override
    public void record(RepliesForm form, Step step) {
        step.set(
                NoticeProcess.NOTICE_OUTCOME,
                notices.reply(step.get(NoticeProcess.NOTICE_ID), form, step.actor())
                        .name());
    }
}
