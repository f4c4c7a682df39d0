package org.jiugai.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.SampleFiles;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.SignedInClients.Client;
import org.jiugai.demonstration.DemonstrationCounty;
import org.jiugai.organisation.Office;
import org.jiugai.organisation.OrganisationSetup;
import org.jiugai.organisation.Region;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of cases and the page of one, as the server renders them. */
@ProcessTest
class CasePageTests {
    @Autowired
    private Scenario scenario;

    @Autowired
    private OrganisationSetup setup;

    @Autowired
    private CaseManagement cases;

    @Test
    void theListShowsStageHolderAndDueDateAndFilters() {
        CaseRun run = scenario.openCase("JINAN-2024");
        Client office = scenario.signedIn("jiugai");
        assertThat(office.get("/cases").body()).contains(run.caseNo(), "开展入户调查", "云路社区居民委员会", "2024-01-30");
        assertThat(office.get("/cases?street=341502001&stage=SURVEY").body()).contains(run.caseNo());
        assertThat(office.get("/cases?street=341502002").body()).doesNotContain(run.caseNo());
        assertThat(office.get("/cases?stage=WARRANTY").body()).doesNotContain(run.caseNo());
    }

    @Test
    void thePageShowsTheStageLineWhoMustActTheFindingsAndTheDefaults() {
        CaseRun run = scenario.openCase("TOWN-LT");
        String page =
                scenario.signedIn("jiugai").get("/cases/" + run.caseNo()).body().replaceAll("<[^>]+>", "");
        assertThat(page)
                .contains("调查摸底", "计划 2024-02-16", "到达 2024-01-02")
                .contains("开展入户调查", "云路社区居民委员会")
                .contains("PAY1", "PAY2", "PAY6", "PAY8", "建质〔2017〕138号")
                .contains("建设单位", "金安区城市建设投资有限公司")
                .contains("notice.days", "默认");
    }

