package org.jiugai.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.StateConflict;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** The joint review through engine, database and HTTP: each loop of the model, each refusal at the edge. Proves S1-41…S1-44, S3-29, S4-29, S4-30. */
@ProcessTest
class JointReviewTests {
    private static final String FIRE = "ja-fire-rescue";
    private static final String PLANNING = "ja-natural-resources";
    private static final String MANAGEMENT = "ja-urban-management";
    private static final String CITY_HOUSING = "la-housing-bureau";
    private static final String DESK = "ja-renovation-office";

    @Autowired
    Scenario scenario;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    ReviewManagement reviews;

    @Autowired
    OpinionManagement opinions;

    @Autowired
    ApprovalManagement approvals;

    @Autowired
    CaseManagement cases;

    @Autowired
    ReviewPanel panel;

    private ReviewSteps review(String policy) {
        return new ReviewSteps(scenario, tasks, identity, cases, scenario.openCase(policy));
    }

    private long reviewId(ReviewSteps review) {
        return reviews.latest(review.run.caseId()).orElseThrow();
    }

    private Round lastRound(ReviewSteps review) {
        List<Round> rounds = reviews.rounds(reviewId(review));
        return rounds.get(rounds.size() - 1);
    }

    // ---- happy path, approval, filing ----

    @Test
    void whenEverybodyAgreesThePlanIsApprovedByAnotherPersonOfTheChairsOffice() {
        ReviewSteps review = review("JINAN-2024").takeIn();
        assertThat(review.run.tasks("department-opinion")).hasSize(11);
        review.everybodyElseAgrees();
        review.run.submitAs("shizhujian", "conclude-review", ReviewSteps.conclusion("PASSED"));

        Answer same = review.run.trySubmitAs("shizhujian", "approve-plan", review.approval("六建批〔2024〕1号"));
        assertThat(same.status()).isEqualTo(422);
        assertThat(same.code()).isEqualTo("duties.samePerson");

        tasks.setAssignee(review.run.task("approve-plan").getId(), null);
        review.run.submitAs("shizhujian2", "approve-plan", review.approval("六建批〔2024〕1号"));
        review.run.assertEnded("endEvent_planApproved");
        assertThat(approvals
                        .approval(review.run.caseId())
                        .orElseThrow()
                        .approvedInvestment()
                        .yuan())
                .isEqualTo("2000000.00");
        assertThat(cases.findings(review.run.caseId())).anyMatch(f -> f.ruleId().equals("DUTY-REVIEW"));
        assertThat(review.run.visited("userTask_filePlan")).isZero();
    }

