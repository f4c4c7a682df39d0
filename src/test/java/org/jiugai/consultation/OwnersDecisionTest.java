package org.jiugai.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Residents;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.SignedInClients.Client;
import org.jiugai.ballot.BallotBox;
import org.jiugai.ballot.Channel;
import org.jiugai.ballot.Choice;
import org.jiugai.ballot.VoteManagement;
import org.jiugai.ballot.VoteRound;
import org.jiugai.casefile.CommunityDepartures;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.StateConflict;
import org.jiugai.registry.RegistryManagement;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** A plan that its owners must decide on, and a community that leaves its case (S3-22, S4-26, book 1.3 C8). */
@ProcessTest
class OwnersDecisionTest {
    private static final Actor STREET = new Actor("zhongshi", "谢芳", "ja-sub-zhongshi", "中市街道办事处");
    private static final Actor OFFICE = new Actor("jiugai", "周建国", "ja-renovation-office", "金安区旧改办");

    @Autowired
    private Scenario scenario;

    @Autowired
    private CommunityDepartures departures;

    @Autowired
    private VoteManagement votes;

    @Autowired
    private BallotBox box;

    @Autowired
    private RegistryManagement registry;

    private static Map<String, Object> planWith(String... matters) {
        Map<String, Object> plan = new HashMap<>(ConsultationForms.plan(ConsultationForms.SHORT_CHAPTERS, "BASIC"));
        plan.put("voteMatters", List.of(matters));
        return plan;
    }

    private void ownersAgree(CaseRun run) {
        voteEnds(run, true);
        run.agree("count-votes");
        run.agree("publish-notice");
        run.advanceTo(scenario.today().plusDays(9));
        run.agree("close-notice");
    }

    private void voteEnds(CaseRun run, boolean everybodyVotes) {
        run.agree("set-up-vote");
        run.agree("confirm-vote");
        run.agree("notify-owners");
        run.advanceTo(scenario.today().plusDays(15));
        if (everybodyVotes) scenario.residents.voteWhereAVoteIsOpen(run.caseId());
        run.advanceTo(scenario.today().plusDays(10));
    }

