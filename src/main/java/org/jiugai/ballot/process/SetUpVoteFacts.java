package org.jiugai.ballot.process;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.ballot.StatutoryItem;
import org.jiugai.ballot.VoteManagement;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.engine.TaskFacts;
import org.jiugai.registry.RegistryManagement;
import org.jiugai.registry.Voter;
import org.springframework.stereotype.Component;

/** What the plan needs decided, and who may vote. */
@Component
class SetUpVoteFacts implements TaskFacts {
    private final VoteManagement votes;
    private final CaseManagement cases;
    private final RegistryManagement registry;

    SetUpVoteFacts(VoteManagement votes, CaseManagement cases, RegistryManagement registry) {
        this.votes = votes;
        this.cases = cases;
        this.registry = registry;
    }

    @Override
    public String form() {
        return "set-up-vote";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        CaseCommunity community = cases.community(OwnersVoteProcess.COMMUNITY_ID.get(task));
        List<Voter> voters = registry.electorate(community.registeredId());
        SortedSet<StatutoryItem> required = votes.required(community.communityId());
        return Sheet.of(
                        new Table(
                                "有表决权的业主",
                                List.of("小区", "业主人数", "专有部分面积（m²）"),
                                List.of(List.of(
                                        community.name(),
                                        String.valueOf(voters.size()),
                                        voters.stream()
                                                .map(Voter::area)
                                                .reduce(org.jiugai.kernel.Area.ZERO, org.jiugai.kernel.Area::plus)
                                                .squareMetres())),
                                "同一业主有多套房屋的按一人计；建设单位未售房屋合并按一人计。"),
                        new Table(
                                "方案涉及的法定表决事项",
                                List.of("项", "事项"),
                                required.stream()
                                        .map(item -> List.of("第" + item.no() + "项", item.label()))
                                        .toList()))
                .withOptions(
                        "statutoryItems",
                        Arrays.stream(StatutoryItem.values())
                                .map(item -> new Option(item.name(), "第" + item.no() + "项 " + item.label()))
                                .toList())
                .withValue(
                        "items",
                        required.stream()
                                .map(item -> Map.of("item", item.name(), "content", ""))
                                .toList());
    }
}