    @Test
    void anApprovalNeedsItsOwnNumberAPositiveAmountAndALaterDay() {
        ReviewSteps first = review("TAIZHOU-2020")
                .takeIn()
                .everybodyElseAgrees()
                .conclude("PASSED")
                .publicise("CLEAN");
        first.run.submitAs(first.approverOtherThanChair(), "approve-plan", first.approval("台建批〔2024〕7号"));

        ReviewSteps second = review("TAIZHOU-2020")
                .takeIn()
                .everybodyElseAgrees()
                .conclude("PASSED")
                .publicise("CLEAN");
        Answer refused = second.run.trySubmit(
                "approve-plan",
                Map.of(
                        "decision", "APPROVED",
                        "approvalNo", "台建批〔2024〕7号",
                        "approvedInvestment", "0.00",
                        "validUntil", scenario.today().toString()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.names("approvalNo")).isTrue();
        assertThat(refused.names("approvedInvestment")).isTrue();
        assertThat(refused.names("validUntil")).isTrue();
    }

    @Test
    void whereThePolicyWantsItTheCityOfficeFilesTheApprovedPlan() {
        ReviewSteps review = review("TEST-FILING")
                .takeIn()
                .everybodyElseAgrees()
                .conclude("PASSED")
                .approve();
        assertThat(review.groupsOf(review.run.task("file-plan"))).containsExactly("la-renovation-office");
        Answer early = review.run.trySubmit("file-plan", Map.of("filingNo", "备〔2024〕3号", "filingDate", "2023-12-01"));
        assertThat(early.names("filingDate")).isTrue();
        review.run.submit("file-plan", Map.of("filingNo", "备〔2024〕3号"));
        review.run.assertEnded("endEvent_planApproved");
        assertThat(approvals.decisions(reviewId(review)).get(0).filingNo()).isEqualTo("备〔2024〕3号");
    }

    @Test
    void aReturnedPlanIsRevisedComparedAndDecidedAgain() {
        ReviewSteps review = review("JINAN-2024").takeIn().everybodyElseAgrees().conclude("PASSED");
        String approver = review.approverOtherThanChair();
        Answer silent = review.run.trySubmitAs(approver, "approve-plan", Map.of("decision", "RETURNED"));
        assertThat(silent.names("comment")).isTrue();
        review.run.submitAs(approver, "approve-plan", Map.of("decision", "RETURNED", "comment", "请细化排水设计"));
        review.revise("2000000.00");
        review.run.submit("classify-modification", ReviewSteps.modification("MINOR", "2000000.00"));
        review.approve();
        review.run.assertEnded("endEvent_planApproved");
        assertThat(reviews.rounds(reviewId(review))).hasSize(1);
        assertThat(approvals.decisions(reviewId(review))).hasSize(2);
    }

    // ---- intake ----

    @Test
    void missingMaterialIsAskedForOnceThenAcceptedOrRefused() {
        ReviewSteps review = review("JINAN-2024");
        Answer incomplete = review.run.trySubmit("review-intake", ReviewSteps.intake("ACCEPTED", false));
        assertThat(incomplete.status()).isEqualTo(422);
        assertThat(incomplete.names("decision")).isTrue();

        review.run.submit("review-intake", ReviewSteps.intake("SUPPLEMENT", false));
        review.revise("2000000.00");
        Answer twice = review.run.trySubmit("review-intake", ReviewSteps.intake("SUPPLEMENT", false));
        assertThat(twice.body()).contains("补正只能要求一次");

        review.run.submit("review-intake", ReviewSteps.intake("REFUSED", false));
        review.run.assertEnded("endEvent_planRejected");
    }

    @Test
    void aMandatoryBodyCannotBeLeftOut() {
        ReviewSteps review = review("JINAN-2024");
        Map<String, Object> form = ReviewSteps.intake("ACCEPTED", true);
        Answer nobody = review.run.trySubmit("review-intake", form);
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.body()).contains("【参评部门】必填");

        form.put("participants", List.of("housing-bureau:CITY", "development-reform:CITY"));
        Answer refused = review.run.trySubmit("review-intake", form);
        assertThat(refused.body()).contains("必审部门不可缺少：财政部门");

        form.put("participants", List.of("housing-bureau:CITY", "development-reform:CITY", "finance-bureau:CITY"));
        review.run.submit("review-intake", form);
        assertThat(review.run.tasks("department-opinion")).hasSize(3);
    }

    @Test
    void theIntakeFormComesWithTheChaptersAndBodiesOfThePolicy() {
        ReviewSteps review = review("JINAN-2024");
        Answer view = review.run.view("review-intake");
        assertThat(view.body()).contains("方案章节：建后管养", "六安市财政局（必审）", "六安市住房和城乡建设局");
    }

    // ---- opinions ----

    @Test
    void oneRefusalDoesNotEndTheRoundAndItsVetoCannotBeOverridden() {
        ReviewSteps review = review("TAIZHOU-2020").takeIn();
        int before = review.run.tasks("department-opinion").size();
        review.opine(FIRE, review.opinion("REFUSE"));
        assertThat(review.run.tasks("department-opinion")).hasSize(before - 1);
        review.everybodyElseAgrees();

        Map<String, Object> pass = new HashMap<>(ReviewSteps.conclusion("PASSED"));
        pass.put("overrideReason", "会议协调一致");
        Answer veto = review.run.trySubmit("conclude-review", pass);
        assertThat(veto.status()).isEqualTo(422);
        assertThat(veto.body()).contains("1 个必审部门不同意");
        assertThat(review.run.view("conclude-review").body()).contains("消防法第28条", "不通过");

        review.conclude("REJECTED");
        assertThat(review.run.openForms()).contains("draft-plan");
    }

