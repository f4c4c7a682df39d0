package org.jiugai.ballot.process;

import java.util.List;
import org.jiugai.ballot.VoteSummary;
import org.jiugai.engine.TaskFacts.Table;

/** The items of a vote, as the tasks after the set-up show them. */
final class VoteTable {
    private VoteTable() {}

    static Table items(VoteSummary vote) {
        return new Table(
                "表决事项",
                List.of("序号", "法定事项", "表决内容"),
                vote.items().stream()
                        .map(item -> List.of(
                                String.valueOf(item.no()),
                                "第" + item.item().no() + "项 " + item.item().label(),
                                item.content()))
                        .toList());
    }
}
