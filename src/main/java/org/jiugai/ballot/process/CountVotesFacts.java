package org.jiugai.ballot.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.ballot.VoteManagement;
import org.jiugai.ballot.VoteSummary;
import org.jiugai.engine.TaskFacts;
import org.springframework.stereotype.Component;

/** How many ballots are in, without what they say. */
@Component
class CountVotesFacts implements TaskFacts {
    private final VoteManagement votes;

    CountVotesFacts(VoteManagement votes) {
        this.votes = votes;
    }

    @Override
    public String form() {
        return "count-votes";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        VoteSummary vote = votes.summary(OwnersVoteProcess.ROUND_ID.get(task));
        return Sheet.of(
                        VoteTable.items(vote),
                        new Table(
                                "已收有效票",
                                List.of("应到人数", "应到面积（m²）", "已收人数", "已收面积（m²）"),
                                List.of(List.of(
                                        String.valueOf(vote.eligible().persons()),
                                        vote.eligible().area().squareMetres(),
                                        String.valueOf(vote.turnout().persons()),
                                        vote.turnout().area().squareMetres())),
                                "纸质票须全部复核后才能计票；计票由系统完成，任何人看不到谁投了什么。"))
                .withValue("prelimNoticeDays", 3);
    }
}