    @Test
    void aRejectedPlanIsRevisedAndAllAreAskedAgainWhileTheFirstOpinionsStay() {
        ReviewSteps review = review("TAIZHOU-2020").takeIn();
        review.opine(FIRE, review.opinion("REFUSE"))
                .everybodyElseAgrees()
                .conclude("REJECTED")
                .revise("2000000.00");
        Round second = lastRound(review);
        assertThat(second.roundNo()).isEqualTo(2);
        assertThat(second.cause()).isEqualTo("REJECTED");
        assertThat(second.scope()).isEqualTo("ALL");
        assertThat(second.planVersions()).contains("v1");
        assertThat(review.run.visited("userTask_compareRevision")).isZero();

        String fireView = scenario.signedIn("xiaofang")
                .get("/api/tasks/"
                        + review.tasksOf(FIRE, "userTask_giveOpinion").get(0).getId())
                .body();
        assertThat(fireView).contains("本部门以往意见", "不同意", "第1轮");

        review.everybodyElseAgrees().conclude("PASSED");
        assertThat(review.shown(FIRE, 1)).isEqualTo("不同意");
        assertThat(review.shown(FIRE, 2)).isEqualTo("同意");
    }

    @Test
    void afterARejectionOnlyThoseAffectedAreAskedWhereThePolicySaysSo() {
        ReviewSteps review = review("CITY-2024RPT").takeIn();
        review.opine(FIRE, review.opinion("REFUSE"))
                .everybodyElseAgrees()
                .conclude("REJECTED")
                .revise("2000000.00");
        assertThat(lastRound(review).scope()).isEqualTo("AFFECTED");
        assertThat(review.run.tasks("department-opinion")).hasSize(1);
        assertThat(review.run.tasks("expert-review")).isEmpty();
        assertThat(review.shown(PLANNING, 2)).isEqualTo("同意（沿用）");
        review.opine(FIRE, review.opinion("AGREE"));
        assertThat(reviews.tally(lastRound(review).id()).mandatoryRefusals()).isZero();
        review.conclude("PASSED");
    }

    @Test
    void anOpinionNeedsItsGroundItsConditionAndItsScan() {
        ReviewSteps review = review("JINAN-2024").takeIn();
        Map<String, Object> bare = review.opinion("REFUSE");
        bare.remove("legalGround");
        assertThat(review.tryOpine(FIRE, "xiaofang", bare).names("legalGround")).isTrue();
        Answer noCondition = review.tryOpine(FIRE, "xiaofang", review.opinion("REVISE"));
        assertThat(noCondition.body()).contains("【修改条件】修改后同意时至少填写一条");
        Map<String, Object> noScan = review.opinion("AGREE");
        noScan.put("signedDoc", List.of());
        assertThat(review.tryOpine(FIRE, "xiaofang", noScan).body()).contains("盖章意见书");
        Map<String, Object> designer = review.opinion("AGREE");
        designer.put("reviewer", "皖西建筑设计院有限公司施文");
        assertThat(review.tryOpine(FIRE, "xiaofang", designer).body()).contains("须回避");
        Map<String, Object> tomorrow = review.opinion("AGREE");
        tomorrow.put("opinionDate", scenario.today().plusDays(1).toString());
        assertThat(review.tryOpine(FIRE, "xiaofang", tomorrow).names("opinionDate"))
                .isTrue();
        review.opine(FIRE, review.opinion("AGREE"));
    }

