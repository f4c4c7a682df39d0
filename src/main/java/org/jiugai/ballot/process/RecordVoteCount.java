package org.jiugai.ballot.process;

import org.jiugai.ballot.VoteCountForm;
import org.jiugai.ballot.VoteManagement;
import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.policy.Parameters.NoticeStage;
import org.springframework.stereotype.Component;

@Component
class RecordVoteCount implements FormStep<VoteCountForm> {
    private final VoteManagement votes;

    RecordVoteCount(VoteManagement votes) {
        this.votes = votes;
    }

    @Override
    public Class<VoteCountForm> form() {
        return VoteCountForm.class;
    }

    @Override
    public void record(VoteCountForm form, Step step) {
        votes.count(step.get(OwnersVoteProcess.ROUND_ID), form, step.actor());
        step.set(OwnersVoteProcess.NOTICE_STAGE, NoticeStage.VOTE_RESULT.name());
    }
}
