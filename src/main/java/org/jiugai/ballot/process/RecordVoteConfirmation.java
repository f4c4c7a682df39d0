package org.jiugai.ballot.process;

import org.jiugai.ballot.VoteConfirmationForm;
import org.jiugai.ballot.VoteManagement;
import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.springframework.stereotype.Component;

@Component
class RecordVoteConfirmation implements FormStep<VoteConfirmationForm> {
    private final VoteManagement votes;

    RecordVoteConfirmation(VoteManagement votes) {
        this.votes = votes;
    }

    @Override
    public Class<VoteConfirmationForm> form() {
        return VoteConfirmationForm.class;
    }

    @Override
    public void record(VoteConfirmationForm form, Step step) {
        step.set(
                OwnersVoteProcess.ITEMS_CONFIRMED,
                votes.confirm(step.get(OwnersVoteProcess.ROUND_ID), form, step.actor()));
    }
}