    @Test
    void expertsAreThreeOrMoreOddAndWithoutInterest() {
        ReviewSteps review = review("JINAN-2024").takeIn();
        Map<String, Object> form = review.experts("AGREE");
        form.put("experts", List.of(ReviewSteps.expert("甲", "AGREE"), ReviewSteps.expert("乙", "AGREE")));
        assertThat(review.run.trySubmit("expert-review", form).body()).contains("三名以上单数");
        Map<String, Object> biased = ReviewSteps.expert("丙", "AGREE");
        biased.put("recusal", false);
        form.put("experts", List.of(ReviewSteps.expert("甲", "AGREE"), ReviewSteps.expert("乙", "AGREE"), biased));
        assertThat(review.run.trySubmit("expert-review", form).names("experts[2].recusal"))
                .isTrue();
        form.put(
                "experts",
                List.of(
                        ReviewSteps.expert("甲", "REFUSE"),
                        ReviewSteps.expert("乙", "REFUSE"),
                        ReviewSteps.expert("丙", "AGREE")));
        assertThat(review.run.trySubmit("expert-review", form).names("opinion")).isTrue();
        review.run.submit("expert-review", review.experts("AGREE"));
    }

    @Test
    void onlyAnAdvisoryRefusalLeavesTheDecisionToTheChairWithAReason() {
        ReviewSteps review = review("JINAN-2024").takeIn();
        review.opine(MANAGEMENT, review.opinion("REFUSE")).everybodyElseAgrees();
        assertThat(review.run.view("conclude-review").body()).contains("由召集单位说明理由后决定");
        Answer noReason = review.run.trySubmit("conclude-review", ReviewSteps.conclusion("PASSED"));
        assertThat(noReason.names("overrideReason")).isTrue();
        Map<String, Object> reasoned = new HashMap<>(ReviewSteps.conclusion("PASSED"));
        reasoned.put("overrideReason", "城管意见已在施工组织中解决");
        review.run.submit("conclude-review", reasoned);
        assertThat(review.run.openForms()).contains("approve-plan");
    }

    @Test
    void theChairMayStopTheReviewForGood() {
        ReviewSteps review = review("TAIZHOU-2020").takeIn();
        review.opine(FIRE, review.opinion("REFUSE")).everybodyElseAgrees();
        Map<String, Object> stop = new HashMap<>(ReviewSteps.conclusion("STOPPED"));
        stop.put("overrideReason", "小区已列入征收范围");
        review.run.submit("conclude-review", stop);
        review.run.assertEnded("endEvent_planRejected");
    }

    // ---- paper opinions entered for a body ----

