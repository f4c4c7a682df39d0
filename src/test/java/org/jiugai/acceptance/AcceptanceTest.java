package org.jiugai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Residents;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.TestForms;
import org.jiugai.casefile.CaseFinding;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.Stage;
import org.jiugai.kernel.Actor;
import org.jiugai.registry.HousingUnit;
import org.jiugai.registry.RegistryManagement;
import org.jiugai.satisfaction.Rating;
import org.jiugai.satisfaction.SatisfactionSurvey;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Proves S1-51, S3-41…S3-43, S4-38. */
@ProcessTest
class AcceptanceTest {
    @Autowired
    Scenario scenario;

    @Autowired
    CaseManagement cases;

    @Autowired
    AcceptanceManagement acceptance;

    @Autowired
    RegistryManagement registry;

    @Autowired
    SatisfactionSurvey survey;

    @Test
    void acceptanceThatFailsTwiceAndThenPassesCountsThreeAttemptsAndCallsForATalk() {
        CaseRun run = reported("TOWN-LT", LocalDate.of(2024, 9, 2));

        for (String on : List.of("2024-09-20", "2024-10-15")) {
            scenario.at(LocalDate.parse(on));
            fail(run);
            rectify(run);
        }
        scenario.at(LocalDate.of(2024, 11, 29));
        run.agree("final-acceptance");

        assertThat(acceptance.passed(run.caseId()))
                .contains(new AcceptancePassed(run.caseId(), LocalDate.of(2024, 11, 29), 3));
        assertThat(findings(run, "ACCEPTANCE-TALK")).hasSize(1).first().satisfies(f -> assertThat(f.message())
                .contains("第2次", "约谈"));
        run.assertEnded("endEvent_accepted");
    }

    @Test
    void noticeLaterThanSevenWorkingDaysBeforeIsRefused() {
        CaseRun run = reported("TOWN-LT", LocalDate.of(2024, 10, 15));

        Answer late =
                run.trySubmit("final-acceptance", run.fields("final-acceptance", Map.of("notifyDate", "2024-10-08")));
        run.agree("final-acceptance", Map.of("notifyDate", "2024-09-30"));

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("2024-09-30");
    }

    @Test
    void partyWithoutSignatureOrFailureWithoutListIsRefused() {
        CaseRun run = reported("TOWN-LT", LocalDate.of(2024, 10, 15));
        Map<String, Object> form = run.fields("final-acceptance", Map.of());
        List<?> parties = (List<?>) form.get("partyResults");

        Answer unsigned = run.trySubmit(
                "final-acceptance", TestForms.with(form, "partyResults", parties.subList(1, parties.size())));
        Answer unlisted = run.trySubmit("final-acceptance", TestForms.with(form, "conditions16", List.of("RECORDS")));

        assertThat(unsigned.status()).isEqualTo(422);
        assertThat(unsigned.body()).contains("缺少");
        assertThat(unlisted.status()).isEqualTo(422);
        assertThat(unlisted.body()).contains("整改清单");
    }

    @Test
    void generalIssuesPassWithinTheirPeriod() {
        CaseRun run = reported("TOWN-LT", LocalDate.of(2024, 10, 15));

        run.agree("final-acceptance", Map.of("rectifyList", List.of(Map.of("content", "标识缺失", "dueOn", "2024-11-14"))));

        assertThat(acceptance.pastAttempts(run.caseId()).get(0).outcome()).isEqualTo("合格（限期整改）");
        assertThat(acceptance.passed(run.caseId())).isPresent();
    }

    @Test
    void mandatoryRefusalIsRectifiedAndOnlyThatBodyIsAskedAgain() {
        CaseRun run = reported("JINAN-2024", LocalDate.of(2024, 10, 15));
        run.agree("final-acceptance");
        int bodies = run.tasks("joint-acceptance").size();

        refuse(run, "xiaofang");
        refuse(run, "ziran");
        agreeJointly(run);
        rectify(run);

        assertThat(bodies).isGreaterThan(10);
        assertThat(run.tasks("joint-acceptance")).hasSize(1);
        assertThat(run.candidate(run.task("joint-acceptance"), p -> false)).isEqualTo("xiaofang");
        agreeJointly(run);
        assertThat(run.openForms()).contains("comprehensive-acceptance");
    }