    @Test
    void aPlanWithALiftIsFinalOnlyAfterItsOwnersHaveAgreed() {
        CaseRun run = scenario.openCase("TAIZHOU-2020");
        scenario.residents.moveIn(run.communities().get(0).registeredId(), 1, 6);
        run.startProcess(
                "consultation", Map.of("communityId", run.communityIds().get(0)));
        run.submit("draft-plan", planWith("ELEVATOR", "FUND_USE"));
        assertThat(run.tasks("finalise-plan")).isEmpty();
        assertThat(run.view("set-up-vote").body()).contains("第7项", "第5项", "480.00");
        ownersAgree(run);
        assertThat(run.view("finalise-plan").body()).contains("业主共同决定已通过", "已完成");
        run.submit("finalise-plan", ConsultationForms.finalPlan(run, "v1", "ROUNDS", "OWNERS_VOTE", "OPINIONS"));
        run.assertEnded("endEvent_planFinalised");

        run.startProcess(
                "consultation", Map.of("communityId", run.communityIds().get(0)));
        run.submit("draft-plan", planWith("ELEVATOR", "FUND_USE", "COMMON_PART_USE"));
        assertThat(scenario.jdbc
                        .sql("select message from case_finding where case_id = ? and rule_id = 'VOTE-AFTER-FINAL'")
                        .param(run.caseId())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("定稿后修改");
    }

    @Test
    void theVoteOfACommunityThatLeavesTakesNoMoreBallots() {
        CaseRun run = scenario.openCase("TAIZHOU-2020", 2, Money.ofYuan("2000000.00"));
        long leaving = run.communityIds().get(0);
        long registered = run.communities().get(0).registeredId();
        scenario.residents.moveIn(registered, 1, 4);
        run.startProcess("consultation", Map.of("communityId", leaving));
        run.submit("draft-plan", planWith("ELEVATOR"));
        run.agree("set-up-vote");
        run.agree("confirm-vote");
        run.agree("notify-owners");
        run.advanceTo(scenario.today().plusDays(15));
        long round = votes.latest(leaving).orElseThrow().round().id();
        departures.ask(run.caseId(), leaving, "列入征迁", STREET);
        departures.decide(run.caseId(), departures.of(run.caseId()).get(0).id(), true, "同意剥离", OFFICE);

        long unit = registry.units(registered).get(0).id();
        assertThat(votes.summary(round).state()).isEqualTo(VoteRound.State.ABANDONED);
        assertThatThrownBy(() -> box.cast(round, unit, Map.of(1, Choice.AGREE), Channel.WEB, Residents.HOUSEHOLD))
                .isInstanceOf(StateConflict.class)
                .hasMessageContaining("已终止");
        assertThatThrownBy(() -> scenario.jdbc
                        .sql(
                                """
                                insert into ballot (round_id, entry_id, channel, state, received_at, sealed, receipt_hash, entered_by, entered_office,
                                    recorded_at, settled_at)
                                select u.round_id, u.entry_id, 'WEB', 'COUNTED', n.starts_at, 'x', 'left', 'p', 'o', now(), now()
                                from roll_unit u join vote_notice n on n.round_id = u.round_id where u.round_id = ? and u.unit_id = ?""")
                        .params(round, unit)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("abandoned");
        assertThat(scenario.signedIn("jiugai")
                        .get("/cases/" + run.caseNo() + "/votes/" + round)
                        .body())
                .contains("已终止");
    }

    @Test
    void anUnchangedMatterIsNotVotedOnTwiceButANewOneIs() {
        CaseRun run = scenario.openCase("TAIZHOU-2020");
        scenario.residents.moveIn(run.communities().get(0).registeredId(), 1, 4);
        run.startProcess(
                "consultation", Map.of("communityId", run.communityIds().get(0)));
        run.submit("draft-plan", planWith("ELEVATOR"));
        ownersAgree(run);
        run.startProcess(
                "consultation", Map.of("communityId", run.communityIds().get(0)));
        run.submit("draft-plan", planWith("ELEVATOR"));
        assertThat(run.tasks("set-up-vote")).isEmpty();
        assertThat(run.tasks("finalise-plan")).hasSize(2);
        run.startProcess(
                "consultation", Map.of("communityId", run.communityIds().get(0)));
        run.submit("draft-plan", planWith("ELEVATOR", "COMMON_PART_USE"));
        assertThat(run.tasks("set-up-vote")).hasSize(1);
        assertThat(run.trySubmit(
                                "finalise-plan",
                                ConsultationForms.finalPlan(run, "v3", "ROUNDS", "OWNERS_VOTE", "OPINIONS"))
                        .body())
                .contains("业主共同决定已通过", "尚未完成");
    }

    @Test
    void aPolicyThatOnlyAsksTheResidentsGetsAFindingWhereTheLawWantsAVote() {
        CaseRun run = scenario.openCase("MANGSHI-2020");
        run.startProcess(
                "consultation", Map.of("communityId", run.communityIds().get(0)));
        Map<String, Object> plan = run.fields("draft-plan", Map.of("voteMatters", List.of("COMPULSORY_PAYMENT")));
        run.submit("draft-plan", plan);
        assertThat(run.tasks("set-up-vote")).isEmpty();
        assertThat(scenario.jdbc
                        .sql("select rule_id || legal_basis from case_finding where case_id = ?")
                        .param(run.caseId())
                        .query(String.class)
                        .list())
                .contains("VOTE-POLL民法典第278条");
    }

    @Test
    void aFailedVoteLeadsBackToThePlan() {
        CaseRun run = scenario.openCase("TAIZHOU-2020");
        scenario.residents.moveIn(run.communities().get(0).registeredId(), 1, 3);
        run.startProcess(
                "consultation", Map.of("communityId", run.communityIds().get(0)));
        run.submit("draft-plan", planWith("ELEVATOR"));
        voteEnds(run, false);
        run.agree("count-votes");
        run.agree("publish-notice");
        run.advanceTo(scenario.today().plusDays(9));
        run.agree("close-notice");
        run.submit("decide-failed-vote", Map.of("decision", "REVISE", "comment", "取消加装电梯"));
        run.submit("draft-plan", planWith());
        assertThat(run.tasks("finalise-plan"))
                .as("without the lift nobody need vote")
                .hasSize(1);
    }

    @Test
    void aCommunityLeavesItsCaseAndTheOthersGoOn() {
        CaseRun run =
                scenario.openCase("CITY-2024RPT", 3, Money.ofYuan("3000000.00")).walkTo("publish-notice");
        long leaving = run.communityIds().get(1);
        departures.ask(run.caseId(), leaving, "业主不同意改造", STREET);
        long asked = departures.of(run.caseId()).get(0).id();
        assertThatThrownBy(() -> departures.decide(run.caseId(), asked, true, "同意", STREET))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("不能审定自己提出的");
        departures.decide(run.caseId(), asked, true, "同意剥离", OFFICE);

        assertThat(run.communityIds()).hasSize(2).doesNotContain(leaving);
        run.walkTo("department-opinion");
        assertThat(run.tasks("department-opinion")).isNotEmpty();
        assertThat(run.tasks("publish-notice")).isEmpty();
        assertThat(scenario.signedIn("jiugai").get("/cases/" + run.caseNo()).body())
                .contains("示例小区1", "示例小区3");
        assertThatThrownBy(() -> departures.ask(run.caseId(), leaving, "再次", STREET))
                .isInstanceOf(RuleViolation.class);
        departures.ask(run.caseId(), run.communityIds().get(0), "定稿以后", STREET);
        assertThatThrownBy(() -> departures.decide(
                        run.caseId(), departures.of(run.caseId()).get(1).id(), true, "同意", OFFICE))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("已经定稿");
    }

    @Test
    void theLastCommunityDoesNotLeaveAndEachOfficeDoesItsPartOnThePage() {
        CaseRun run = scenario.openCase("JINAN-2024", 2, Money.ofYuan("2000000.00"));
        String page = "/cases/" + run.caseNo() + "/departures";
        Client street = scenario.signedIn("zhongshi");
        Client office = scenario.signedIn("jiugai");
        Answer blank = street.postForm(page, Map.of());
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.body()).contains("【小区】请选择", "【剥离理由】必填");
        assertThat(office.postForm(page, Map.of("reason", "x")).status()).isEqualTo(403);
        assertThat(scenario.signedIn("dongshi").get(page).body()).doesNotContain("<h2>提出剥离");
        assertThat(street.get(page).body()).contains("<h2>提出剥离");
        assertThat(scenario.signedIn("dongshi")
                        .postForm(page, Map.of("reason", "别的街道"))
                        .status())
                .as("another street")
                .isEqualTo(403);
        Map<String, String> request =
                Map.of("communityId", String.valueOf(run.communityIds().get(0)), "reason", "列入征迁");
        assertThat(street.postForm(page, request).status()).isEqualTo(302);
        assertThat(street.postForm(page, request).status()).isEqualTo(409);
        long asked = departures.of(run.caseId()).get(0).id();
        assertThat(street.postForm(page + "/" + asked, Map.of("approved", "true", "reason", "同意"))
                        .status())
                .isEqualTo(403);
        assertThat(office.get(page).body()).contains("列入征迁", "同意剥离");
        assertThat(office.postForm(page + "/" + asked, Map.of("approved", "true", "reason", "同意"))
                        .status())
                .isEqualTo(302);
        assertThat(run.communityIds()).hasSize(1);
        assertThat(street.postForm(
                                page,
                                Map.of(
                                        "communityId",
                                        String.valueOf(run.communityIds().get(0)),
                                        "reason",
                                        "也走"))
                        .body())
                .contains("整案退出的请办理调出");
        run.walkTo("condition-survey");
    }
}