    @Test
    void theRenovationOfficeEntersAPaperOpinionAndTheBodyMayContestIt() {
        ReviewSteps review = review("JINAN-2024").takeIn();
        assertThat(review.tryOpine(FIRE, "jiugai", review.opinion("AGREE")).status())
                .isEqualTo(204);
        assertThat(review.shown(FIRE, 1)).isEqualTo("同意（代录）");
        long entered = review.opinionId(FIRE);
        Actor fire = new Actor("xiaofang", "沈毅", FIRE, "金安区消防救援大队");
        String page = "/cases/" + review.run.caseNo() + "/review/entered";
        assertThat(scenario.signedIn("xiaofang")
                        .get("/cases/" + review.run.caseNo())
                        .body())
                .contains("代录意见", page);
        assertThat(scenario.signedIn("chengguan").get(page).body()).contains("本轮没有代本单位录入的意见");
        Answer stranger = scenario.signedIn("chengguan").postForm(page + "/" + entered, Map.of("reason", "不是本单位出具"));
        assertThat(stranger.status()).isEqualTo(422);
        assertThat(stranger.body()).contains("只有该意见所属的部门可以提出异议");
        assertThat(scenario.signedIn("xiaofang").get(page).body()).contains("金安区消防救援大队：同意（代录）");
        assertThat(scenario.signedIn("xiaofang")
                        .postForm(page + "/" + entered, Map.of("reason", " "))
                        .status())
                .isEqualTo(422);
        assertThat(scenario.signedIn("xiaofang")
                        .postForm(page + "/" + entered, Map.of("reason", "<img src=x onerror=boo()>不是本单位出具"))
                        .status())
                .isEqualTo(302);
        assertThat(scenario.signedIn("xiaofang")
                        .get("/cases/" + review.run.caseNo())
                        .body())
                .contains("&lt;img src=x onerror=boo()&gt;不是本单位出具")
                .doesNotContain("<img");
        assertThat(review.shown(FIRE, 1)).isEqualTo("同意（代录，部门有异议）");
        assertThatThrownBy(() -> reviews.contest(entered, "再次", fire)).isInstanceOf(StateConflict.class);

        review.everybodyElseAgreesBut("userTask_giveOwnOpinion");
        Answer waits = review.run.trySubmit("conclude-review", ReviewSteps.conclusion("PASSED"));
        assertThat(waits.status()).isEqualTo(409);
        assertThat(waits.code()).isEqualTo("review.contestOpen");

        review.answerContest(FIRE, review.opinion("REVISE", "保证消防车道净宽4米"));
        assertThat(review.shown(FIRE, 1)).isEqualTo("修改后同意");
        Map<String, Object> form = new HashMap<>(ReviewSteps.conclusion("CONDITIONAL"));
        form.put("overrideReason", "消防部门更正意见后有修改条件");
        review.run.submit("conclude-review", form);
        assertThatThrownBy(() -> reviews.contest(review.opinionId(FIRE), "晚了", fire))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void theCommunityEntersAPaperOpinionForABodyWhichMayContestIt() {
        ReviewSteps review = review("JINAN-2024").takeIn();
        assertThat(review.groupsOf(review.tasksOf(FIRE, "userTask_giveOpinion").get(0)))
                .containsExactlyInAnyOrder(FIRE, DESK, "ja-com-yunlu");
        Map<String, Object> noScan = review.opinion("AGREE");
        noScan.put("signedDoc", List.of());
        assertThat(review.tryOpine(FIRE, "yunlu", noScan).names("signedDoc")).isTrue();
        assertThat(review.tryOpine(FIRE, "yunlu", review.opinion("AGREE")).status())
                .isEqualTo(204);
        assertThat(review.shown(FIRE, 1)).isEqualTo("同意（代录）");
        String page = "/cases/" + review.run.caseNo() + "/review/entered/" + review.opinionId(FIRE);
        assertThat(scenario.signedIn("yunlu")
                        .postForm(page, Map.of("reason", "不是本单位出具"))
                        .status())
                .isEqualTo(422);
        assertThat(scenario.signedIn("xiaofang")
                        .postForm(page, Map.of("reason", "不是本单位出具"))
                        .status())
                .isEqualTo(302);
        assertThat(review.shown(FIRE, 1)).isEqualTo("同意（代录，部门有异议）");
        review.answerContest(FIRE, review.opinion("AGREE"));
        assertThat(review.shown(FIRE, 1)).isEqualTo("同意");
    }

    @Test
    void theCommunityThatIsItselfABodyGivesItsOwnOpinion() {
        ReviewSteps review = review("TAIZHOU-2020").takeIn();
        Task own = review.tasksOf("ja-com-yunlu", "userTask_giveOpinion").stream()
                .filter(t -> t.getDescription().contains("由云路社区居民委员会办理"))
                .findFirst()
                .orElseThrow();
        assertThat(review.run.submit(own, "yunlu", review.opinion("AGREE")).status())
                .isEqualTo(204);
        assertThat(review.shown("ja-com-yunlu", 1)).isEqualTo("同意");
    }

    @Test
    void aBodyThatNobodyHoldsIsEnteredByTheRenovationOfficeWhichIsToldWhy() {
        ReviewSteps review = review("TEST-FILING").takeIn();
        assertThat(review.run.tasks("department-opinion"))
                .anyMatch(t -> t.getDescription() != null && t.getDescription().contains("教育体育部门"));
        review.everybodyElseAgrees();
        String matrix = panel.panel(review.run.caseId()).toString();
        assertThat(matrix).contains("教育体育部门");
    }

    // ---- time ----

    @Test
    void silenceIsConsentOnlyForBodiesSoMarkedTheOthersAreRemindedAndEscalated() {
        ReviewSteps review = review("TEST-SILENCE").takeIn();
        LocalDate opened = scenario.today();
        Round round = lastRound(review);
        Request fire = opinions.requests(round.id()).stream()
                .filter(r -> FIRE.equals(r.office()))
                .findFirst()
                .orElseThrow();
        Request police = opinions.requests(round.id()).stream()
                .filter(r -> "ja-public-security".equals(r.office()))
                .findFirst()
                .orElseThrow();
        assertThat(fire.dueOn()).isEqualTo(LocalDate.of(2024, 1, 9));
        assertThat(opened).isEqualTo(LocalDate.of(2024, 1, 2));

        review.run.advanceTo(fire.remindOn());
        assertThat(opinions.toRemind()).hasSizeGreaterThanOrEqualTo(11).allMatch(opinions::remind);
        assertThat(opinions.toRemind()).isEmpty();
        assertThat(opinions.events(fire.id())).containsExactly("已催办 2024-01-08");

        review.run.advanceTo(LocalDate.of(2024, 1, 10));
        assertThat(review.shown("ja-public-security", 1)).isEqualTo("同意（逾期默示）");
        assertThat(review.shown("ja-civil-affairs", 1)).isEqualTo("同意（逾期默示）");
        assertThat(review.shown(FIRE, 1)).isEqualTo("未出具");
        assertThat(opinions.events(fire.id())).containsExactly("已催办 2024-01-08", "已督办 2024-01-10");
        assertThat(opinions.events(police.id())).noneMatch(e -> e.startsWith("已督办"));
        assertThat(review.tasksOf("ja-public-security", "userTask_giveOpinion")).isEmpty();
        assertThat(panel.panel(review.run.caseId()).toString()).contains("已督办 2024-01-10", "同意（逾期默示）");

        review.everybodyElseAgrees().conclude("PASSED");
    }

    // ---- conditions and modification ----

    @Test
    void conditionsAreClosedByTheBodyThatSetThemAndByNobodyElse() {
        ReviewSteps review = review("JINAN-2024").takeIn();
        review.opine(FIRE, review.opinion("REVISE", "消防车道净宽不小于4米", "增设室外消火栓"))
                .opine(PLANNING, review.opinion("REVISE", "停车位不得占用绿地"))
                .everybodyElseAgrees()
                .conclude("CONDITIONAL")
                .revise("2000000.00");
        List<Long> ofFire = review.openConditions(FIRE);
        assertThat(ofFire).hasSize(2);
        assertThat(review.tasksOf(FIRE, "userTask_closeConditions")).hasSize(1);

        Answer other = review.run.submit(
                review.tasksOf(PLANNING, "userTask_closeConditions").get(0),
                "ziran",
                Map.of("checks", ReviewSteps.checks(ofFire, "CLOSED")));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body()).contains("不得包含其他条件");

        review.close(PLANNING, "CLOSED").close(FIRE, "OPEN");
        assertThat(review.run.openForms()).contains("draft-plan");
        review.revise("2000000.00");
        assertThat(review.tasksOf(PLANNING, "userTask_closeConditions")).isEmpty();
        review.close(FIRE, "CLOSED");
        review.run.submit("classify-modification", ReviewSteps.modification("MINOR", "2000000.00"));
        review.approve();
        review.run.assertEnded("endEvent_planApproved");
        assertThat(panel.panel(review.run.caseId()).toString()).contains("条件2项，待落实0项", "一般修改");
    }