    @Test
    void aFindingIsAnsweredOnceWithAReason() {
        CaseRun run = scenario.openCase("TOWN-LT");
        CaseFinding finding = cases.findings(run.caseId()).get(0);
        Client office = scenario.signedIn("jiugai");
        String path = "/cases/" + run.caseNo() + "/findings/" + finding.id();
        Answer blank = office.postForm(path, Map.of("answer", " "));
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.body()).contains("【答复理由】必填", "合规提示", "当前由谁办理");
        assertThat(office.postForm(path, Map.of("answer", "按方案执行，已报财政局同意")).status())
                .isEqualTo(302);
        assertThat(office.get("/cases/" + run.caseNo()).body()).contains("按方案执行，已报财政局同意", "金安区旧改办 周建国");
        Answer late = office.postForm(path, Map.of("answer", "再答一次"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("已经答复", "<q>再答一次</q>", "按方案执行，已报财政局同意");
    }

    @Test
    void anOfficeThatDoesNotAnswerForTheCaseOnlyReadsItsFindings() {
        CaseRun run = scenario.openCase("TOWN-LT");
        CaseFinding finding = cases.findings(run.caseId()).get(0);
        Client police = scenario.signedIn("gongan");
        assertThat(police.get("/cases/" + run.caseNo()).body())
                .contains(finding.ruleId())
                .doesNotContain("答复理由");
        Answer refused =
                police.postForm("/cases/" + run.caseNo() + "/findings/" + finding.id(), Map.of("answer", "同意"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(cases.findings(run.caseId()).get(0).answer()).isNull();
    }

    @Test
    void anotherCountySeesNothingOfTheCase() {
        CaseRun run = scenario.openCase("JINAN-2024");
        setup.region(new Region("341503", "裕安区", Region.Kind.COUNTY, "341500"));
        setup.office(
                new Office("ya-renovation-office", "裕安区旧改办", "341503", Office.Kind.AUTHORITY),
                Set.of("renovation-office"),
                Set.of("341503"));
        setup.person("yuan", "袁安", DemonstrationCounty.PASSWORD, Set.of("ya-renovation-office"));
        Client stranger = scenario.signedIn("yuan");
        String task = run.task("household-survey").getId();
        String document = run.upload();

        assertThat(stranger.get("/cases").body())
                .doesNotContain(run.caseNo())
                .doesNotContain(cases.get(run.caseId()).street());
        assertThat(stranger.get("/cases/" + run.caseNo()).status()).isEqualTo(404);
        assertThat(stranger.get("/documents/" + document).status()).isEqualTo(404);
        assertThat(stranger.get("/api/tasks/" + task).status()).isEqualTo(422);
        assertThat(stranger.put("/api/tasks/" + task + "/draft", Map.of("a", "b"))
                        .status())
                .isEqualTo(422);
        assertThat(stranger.get("/api/task-cards?ids=" + task).body()).isEqualTo("[]");
        assertThat(stranger.postForm("/cases/" + run.caseNo() + "/findings/1", Map.of("answer", "x"))
                        .status())
                .isEqualTo(404);
        String engine = "/camunda/api/engine/engine/default/task";
        assertThat(stranger.get(engine + "?processInstanceBusinessKey=" + run.caseNo())
                        .body())
                .isEqualTo("[]");
        assertThat(stranger.post(engine + "/" + task + "/claim", Map.of("userId", "yuan"))
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertThat(stranger.post(engine + "/" + task + "/submit-form", Map.of("variables", Map.of()))
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertThat(run.tasks("household-survey")).hasSize(1);
    }

    @Test
    void anOfficeThatDoesNotHoldTheTaskCannotCompleteIt() {
        CaseRun run = scenario.openCase("JINAN-2024");
        var answer = run.submit(run.task("household-survey"), "gongan", Map.of());
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("engine.notYourTask");
        assertThat(run.tasks("household-survey")).hasSize(1);
    }

    @Test
    void aVariableThatTheFormDoesNotDeclareIsRefused() {
        CaseRun run = scenario.openCase("JINAN-2024");
        String task = run.task("household-survey").getId();
        Client community = scenario.signedIn("yunlu");
        var answer = community.post(
                "/camunda/api/engine/engine/default/task/" + task + "/submit-form",
                Map.of("variables", Map.of("surveyOutcome", Map.of("value", "EXIT", "type", "String"))));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("engine.undeclaredVariable");
        assertThat(answer.json().path("message").asText()).contains("没有声明");
    }

    @Test
    void aDraftIsKeptForItsPersonAndGoneWithTheTask() {
        CaseRun run = scenario.openCase("JINAN-2024");
        String task = run.task("household-survey").getId();
        Client community = scenario.signedIn("yunlu");
        assertThat(community
                        .put("/api/tasks/" + task + "/draft", Map.of("surveyedOn", "2024-01-02"))
                        .status())
                .isEqualTo(204);
        assertThat(community
                        .get("/api/tasks/" + task)
                        .json()
                        .path("draft")
                        .path("surveyedOn")
                        .asText())
                .isEqualTo("2024-01-02");
        run.agree("household-survey");
        assertThat(scenario.jdbc
                        .sql("select count(*) from task_draft where task_id = ?")
                        .param(task)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aFileIsUploadedByWhoHoldsTheTaskAndOnlyIfItIsADocument() {
        CaseRun run = scenario.openCase("JINAN-2024");
        String path = "/api/tasks/" + run.task("household-survey").getId() + "/documents";
        byte[] pdf = SampleFiles.pdf();
        var stored = scenario.signedIn("yunlu").upload(path, "签字影像.pdf", pdf, Map.of());
        assertThat(stored.status()).as(stored.body()).isEqualTo(201);
        assertThat(stored.json().path("sha256").asText()).hasSize(64);
        assertThat(stored.json().path("name").asText()).isEqualTo("签字影像.pdf");
        assertThat(scenario.signedIn("gongan")
                        .upload(path, "a.pdf", pdf, Map.of())
                        .status())
                .isEqualTo(422);
        var script = scenario.signedIn("yunlu")
                .upload(path, "a.pdf", "<script>".getBytes(java.nio.charset.StandardCharsets.UTF_8), Map.of());
        assertThat(script.status()).isEqualTo(422);
        assertThat(script.json().path("detail").asText()).matches(".*\\p{IsHan}.*");
    }
}
