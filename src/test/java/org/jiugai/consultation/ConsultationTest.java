package org.jiugai.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.kernel.Money;
import org.jiugai.notice.NoticeForms;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two up, two down, for one community, through the forms of its offices. Proves S3-23, S3-25, S4-26…S4-28. */
@ProcessTest
class ConsultationTest {
    private static final String[] ALL = {"ROUNDS", "FIRST_NOTICE", "COUNCIL", "REVISED_NOTICE", "OPINIONS"};

    @Autowired
    private Scenario scenario;

    @Autowired
    private PlanManagement plans;

    @Autowired
    private ConsultationManagement consultation;

    @Autowired
    private List<org.jiugai.casefile.CasePanel> panels;

    private CaseRun begun(String policy) {
        CaseRun run = scenario.openCase(policy);
        run.startProcess(
                "consultation", Map.of("communityId", run.communityIds().get(0)));
        return run;
    }

    /** Posts the notice today and lets its period pass. */
    private void noticeEnds(CaseRun run, String stage, String... objections) {
        run.submit("publish-notice", NoticeForms.posting(run, scenario.today(), stage));
        run.advanceTo(scenario.today().plusDays(14));
        run.submit("close-notice", NoticeForms.closing(run, scenario.today(), objections));
    }

    private List<String> versions(CaseRun run) {
        return plans.history(run.communityIds().get(0)).stream()
                .map(PlanSummary::version)
                .toList();
    }

    @Test
    void twoRoundsWithTwoNoticesAndACouncilLeadToTheFinalPlan() {
        CaseRun run = begun("CITY-2024RPT");
        Map<String, Object> plan = ConsultationForms.plan(ConsultationForms.CHAPTERS, "SAFETY", "LIVELIHOOD");
        run.submit("draft-plan", plan);
        noticeEnds(run, "FIRST_DRAFT");
        run.submit("hold-council", ConsultationForms.council(run, 20, "REVISE"));
        assertThat(run.view("draft-plan").body()).contains("增设停车位", "\"planVersion\":\"v2\"", "雨污分流改造");
        run.submit("draft-plan", plan);
        noticeEnds(run, "REVISED_DRAFT");
        run.submit("finalise-plan", ConsultationForms.finalPlan(run, "v2", ALL));

        run.assertEnded("endEvent_planFinalised");
        assertThat(versions(run)).containsExactly("v1", "v2");
        assertThat(run.visited("userTask_holdCouncil")).isEqualTo(1);
        assertThat(consultation.finalisedOn(run.communityIds().get(0))).contains(scenario.today());
        assertThat(panels.stream()
                        .map(panel -> panel.panel(run.caseId()))
                        .filter(java.util.Objects::nonNull)
                        .map(panel -> panel.id()))
                .contains("plans", "notices");
    }

    @Test
    void oneRoundWithoutNoticeAndCouncilGoesStraightToTheFinalPlan() {
        CaseRun run = begun("TAIZHOU-2020");
        run.submit("draft-plan", ConsultationForms.plan(ConsultationForms.SHORT_CHAPTERS, "BASIC"));
        assertThat(run.tasks("publish-notice")).isEmpty();
        run.submit("finalise-plan", ConsultationForms.finalPlan(run, "v1", "ROUNDS", "OPINIONS"));
        run.assertEnded("endEvent_planFinalised");
    }

    @Test
    void aMinorObjectionLeadsToARevisionThatIsNotPublicisedAgain() {
        CaseRun run = begun("JINAN-2024");
        run.submit("draft-plan", ConsultationForms.plan());
        noticeEnds(run, "FIRST_DRAFT", "三户反对停车位位置");
        run.submit("handle-objections", NoticeForms.replies("MINOR", scenario.today()));
        assertThat(run.view("draft-plan").body()).contains("三户反对停车位位置");
        run.submit("draft-plan", ConsultationForms.plan());

        assertThat(run.tasks("publish-notice")).isEmpty();
        assertThat(run.task("hold-council")).isNotNull();
        assertThat(versions(run)).containsExactly("v1", "v1.1");
    }

    @Test
    void aMajorObjectionLeadsToARevisionAndANewFullNotice() {
        CaseRun run = begun("JINAN-2024");
        run.submit("draft-plan", ConsultationForms.plan());
        noticeEnds(run, "FIRST_DRAFT", "方案占用全部绿地");
        run.submit("handle-objections", NoticeForms.replies("MAJOR", scenario.today()));
        run.submit("draft-plan", ConsultationForms.plan());

        Map<String, Object> brief = NoticeForms.posting(run, scenario.today());
        brief.put("days", 3);
        assertThat(run.trySubmit("publish-notice", brief).status()).isEqualTo(422);
        noticeEnds(run, "FIRST_DRAFT");
        assertThat(run.task("hold-council")).isNotNull();
        assertThat(versions(run)).containsExactly("v1", "v1.1");
        assertThat(run.visited("callActivity_publicNotice")).isEqualTo(2);
    }

