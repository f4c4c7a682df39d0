package org.jiugai.notice.process;

import java.util.Date;
import org.jiugai.engine.ProcessVariable;

/** Variables of the process {@code public-notice}. */
final class NoticeProcess {
    static final ProcessVariable<Long> COMMUNITY_ID = ProcessVariable.ofLong("communityId");
    static final ProcessVariable<String> NOTICE_STAGE = ProcessVariable.ofText("noticeStage");
    static final ProcessVariable<Long> NOTICE_ID = ProcessVariable.ofLong("noticeId");
    static final ProcessVariable<Date> NOTICE_END = ProcessVariable.ofDate("noticeEnd");
    static final ProcessVariable<Boolean> OBJECTIONS_RAISED = ProcessVariable.ofBoolean("objectionsRaised");
    static final ProcessVariable<String> NOTICE_OUTCOME = ProcessVariable.ofText("noticeOutcome");

    private NoticeProcess() {}
}
