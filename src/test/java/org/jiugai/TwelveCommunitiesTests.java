package org.jiugai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.jiugai.SignedInClients.Client;
import org.jiugai.ballot.VoteManagement;
import org.jiugai.ballot.VoteSummary;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.NewCase;
import org.jiugai.consultation.PlanManagement;
import org.jiugai.kernel.Area;
import org.jiugai.kernel.Money;
import org.jiugai.notice.NoticeManagement;
import org.jiugai.notice.PublicNotice;
import org.jiugai.registry.RegistryManagement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The twelve communities of the demonstration with their 2 091 households, each time under another policy: surveyed, informed, heard, assembled,
 * voted, one of them carved out. What differs comes from the policy alone (S4-26 to S4-28, S3-23 to S3-25, S1-43, S2-24).
 */
@ProcessTest
class TwelveCommunitiesTests {
    /** Households and buildings, in the order of the programme. */
    private static final int[][] COMMUNITIES = {
        {180, 7}, {172, 6}, {160, 6}, {190, 7}, {148, 6}, {201, 8}, {160, 6}, {205, 8}, {175, 7}, {168, 6}, {154, 6},
        {178, 7}
    };

    private static final List<String> NAMES = List.of(
            "云路新村", "鼓楼花园", "大别山路小区", "人民路小区", "解放路小区", "皋城新村", "佛子岭路小区", "淠河小区", "紫竹林小区", "望城新村", "梅山路小区", "磨子潭路小区");

    @Autowired
    private Scenario scenario;

    @Autowired
    private RegistryManagement registry;

    @Autowired
    private VoteManagement votes;

    @Autowired
    private NoticeManagement notices;

    @Autowired
    private PlanManagement plans;

    @Autowired
    private RuntimeService runtime;

    private CaseRun opened(String policy) {
        List<NewCase.Community> list = new ArrayList<>();
        for (int i = 0; i < COMMUNITIES.length; i++)
            list.add(new NewCase.Community(
                    NAMES.get(i),
                    "ja-com-yunlu",
                    1995,
                    COMMUNITIES[i][0],
                    COMMUNITIES[i][1],
                    Area.ofSquareMetres("16900.00")));
        CaseRun run = scenario.openCase(
                policy,
                list,
                Money.ofYuan("52750000.00"),
                Map.of("employer", "ja-employer", "designer", "ja-designer"));
        List<CaseCommunity> communities = run.communities();
        for (int i = 0; i < COMMUNITIES.length; i++)
            scenario.residents.moveInto(communities.get(i).registeredId(), COMMUNITIES[i][1], COMMUNITIES[i][0]);
        return run;
    }

    /** The first community wants a lift, whatever the version of its plan. */
    private CaseRun wantingALift(CaseRun run) {
        long first = run.communityIds().get(0);
        return run.typing((task, person, fields) -> {
            boolean its = CaseRun.formOf(task).equals("draft-plan") && communityOf(task) == first;
            if (!its) return fields;
            Map<String, Object> plan = new HashMap<>(fields);
            plan.put("voteMatters", List.of("ELEVATOR"));
            return plan;
        });
    }

    private long communityOf(Task task) {
        return ((Number) runtime.getVariable(task.getExecutionId(), "communityId")).longValue();
    }

    @ParameterizedTest(name = "{0}: {1} notices of drafts, {2} after the review, {3} votes")
    @CsvSource({"CITY-2024RPT, 22, 0, 1", "JINAN-2024,   22, 0, 1", "TAIZHOU-2020,  0, 1, 1", "MANGSHI-2020, 11, 0, 0"})
    void everyCommunityIsHeardAsItsPolicySays(String policy, int ofDrafts, int afterReview, int held) {
        CaseRun run = wantingALift(opened(policy));
        assertThat(registeredHouseholds(run)).isEqualTo(2091);
        run.walkTo("draft-plan");
        assertThat(scenario.jdbc
                        .sql(
                                "select count(distinct unit_id) from household_visit where case_id = ? and attitude = 'SUPPORT'")
                        .param(run.caseId())
                        .query(Long.class)
                        .single())
                .as("surveyed")
                .isEqualTo(2091);
        carveOut(run);
        assertThat(run.communities()).hasSize(11);

        run.walkTo("initiation");
        assertThat(run.tasks("initiation")).as("the others go on").hasSize(1);
        assertThat(plans.ofCase(run.caseId())).hasSize(11);
        Map<String, Long> byStage = notices.ofCase(run.caseId()).stream()
                .map(PublicNotice::stage)
                .collect(Collectors.groupingBy(Enum::name, TreeMap::new, Collectors.counting()));
        assertThat(byStage.getOrDefault("FIRST_DRAFT", 0L) + byStage.getOrDefault("REVISED_DRAFT", 0L))
                .as("%s", byStage)
                .isEqualTo(ofDrafts);
        assertThat(byStage.containsKey("AFTER_REVIEW")).isEqualTo(afterReview > 0);
        List<VoteSummary> decided = votes.ofCase(run.caseId());
        assertThat(decided).hasSize(held);
        decided.forEach(vote -> {
            assertThat(vote.eligible().persons()).isEqualTo(180);
            assertThat(vote.results()).allMatch(result -> result.passed());
        });
        assertThat(scenario.jdbc
                        .sql("select count(*) from case_finding where case_id = ? and rule_id = 'VOTE-POLL'")
                        .param(run.caseId())
                        .query(Long.class)
                        .single())
                .as("a poll where the law wants a vote")
                .isEqualTo(1 - held);
    }

    private long registeredHouseholds(CaseRun run) {
        return run.communities().stream()
                .mapToLong(community -> registry.units(community.registeredId()).size())
                .sum();
    }

    /** The last community leaves, on the pages of the street and of the renovation office. */
    private void carveOut(CaseRun run) {
        String page = "/cases/" + run.caseNo() + "/departures";
        Client street = scenario.signedIn("zhongshi");
        Map<String, String> request =
                Map.of("communityId", String.valueOf(run.communityIds().get(11)), "reason", "列入征迁计划");
        assertThat(street.postForm(page, request).status()).isEqualTo(302);
        long asked = scenario.jdbc
                .sql("select max(id) from community_departure where case_id = ?")
                .param(run.caseId())
                .query(Long.class)
                .single();
        assertThat(scenario.signedIn("jiugai")
                        .postForm(page + "/" + asked, Map.of("approved", "true", "reason", "同意剥离"))
                        .status())
                .isEqualTo(302);
    }
}
