package org.jiugai.ballot.process;

import java.util.Date;
import org.jiugai.ballot.VoteManagement;
import org.jiugai.ballot.VoteManagement.Window;
import org.jiugai.ballot.VoteNoticeForm;
import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.springframework.stereotype.Component;

@Component
class RecordVoteNotice implements FormStep<VoteNoticeForm> {
    private final VoteManagement votes;

    RecordVoteNotice(VoteManagement votes) {
        this.votes = votes;
    }

    @Override
    public Class<VoteNoticeForm> form() {
        return VoteNoticeForm.class;
    }

    @Override
    public void record(VoteNoticeForm form, Step step) {
        Window window = votes.notify(step.get(OwnersVoteProcess.ROUND_ID), form, step.actor());
        step.set(OwnersVoteProcess.VOTE_START, Date.from(window.startsAt()));
        step.set(OwnersVoteProcess.VOTE_END, Date.from(window.endsAt()));
    }
}