    @Test
    void comprehensiveAcceptanceHoldsWithoutFollowUpPlanAndFilesLateWithAFinding() {
        CaseRun run = reported("JINAN-2024", LocalDate.of(2024, 9, 20));
        run.agree("final-acceptance");
        agreeJointly(run);
        Map<String, Object> form = run.fields("comprehensive-acceptance", Map.of());

        Answer held = run.trySubmit("comprehensive-acceptance", TestForms.with(form, "followUpPlanFile", List.of()));
        run.agree("comprehensive-acceptance", Map.of("decision", "RECTIFY", "comment", "绿化未恢复"));
        scenario.at(LocalDate.of(2024, 10, 9));
        rectify(run);
        run.agree("comprehensive-acceptance", Map.of("fileDate", "2024-10-09"));

        assertThat(held.status()).isEqualTo(422);
        assertThat(held.body()).contains("后续管理方案");
        assertThat(findings(run, "FILING")).hasSize(1).first().satisfies(f -> assertThat(f.message())
                .contains("2024-10-08"));
        run.assertEnded("endEvent_accepted");
    }

    /** S3-69: what is claimed is held against what the households answered. */
    @Test
    void theFormBeginsWithWhatTheHouseholdsSaidAndClaimingMoreIsAFinding() {
        CaseRun run = reported("JINAN-2024", LocalDate.of(2024, 9, 20));
        registry.add(
                run.communities().get(0).registeredId(),
                List.of(
                        Residents.unit(1, 0, "80.00", "王小明"),
                        Residents.unit(1, 1, "70.00", "李红"),
                        Residents.unit(1, 2, "60.00", "赵刚")),
                Actor.SYSTEM);
        cases.reach(run.caseId(), Stage.ACCEPTANCE);
        List<HousingUnit> units = registry.units(run.communities().get(0).registeredId());
        long community = run.communityIds().get(0);
        survey.answer(community, units.get(0).id(), Rating.SATISFIED, "", Residents.HOUSEHOLD);
        survey.answer(community, units.get(1).id(), Rating.FAIR, "", Residents.HOUSEHOLD);
        survey.answer(community, units.get(2).id(), Rating.UNSATISFIED, "", Residents.HOUSEHOLD);
        run.agree("final-acceptance");
        agreeJointly(run);
        assertThat(run.view("comprehensive-acceptance").body())
                .contains("居民满意度调查", "66.66%", "\"satisfaction\":\"66.66\"");
        run.agree(
                "comprehensive-acceptance", Map.of("decision", "RECTIFY", "comment", "绿化未恢复", "satisfaction", "66.66"));
        assertThat(findings(run, "SATISFACTION")).isEmpty();
        rectify(run);
        run.agree(
                "comprehensive-acceptance", Map.of("decision", "RECTIFY", "comment", "绿化未恢复", "satisfaction", "96.00"));
        assertThat(findings(run, "SATISFACTION")).singleElement().satisfies(f -> assertThat(f.message())
                .contains("96.00%", "66.66%", "3户回答"));
    }

    @Test
    void omittedWorkNeedsItsApprovalNamed() {
        CaseRun run = open("TOWN-LT", LocalDate.of(2024, 10, 15));

        Answer refused = run.trySubmit(
                "completion-report",
                run.fields(
                        "completion-report",
                        Map.of("completedItems", List.of(Map.of("item", "绿化", "completed", false)))));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("甩项批准依据");
    }

    private CaseRun open(String policy, LocalDate on) {
        CaseRun run = scenario.openContractedCase(policy);
        scenario.at(on);
        run.startProcess("acceptance", Map.of());
        return run;
    }

    private CaseRun reported(String policy, LocalDate on) {
        CaseRun run = open(policy, on);
        run.agree("completion-report");
        return run;
    }

    private void fail(CaseRun run) {
        Map<String, Object> form = run.fields("final-acceptance", Map.of());
        List<Object> parties = new ArrayList<>((List<?>) form.get("partyResults"));
        parties.set(0, Map.of("role", "employer", "result", "FAIL", "signatory", "何平"));
        run.agree(
                "final-acceptance",
                Map.of(
                        "partyResults",
                        parties,
                        "rectifyList",
                        List.of(Map.of(
                                "content",
                                "屋面渗漏",
                                "dueOn",
                                scenario.today().plusDays(10).toString()))));
    }

    private void rectify(CaseRun run) {
        run.agree("rectify-acceptance");
    }

    private void refuse(CaseRun run, String person) {
        Task task = run.tasks("joint-acceptance").stream()
                .filter(t -> run.candidate(t, p -> false).equals(person))
                .findFirst()
                .orElseThrow();
        Answer answer = run.submit(
                task,
                person,
                TestForms.of(
                        "opinion", "FAIL",
                        "items",
                                List.of(Map.of(
                                        "content",
                                        "消防通道不足",
                                        "dueOn",
                                        scenario.today().plusDays(5).toString())),
                        "signedDoc", List.of(run.upload())));
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    private void agreeJointly(CaseRun run) {
        while (!run.tasks("joint-acceptance").isEmpty()) run.agree("joint-acceptance");
    }

    private List<CaseFinding> findings(CaseRun run, String rule) {
        return cases.findings(run.caseId()).stream()
                .filter(f -> f.ruleId().equals(rule))
                .toList();
    }
}
