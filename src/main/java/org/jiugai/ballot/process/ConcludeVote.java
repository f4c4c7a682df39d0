package org.jiugai.ballot.process;

import org.jiugai.ballot.VoteManagement;
import org.jiugai.engine.ServiceStep;
import org.jiugai.engine.Step;
import org.springframework.stereotype.Component;

@Component
class ConcludeVote implements ServiceStep {
    private final VoteManagement votes;

    ConcludeVote(VoteManagement votes) {
        this.votes = votes;
    }

    @Override
    public void perform(Step step) {
        step.set(
                OwnersVoteProcess.VOTE_OUTCOME,
                votes.conclude(step.get(OwnersVoteProcess.ROUND_ID)) ? "PASSED" : "FAILED");
    }
}
