package org.jiugai.ballot.process;

import java.util.Date;
import org.jiugai.engine.ProcessVariable;

/** Variables of the processes {@code owners-vote} and {@code owners-decision}. */
final class OwnersVoteProcess {
    static final ProcessVariable<Long> COMMUNITY_ID = ProcessVariable.ofLong("communityId");
    static final ProcessVariable<Long> ROUND_ID = ProcessVariable.ofLong("roundId");
    static final ProcessVariable<Boolean> ITEMS_CONFIRMED = ProcessVariable.ofBoolean("itemsConfirmed");
    static final ProcessVariable<Date> VOTE_START = ProcessVariable.ofDate("voteStart");
    static final ProcessVariable<Date> VOTE_END = ProcessVariable.ofDate("voteEnd");
    static final ProcessVariable<String> NOTICE_STAGE = ProcessVariable.ofText("noticeStage");
    static final ProcessVariable<String> VOTE_OUTCOME = ProcessVariable.ofText("voteOutcome");
    static final ProcessVariable<Boolean> VOTE_REPEATED = ProcessVariable.ofBoolean("voteRepeated");
    static final ProcessVariable<Date> REPEAT_FROM = ProcessVariable.ofDate("repeatFrom");

    private OwnersVoteProcess() {}
}