    @Test
    void aCouncilWithoutQuorumIsFollowedByASecondOneWhereWrittenOpinionsCount() {
        CaseRun run = begun("JINAN-2024");
        run.submit("draft-plan", ConsultationForms.plan());
        noticeEnds(run, "FIRST_DRAFT");

        Answer claimed = run.trySubmit("hold-council", ConsultationForms.council(run, 19, "AGREED"));
        assertThat(claimed.status()).isEqualTo(422);
        assertThat(claimed.body()).contains("第一次会议只能登记为流会");
        run.submit("hold-council", ConsultationForms.council(run, 19, "ADJOURNED"));

        assertThat(run.view("hold-council").body()).contains("第 2 次");
        Map<String, Object> second = ConsultationForms.council(run, 19, "AGREED");
        assertThat(run.trySubmit("hold-council", second).body()).contains("须登记书面意见并上传");
        second.put("writtenOpinions", 12);
        second.put("writtenOpinionDocs", List.of(run.upload()));
        run.submit("hold-council", second);

        assertThat(run.visited("userTask_holdCouncil")).isEqualTo(2);
        assertThat(run.task("draft-plan")).as("the second round").isNotNull();
    }

    @Test
    void ofTwoCommunitiesOneMayNeedASecondCouncilWhileTheOtherGoesOn() {
        CaseRun run = scenario.openCase("JINAN-2024", 2, Money.ofYuan("3000000.00"));
        for (long community : run.communityIds()) run.startProcess("consultation", Map.of("communityId", community));
        run.submit("draft-plan", ConsultationForms.plan());
        run.submit("draft-plan", ConsultationForms.plan());
        run.submit("publish-notice", NoticeForms.posting(run, scenario.today()));
        run.submit("publish-notice", NoticeForms.posting(run, scenario.today()));
        run.advanceTo(scenario.today().plusDays(14));
        run.submit("close-notice", NoticeForms.closing(run, scenario.today()));
        run.submit("close-notice", NoticeForms.closing(run, scenario.today()));

        run.submit("hold-council", ConsultationForms.council(run, 10, "ADJOURNED"));
        run.submit("hold-council", ConsultationForms.council(run, 30, "AGREED"));

        assertThat(run.tasks("hold-council")).as("the second meeting of one").hasSize(1);
        assertThat(run.tasks("draft-plan")).as("the second round of the other").hasSize(1);
        run.submit("hold-council", ConsultationForms.council(run, 25, "AGREED"));
        assertThat(run.tasks("draft-plan")).hasSize(2);
        assertThat(run.visited("userTask_holdCouncil")).isEqualTo(3);
    }

    @Test
    void inASingleRoundACouncilThatWantsChangesLeadsToARevisionBeforeTheFinalPlan() {
        CaseRun run = begun("TEST-COUNCIL");
        run.submit("draft-plan", ConsultationForms.plan());
        run.submit("hold-council", ConsultationForms.council(run, 40, "REVISE"));
        run.submit("draft-plan", ConsultationForms.plan());
        run.submit("finalise-plan", ConsultationForms.finalPlan(run, "v1.1", "ROUNDS", "COUNCIL", "OPINIONS"));
        run.assertEnded("endEvent_planFinalised");
        assertThat(run.visited("userTask_holdCouncil")).isEqualTo(1);
    }

