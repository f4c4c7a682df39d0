package org.jiugai.ballot.process;

import org.jiugai.ballot.VoteManagement;
import org.jiugai.ballot.VoteSetUpForm;
import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.springframework.stereotype.Component;

@Component
class RecordVoteSetUp implements FormStep<VoteSetUpForm> {
    private final VoteManagement votes;

    RecordVoteSetUp(VoteManagement votes) {
        this.votes = votes;
    }

    @Override
    public Class<VoteSetUpForm> form() {
        return VoteSetUpForm.class;
    }

    @Override
    public void record(VoteSetUpForm form, Step step) {
        step.set(
                OwnersVoteProcess.ROUND_ID,
                votes.setUp(step.caseId(), step.get(OwnersVoteProcess.COMMUNITY_ID), form, step.actor()));
    }
}
