package org.jiugai.consultation.process;

import org.jiugai.engine.ProcessVariable;

/** Variables of the processes {@code consultation} and {@code plan-revision}. */
final class ConsultationProcess {
    static final String COMMUNITY_LEFT = "consultation.communityLeft";

    static final ProcessVariable<Long> COMMUNITY_ID = ProcessVariable.ofLong("communityId");
    static final ProcessVariable<String> NOTICE_STAGE = ProcessVariable.ofText("noticeStage");
    static final ProcessVariable<Boolean> NOTICE_DUE = ProcessVariable.ofBoolean("noticeDue");
    static final ProcessVariable<Boolean> COUNCIL_DUE = ProcessVariable.ofBoolean("councilDue");
    static final ProcessVariable<Boolean> COUNCIL_HELD = ProcessVariable.ofBoolean("councilHeld");
    static final ProcessVariable<Boolean> NEXT_ROUND_DUE = ProcessVariable.ofBoolean("nextRoundDue");
    static final ProcessVariable<Boolean> REVISION_DUE = ProcessVariable.ofBoolean("revisionDue");
    static final ProcessVariable<Boolean> VOTE_DUE = ProcessVariable.ofBoolean("voteDue");
    static final ProcessVariable<String> VOTE_OUTCOME = ProcessVariable.ofText("voteOutcome");

    private ConsultationProcess() {}
}
