package org.jiugai.ballot.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.ballot.VoteManagement;
import org.jiugai.ballot.VoteSummary;
import org.jiugai.engine.TaskFacts;
import org.springframework.stereotype.Component;

/** The items that the legal reviewer looks at. */
@Component
class ConfirmVoteFacts implements TaskFacts {
    private final VoteManagement votes;

    ConfirmVoteFacts(VoteManagement votes) {
        this.votes = votes;
    }

    @Override
    public String form() {
        return "confirm-vote";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        VoteSummary vote = votes.summary(OwnersVoteProcess.ROUND_ID.get(task));
        return Sheet.of(VoteTable.items(vote));
    }
}