    @Test
    void aRevisionThatNoLongerMeetsAClosedConditionReopensIt() {
        ReviewSteps review = review("JINAN-2024").takeIn();
        review.opine(FIRE, review.opinion("REVISE", "消防车道净宽不小于4米"))
                .everybodyElseAgrees()
                .conclude("CONDITIONAL")
                .revise("2000000.00");
        List<Long> condition = review.openConditions(FIRE);
        review.close(FIRE, "CLOSED");
        Map<String, Object> form = ReviewSteps.modification("MINOR", "2000000.00");
        form.put("reopenedConditions", condition);
        review.run.submit("classify-modification", form);
        assertThat(review.tasksOf(FIRE, "userTask_closeConditions")).hasSize(1);
        review.close(FIRE, "CLOSED");
        review.run.submit("classify-modification", ReviewSteps.modification("MINOR", "2000000.00"));
        assertThat(review.run.openForms()).contains("approve-plan");
    }

    @Test
    void tenPercentMoreIsMajorAndAsksEverybodyAndTheNoticeAgain() {
        ReviewSteps review = review("TAIZHOU-2020").takeIn();
        review.opine(FIRE, review.opinion("REVISE", "增设消火栓"))
                .everybodyElseAgrees()
                .conclude("CONDITIONAL")
                .revise("2240000.00");
        review.close(FIRE, "CLOSED");
        Answer wrongSum =
                review.run.trySubmit("classify-modification", ReviewSteps.modification("MINOR", "2000000.00"));
        assertThat(wrongSum.names("revisedEstimate")).isTrue();
        Answer noReason =
                review.run.trySubmit("classify-modification", ReviewSteps.modification("MINOR", "2240000.00"));
        assertThat(noReason.status()).isEqualTo(422);
        assertThat(noReason.names("overrideReason")).isTrue();

        review.run.submit("classify-modification", ReviewSteps.modification("MAJOR", "2240000.00"));
        Round second = lastRound(review);
        assertThat(second.cause()).isEqualTo("MAJOR");
        assertThat(second.scope()).isEqualTo("ALL");
        assertThat(second.estimate().yuan()).isEqualTo("2240000.00");
        review.everybodyElseAgrees().conclude("PASSED").publicise("CLEAN").approve();
        review.run.assertEnded("endEvent_planApproved");
    }

