package org.jiugai.ballot.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.ballot.VoteManagement;
import org.jiugai.ballot.VoteSummary;
import org.jiugai.engine.TaskFacts;
import org.springframework.stereotype.Component;

/** The items of which all owners are notified. */
@Component
class NotifyOwnersFacts implements TaskFacts {
    private final VoteManagement votes;

    NotifyOwnersFacts(VoteManagement votes) {
        this.votes = votes;
    }

    @Override
    public String form() {
        return "notify-owners";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        VoteSummary vote = votes.summary(OwnersVoteProcess.ROUND_ID.get(task));
        return Sheet.of(VoteTable.items(vote));
    }
}
