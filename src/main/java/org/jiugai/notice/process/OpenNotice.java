package org.jiugai.notice.process;

import org.jiugai.engine.ServiceStep;
import org.jiugai.engine.Step;
import org.jiugai.notice.NoticeManagement;
import org.jiugai.policy.Parameters.NoticeStage;
import org.springframework.stereotype.Component;

@Component
class OpenNotice implements ServiceStep {
    private final NoticeManagement notices;

    OpenNotice(NoticeManagement notices) {
        this.notices = notices;
    }

    @Override
    public void perform(Step step) {
        NoticeStage stage = NoticeStage.valueOf(step.get(NoticeProcess.NOTICE_STAGE));
        step.set(NoticeProcess.NOTICE_ID, notices.request(step.caseId(), step.get(NoticeProcess.COMMUNITY_ID), stage));
    }
}