    @Test
    void aFinalPlanWithGapsIsRefusedWithAllOfThem() {
        CaseRun run = begun("TAIZHOU-2020");
        run.submit("draft-plan", ConsultationForms.plan(ConsultationForms.SHORT_CHAPTERS, "BASIC"));
        Answer answer = run.trySubmit("finalise-plan", ConsultationForms.finalPlan(run, "v2"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("各轮方案均已编制", "居民意见均已答复、采纳情况已汇总", "【定稿版本】应为最新版本 v1");
        assertThat(run.task("finalise-plan")).isNotNull();
    }

    @Test
    void aPlanThatDoesNotAddUpIsRefusedWithAllFaults() {
        CaseRun run = begun("JINAN-2024");
        Map<String, Object> plan = ConsultationForms.plan(List.of("编制依据"), "UPGRADE");
        plan.put("totalEstimate", "2000000.01");
        plan.put("residentShare", "1.00");
        Answer answer = run.trySubmit("draft-plan", plan);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("缺少“建后管养”", "“基础类”不能为空", "与改造内容合计 1,000,000.00 元不一致", "【资金筹措】合计", "【居民出资合计】", "【超出投资说明】");
    }

    @Test
    void theDatabaseItselfRefusesAPlanThatDoesNotAddUp() {
        CaseRun run = begun("TAIZHOU-2020");
        run.submit("draft-plan", ConsultationForms.plan(ConsultationForms.SHORT_CHAPTERS, "BASIC"));
        long planId = plans.ofCase(run.caseId()).get(0).planId();
        assertThatThrownBy(() -> scenario.jdbc
                        .sql("insert into plan_fund values (?, 9, 'OTHER', 1)")
                        .param(planId)
                        .update())
                .hasMessageContaining("does not add up");
    }

    @Test
    void aRevisionByItselfGivesANewVersionAndSaysWhatChanged() {
        CaseRun run = scenario.openCase("JINAN-2024");
        long community = run.communityIds().get(0);
        run.startProcess("plan-revision", Map.of("communityId", community));
        run.submit("draft-plan", ConsultationForms.plan());
        run.assertEnded("endEvent_planRevised");

        run.startProcess("plan-revision", Map.of("communityId", community));
        Map<String, Object> revised = ConsultationForms.plan();
        revised.put(
                "items",
                List.of(
                        ConsultationForms.item("BASIC", "雨污分流改造", "1000", "米", "720.00", "720000.00"),
                        ConsultationForms.item("UPGRADE", "社区食堂", "1", "处", "400000.00", "400000.00")));
        revised.put("totalEstimate", "1120000.00");
        revised.put("residentShare", "220000.00");
        revised.put(
                "fundPlan",
                List.of(
                        Map.of("source", "COUNTY", "amount", "900000.00"),
                        Map.of("source", "RESIDENTS", "amount", "220000.00")));
        run.submit("draft-plan", revised);

        List<PlanSummary> history = plans.history(community);
        assertThat(history).extracting(PlanSummary::version).containsExactly("v1", "v1.1");
        assertThat(history.get(1).designerOffice()).isEqualTo("ja-designer");
        PlanChange change =
                plans.between(history.get(0).planId(), history.get(1).planId());
        assertThat(change.estimateChange().percent()).isEqualTo("12.00");
        assertThat(change.estimateAfter()).isEqualTo(Money.ofYuan("1120000.00"));
        assertThat(change.mandatoryItemRemoved()).isTrue();
        assertThat(change.classAdded()).isTrue();
        assertThat(change.residentShareChanged()).isTrue();
        assertThat(change.structureChanged()).isFalse();
        assertThat(change.removedItems()).containsExactly("基础类：道路翻新");
    }

    @Test
    void theEstimatesOfAllCommunitiesTogetherStayWithinTheInvestmentOrSayWhy() {
        CaseRun run = scenario.openCase("JINAN-2024", 2, Money.ofYuan("1500000.00"));
        run.startProcess(
                "plan-revision", Map.of("communityId", run.communityIds().get(0)));
        run.submit("draft-plan", ConsultationForms.plan());
        run.startProcess(
                "plan-revision", Map.of("communityId", run.communityIds().get(1)));
        Map<String, Object> second = ConsultationForms.plan();
        assertThat(run.trySubmit("draft-plan", second).body()).contains("超过本案剩余投资额 500,000.00 元");
        second.put("overCeilingReason", "增加管网长度，区财政已同意追加");
        run.submit("draft-plan", second);
        assertThat(plans.ofCase(run.caseId())).hasSize(2);
    }

    /** The engine keeps texts of 4 000 characters at most; a form may say more. */
    @Test
    void aPlanOfManyWordsIsTakenWhole() {
        CaseRun run = scenario.openCase("JINAN-2024");
        run.startProcess(
                "consultation", Map.of("communityId", run.communityIds().get(0)));
        Map<String, Object> plan = new HashMap<>(ConsultationForms.plan());
        plan.put("followUpPlan", "物业管理，".repeat(390));
        plan.put("comment", "说明，".repeat(330));
        plan.put("overCeilingReason", "理由，".repeat(160));
        Map<Object, Object> item = new HashMap<>((Map<?, ?>) ((List<?>) plan.get("items")).get(0));
        item.put("content", "雨污分流，".repeat(39));
        List<Object> items = new ArrayList<>((List<?>) plan.get("items"));
        items.set(0, item);
        plan.put("items", items);
        run.submit("draft-plan", plan);
        assertThat(plans.current(run.communityIds().get(0))).isPresent();
        assertThat(scenario.jdbc
                        .sql("select count(*) from act_hi_detail where type_ = 'FormProperty'")
                        .query(Long.class)
                        .single())
                .as("what forms say is not left behind in the engine")
                .isZero();
    }
}
