package org.jiugai.ballot.process;

import java.util.Date;
import org.jiugai.ballot.FailedVoteForm;
import org.jiugai.ballot.VoteManagement;
import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.springframework.stereotype.Component;

/** The timer behind this step waits until the vote may be repeated. */
@Component
class RecordFailedVote implements FormStep<FailedVoteForm> {
    private final VoteManagement votes;

    RecordFailedVote(VoteManagement votes) {
        this.votes = votes;
    }

    @Override
    public Class<FailedVoteForm> form() {
        return FailedVoteForm.class;
    }

    @Override
    public void record(FailedVoteForm form, Step step) {
        long communityId = step.get(OwnersVoteProcess.COMMUNITY_ID);
        step.set(OwnersVoteProcess.REPEAT_FROM, Date.from(votes.decideFailed(communityId, form, step.actor())));
        step.set(OwnersVoteProcess.VOTE_REPEATED, form.decision() == FailedVoteForm.Decision.REPEAT);
    }
}