    @Test
    void aMajorModificationAsksOnlyThoseAffectedButNeedsANewNotice() {
        ReviewSteps review = review("JINAN-2024").takeIn();
        review.opine(FIRE, review.opinion("REVISE", "增设消火栓"))
                .everybodyElseAgrees()
                .conclude("CONDITIONAL")
                .revise("2000000.00");
        review.close(FIRE, "ALTERED");
        Map<String, Object> form = ReviewSteps.modification("MAJOR", "2000000.00");
        form.put("structureOrFire", true);
        assertThat(review.run.trySubmit("classify-modification", form).names("affectedBodies"))
                .isTrue();
        form.put("affectedBodies", List.of(requestOf(review, FIRE), requestOf(review, CITY_HOUSING)));
        review.run.submit("classify-modification", form);

        assertThat(lastRound(review).scope()).isEqualTo("AFFECTED");
        assertThat(review.run.tasks("department-opinion")).hasSize(2);
        assertThat(review.shown(PLANNING, 2)).isEqualTo("同意（沿用）");
        review.everybodyElseAgrees().conclude("PASSED").publicise("CLEAN").approve();
        review.run.assertEnded("endEvent_planApproved");
    }

    private long requestOf(ReviewSteps review, String office) {
        return reviews.standings(lastRound(review).id()).stream()
                .filter(s -> office.equals(s.office()))
                .findFirst()
                .orElseThrow()
                .requestId();
    }

    // ---- notice after the review ----

    @Test
    void aMinorObjectionAfterTheReviewIsRevisedWithoutANewRound() {
        ReviewSteps review = review("TAIZHOU-2020")
                .takeIn()
                .everybodyElseAgrees()
                .conclude("PASSED")
                .publicise("UPHELD_MINOR");
        review.revise("2000000.00");
        review.run.submit("classify-modification", ReviewSteps.modification("MINOR", "2000000.00"));
        assertThat(review.run.openForms()).contains("approve-plan");
        assertThat(reviews.rounds(reviewId(review))).hasSize(1);
        review.approve();
    }

    @Test
    void aMajorObjectionAfterTheReviewOpensANewRound() {
        ReviewSteps review = review("TAIZHOU-2020")
                .takeIn()
                .everybodyElseAgrees()
                .conclude("PASSED")
                .publicise("UPHELD_MAJOR");
        review.revise("2000000.00");
        Map<String, Object> minor = ReviewSteps.modification("MINOR", "2000000.00");
        minor.put("overrideReason", "影响不大");
        assertThat(review.run.trySubmit("classify-modification", minor).names("nature"))
                .isTrue();
        review.run.submit("classify-modification", ReviewSteps.modification("MAJOR", "2000000.00"));
        assertThat(lastRound(review).roundNo()).isEqualTo(2);
        review.everybodyElseAgrees().conclude("PASSED").publicise("CLEAN").approve();
        review.run.assertEnded("endEvent_planApproved");
    }

