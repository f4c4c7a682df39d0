package org.jiugai.ballot;

import java.util.List;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.CasePanel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The owners' votes on the case page, each with its page. */
@Component
class VotePanel implements CasePanel {
    private final VoteManagement votes;
    private final CaseManagement cases;

    VotePanel(VoteManagement votes, CaseManagement cases) {
        this.votes = votes;
        this.cases = cases;
    }

    @Override
    public int order() {
        return 220;
    }

    @Override
    public @Nullable Panel panel(long caseId) {
        List<VoteSummary> all = votes.ofCase(caseId);
        if (all.isEmpty()) return null;
        String caseNo = cases.get(caseId).caseNo();
        return new Panel(
                "votes",
                "业主共同决定",
                List.of(new PanelTable(
                        "表决",
                        List.of("小区", "次数", "状态", "业主人数", "已投票人数", "结果", ""),
                        all.stream().map(vote -> row(vote, caseNo)).toList())));
    }

    private List<Object> row(VoteSummary vote, String caseNo) {
        Boolean passed = vote.round().passed();
        return List.of(
                cases.community(vote.round().communityId()).name(),
                "第 " + vote.round().attempt() + " 次",
                vote.state().label(),
                String.valueOf(vote.eligible().persons()),
                String.valueOf(vote.turnout().persons()),
                passed == null ? "" : passed ? "通过" : "未通过",
                CasePanel.page(caseNo, "votes/" + vote.round().id(), "查看"));
    }
}