    // ---- the database itself ----

    @Test
    void theDatabaseRefusesASecondOpinionAChangedOneAndSilenceOfTheFireService() {
        ReviewSteps review = review("JINAN-2024").takeIn();
        review.opine(FIRE, review.opinion("AGREE"));
        long opinion = review.opinionId(FIRE);
        assertThatThrownBy(() -> scenario.jdbc
                        .sql("update review_opinion set opinion = 'AGREE' where id = ?")
                        .param(opinion)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> scenario.jdbc
                        .sql(
                                """
                                insert into review_opinion (request_id, opinion, reviewer, entered_for, by_silence, actor_person, actor_office,
                                actor_name, happened_on, recorded_at) select request_id, opinion, reviewer, false, false, actor_person,
                                actor_office, actor_name, happened_on, recorded_at from review_opinion where id = ?""")
                        .param(opinion)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> scenario.jdbc
                        .sql(
                                "update review_request set silence_consent = true where role = 'fire-rescue' and round_id = ?")
                        .param(lastRound(review).id())
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    // ---- what the forms show ----

    @Test
    void everyFormShowsWhatItsClerkNeedsToDecide() {
        ReviewSteps review = review("TEST-FILING");
        review.takeIn();
        review.opine("ja-finance-bureau", review.opinion("REVISE", "投资估算须含预备费"));
        review.everybodyElseAgrees().conclude("CONDITIONAL").revise("2100000.00");
        assertThat(review.run.view("close-conditions").body()).contains("投资估算须含预备费", "待落实条件", "2,100,000.00");
        review.close("ja-finance-bureau", "CLOSED");
        assertThat(review.run.view("classify-modification").body())
                .contains("联审时的方案", "2,000,000.00", "\"revisedEstimate\":\"2100000.00\"", "10.00%", "已落实");
        review.run.submit("classify-modification", ReviewSteps.modification("MINOR", "2100000.00"));
        assertThat(review.run.view("approve-plan").body())
                .contains("联审结论", "修改后通过", "\"approvedInvestment\":\"2100000.00\"");
        review.approve();
        assertThat(review.run.view("file-plan").body()).contains("方案批复", "批准投资(元)");
    }

    @Test
    void theExpertsSeeThePlan() {
        ReviewSteps review = review("JINAN-2024").takeIn();
        assertThat(review.run.view("expert-review").body()).contains("改造方案", "示例小区1");
    }

    // ---- two at once ----

    @Test
    void bodiesThatAnswerAtTheSameMomentAreBothHeard() throws Exception {
        ReviewSteps review = review("JINAN-2024").takeIn();
        List<String> offices = List.of(FIRE, PLANNING, MANAGEMENT, "ja-public-security");
        List<Map<String, Object>> forms =
                offices.stream().map(o -> review.opinion("AGREE")).toList();
        offices.forEach(o -> scenario.signedIn(review.personOf(o)));
        ExecutorService pool = Executors.newFixedThreadPool(offices.size());
        try {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < offices.size(); i++) {
                String office = offices.get(i);
                Map<String, Object> form = forms.get(i);
                answers.add(pool.submit(() -> review.tryOpine(office, review.personOf(office), form)));
            }
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).as(answer.get().body()).isEqualTo(204);
            }
        } finally {
            pool.shutdown();
        }
        review.everybodyElseAgrees().conclude("PASSED");
        assertThat(reviews.tally(lastRound(review).id()).missing()).isZero();
    }

    @Test
    void aTaskOfTheReviewIsOfferedToTheBodyTheRenovationOfficeAndTheCommunity() {
        ReviewSteps review = review("JINAN-2024").takeIn();
        assertThat(review.groupsOf(review.tasksOf(FIRE, "userTask_giveOpinion").get(0)))
                .containsExactlyInAnyOrder(FIRE, DESK, "ja-com-yunlu");
    }
}
