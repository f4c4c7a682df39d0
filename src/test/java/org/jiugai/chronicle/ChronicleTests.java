package org.jiugai.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.HistoryService;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.SignedInClients.Client;
import org.jiugai.audit.AuditEntry;
import org.jiugai.audit.AuditTrail;
import org.jiugai.casefile.CaseGuests;
import org.jiugai.demonstration.DemonstrationCounty;
import org.jiugai.kernel.Actor;
import org.jiugai.organisation.Office;
import org.jiugai.organisation.OrganisationSetup;
import org.jiugai.organisation.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The story of a finished and of a running case, what stands behind it, the search, and who may read what. */
@ProcessTest
class ChronicleTests {
    private static final Actor OFFICE = new Actor("jiugai", "周建国", "ja-renovation-office", "金安区旧改办");

    @Autowired
    Scenario scenario;

    @Autowired
    HistoryService history;

    @Autowired
    AuditTrail audit;

    @Autowired
    CaseGuests guests;

    @Autowired
    OrganisationSetup setup;

    private CaseRun finished;
    private CaseRun running;

    @BeforeEach
    void walk() {
        finished = WalkedCases.finished(scenario);
        running = WalkedCases.running(scenario);
        scenario.at(LocalDate.of(2025, 1, 21));
    }

    @Test
    void theStoryOfAFinishedCaseGoesThroughAllItsProcesses() {
        JsonNode story = auditor().get(story(finished)).json();
        assertThat(story.path("outcome").asText()).isEqualTo("归档办结");
        assertThat(story.path("inFull").asBoolean()).isTrue();
        List<JsonNode> runs = list(story.path("runs"));
        assertThat(runs)
                .extracting(run -> run.path("process").asText())
                .startsWith("renovation-case")
                .contains("survey", "joint-review", "tender", "construction", "payment", "warranty");
        assertThat(runs).allSatisfy(run -> {
            assertThat(run.path("state").asText()).isEqualTo("COMPLETED");
            assertThat(run.path("outcome").asText()).isNotBlank();
        });
        assertThat(run(runs, "survey").path("caller")).isEqualTo(runs.get(0).path("id"));
        assertThat(list(story.path("moments")))
                .extracting(moment -> moment.path("kind").asText())
                .contains("流程", "业务", "资金", "公示", "表决", "问题", "文件");
    }

    /** Every visit but the first of a scope came over a flow; so no part of the path is missing on the diagram. */
    @Test
    void thePathHasNoGaps() {
        for (JsonNode run : list(auditor().get(story(finished)).json().path("runs"))) {
            Set<String> reached = Set.copyOf(list(run.path("passages")).stream()
                    .map(passage -> passage.path("to").asText())
                    .toList());
            assertThat(list(run.path("visits")))
                    .filteredOn(visit -> visit.path("parent").equals(run.path("id")))
                    .filteredOn(visit -> !visit.path("type").asText().startsWith("start"))
                    .as(run.path("process").asText())
                    .allSatisfy(visit ->
                            assertThat(reached).contains(visit.path("id").asText()));
        }
    }

    @Test
    void whatWasEnteredStandsAtItsStepWithWhoAndFor() {
        JsonNode story = auditor().get(story(finished)).json();
        JsonNode opinion = list(story.path("moments")).stream()
                .filter(moment -> moment.path("text").asText().contains("联审意见：同意"))
                .findFirst()
                .orElseThrow();
        JsonNode visit = list(run(list(story.path("runs")), "joint-review").path("visits")).stream()
                .filter(each -> each.path("id").equals(opinion.path("visit")))
                .findFirst()
                .orElseThrow();
        assertThat(visit.path("node").asText()).isEqualTo("userTask_giveOpinion");
        assertThat(visit.path("who").asText()).isEqualTo(opinion.path("who").asText());
        assertThat(list(story.path("moments")))
                .filteredOn(moment -> moment.path("visit").equals(opinion.path("visit")))
                .extracting(moment -> moment.path("kind").asText())
                .contains("流程", "表决", "文件");
    }

    @Test
    void aRunningCaseShowsWhatIsOpenAndALateRecordWithItsDays() {
        JsonNode story = auditor().get(story(running)).json();
        assertThat(story.path("closedOn").isNull()).isTrue();
        JsonNode review = run(list(story.path("runs")), "joint-review");
        assertThat(review.path("state").asText()).isEqualTo("ACTIVE");
        assertThat(list(review.path("visits")))
                .filteredOn(visit -> visit.path("node").asText().equals("userTask_giveOpinion"))
                .isNotEmpty()
                .allSatisfy(visit -> assertThat(visit.path("state").asText()).isEqualTo("OPEN"));
        assertThat(list(story.path("moments")))
                .filteredOn(moment -> moment.path("late").asBoolean())
                .singleElement()
                .satisfies(moment -> {
                    assertThat(moment.path("happenedOn").asText()).isEqualTo(WalkedCases.SURVEYED_ON);
                    assertThat(moment.path("gap").asInt()).isEqualTo(13);
                    assertThat(moment.path("text").asText()).contains(WalkedCases.HOSTILE);
                });
    }

    @Test
    void decisionsNameTheirRuleItsClauseAndTheTablesVersion() {
        List<JsonNode> decisions =
                list(auditor().get(story(finished) + "/decisions").json());
        assertThat(decisions)
                .filteredOn(decision -> decision.path("decision").asText().equals("must-tender"))
                .isNotEmpty()
                .allSatisfy(decision -> {
                    assertThat(decision.path("version").asInt()).isPositive();
                    assertThat(decision.path("inputs")).isNotEmpty();
                    JsonNode rule = decision.path("rules").path(0);
                    assertThat(rule.path("no").asInt()).isPositive();
                    assertThat(rule.path("clause").asText()).contains("必须招标的工程项目规定");
                    assertThat(rule.path("outputs")).isNotEmpty();
                });
    }

    @Test
    void variablesOperationsVersionsAndFilesAreThere() {
        Client auditor = auditor();
        assertThat(list(auditor.get(story(finished) + "/variables").json())).anySatisfy(change -> {
            assertThat(change.path("from").isTextual()).isTrue();
            assertThat(change.path("to")).isNotEqualTo(change.path("from"));
        });
        assertThat(list(auditor.get(story(finished) + "/operations").json()))
                .extracting(operation -> operation.path("what").asText())
                .contains("认领任务", "办结任务", "方案征询登记");
        JsonNode versions = auditor.get(story(finished) + "/versions").json();
        assertThat(versions.path("policy").path("code").asText()).isEqualTo("JINAN-2024");
        assertThat(list(versions.path("models")))
                .allSatisfy(model -> assertThat(model.path("version").asInt()).isPositive());
        assertThat(list(auditor.get(story(finished) + "/files").json()))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.path("sha256").asText()).matches("[0-9a-f]{64}"));
    }

    @Test
    void aFirmReadsTheStoryOfItsCaseButNoLogsAndFindsNothing() {
        Client designer = scenario.signedIn("sheji");
        assertThat(designer.get(story(running)).json().path("inFull").asBoolean())
                .isFalse();
        for (String part : List.of("", "/decisions", "/versions", "/files")) {
            assertThat(designer.get(story(running) + part).status()).as(part).isEqualTo(200);
        }
        for (String closed : List.of(
                story(running) + "/variables",
                story(running) + "/operations",
                "/api/chronicle/cases",
                "/api/chronicle/choices",
                "/api/chronicle/models/" + definition("survey") + "/statistics")) {
            assertThat(designer.get(closed).status()).as(closed).isEqualTo(404);
        }
        assertThat(designer.get("/cases").body()).doesNotContain("流程监控");
        assertThat(auditor().get("/cases").body()).contains("流程监控");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shigongb", "xuncha", "fern.shenji"})
    void whoeverDoesNotSeeTheCaseReadsNothingOfIt(String stranger) {
        loadFarCounty();
        Client client = scenario.signedIn(stranger);
        for (String part : List.of("", "/decisions", "/variables", "/operations", "/versions", "/files")) {
            assertThat(client.get(story(running) + part).status()).as(part).isEqualTo(404);
        }
        assertThat(client.get("/cases/" + running.caseNo() + "/chronicle").status())
                .isEqualTo(404);
        assertThat(client.get("/api/chronicle/instances/" + instance(running, "survey"))
                        .status())
                .isEqualTo(404);
        String task = running.task("department-opinion").getId();
        assertThat(client.get("/tasks/" + task + "/chronicle").status()).isEqualTo(404);
        assertThat(client.get("/api/chronicle/cases").body()).doesNotContain(running.caseNo());
    }

    /** An auditor of another county counts none of our instances. */
    @Test
    void statisticsAreOfTheReadersCounties() {
        loadFarCounty();
        String path = "/api/chronicle/models/" + definition("survey") + "/statistics";
        JsonNode ours = auditor().get(path).json();
        assertThat(ours.path("finished").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(ours.path("outcomes").path(0).path("name").asText()).isNotBlank();
        assertThat(ours.path("median").asLong()).isPositive();
        assertThat(list(ours.path("nodes")))
                .anySatisfy(node -> assertThat(node.path("node").asText()).isEqualTo("userTask_householdSurvey"));
        assertThat(scenario.signedIn("fern.shenji")
                        .get(path)
                        .json()
                        .path("finished")
                        .asInt())
                .isZero();
    }

    @Test
    void eachReadingOfAGuestIsRecorded() {
        CaseRun visited = scenario.openCase("JINAN-2024");
        LocalDate today = scenario.today();
        guests.grant(visited.caseId(), "la-inspection", today, today.plusDays(7), "专项巡察", OFFICE);
        Client guest = scenario.signedIn("xuncha");
        assertThat(guest.get(story(visited)).json().path("inFull").asBoolean()).isFalse();
        assertThat(guest.get(story(visited) + "/files").status()).isEqualTo(200);
        assertThat(guest.get(story(visited) + "/variables").status()).isEqualTo(404);
        assertThat(audit.of("case:" + visited.caseId(), 20))
                .filteredOn(entry -> entry.action().equals("casefile.readByGuest"))
                .extracting(AuditEntry::details)
                .contains("查阅案件经过", "查阅文件清单");
        guests.end(visited.caseId(), guests.of(visited.caseId()).get(0).id(), OFFICE);
    }

    @Test
    void theSearchFindsByEachConditionAndSortsOnTheServer() {
        String both = "name=" + encoded("示例项目");
        assertThat(found(both)).contains(finished.caseNo(), running.caseNo());
        assertThat(found("caseNo=" + running.caseNo())).containsExactly(running.caseNo());
        assertThat(found("community=" + encoded("示例小区1"))).contains(finished.caseNo());
        assertThat(found("community=" + encoded("没有的小区"))).isEmpty();
        assertThat(found("county=341502&" + both)).contains(finished.caseNo());
        assertThat(found("process=tender")).contains(finished.caseNo()).doesNotContain(running.caseNo());
        assertThat(found("process=joint-review&running=true"))
                .contains(running.caseNo())
                .doesNotContain(finished.caseNo());
        assertThat(found("state=CLOSED")).contains(finished.caseNo()).doesNotContain(running.caseNo());
        assertThat(found("stage=REVIEW")).contains(running.caseNo()).doesNotContain(finished.caseNo());
        assertThat(found("who=" + encoded("邹兰") + "&from=2024-01-01&until=2024-01-03"))
                .contains(finished.caseNo(), running.caseNo());
        assertThat(found("who=" + encoded("邹兰") + "&from=2031-01-01")).isEmpty();
        assertThat(found("until=2023-12-31")).isEmpty();
        assertThat(found("incident=OPEN")).doesNotContain(finished.caseNo());
        assertThat(found("sort=NUMBER&ascending=true")).isSorted();
        assertThat(found("page=1000000")).isNotEmpty();
        assertThat(auditor().get("/api/chronicle/cases?from=x").status()).isEqualTo(400);
    }

    @Test
    void aFinishedInstanceAndATaskLeadToTheirCase() {
        String tender = history.createHistoricProcessInstanceQuery().processDefinitionKey("tender").list().stream()
                .filter(each -> list(auditor().get(story(finished)).json().path("runs")).stream()
                        .anyMatch(run -> run.path("id").asText().equals(each.getId())))
                .findFirst()
                .orElseThrow()
                .getId();
        assertThat(auditor()
                        .get("/api/chronicle/instances/" + tender)
                        .json()
                        .path("caseNo")
                        .asText())
                .isEqualTo(finished.caseNo());
        assertThat(auditor().get("/api/chronicle/instances/none").status()).isEqualTo(404);
        String task = running.task("department-opinion").getId();
        assertThat(auditor().get("/tasks/" + task + "/chronicle").status()).isEqualTo(302);
        assertThat(auditor().get("/cases/" + running.caseNo()).body())
                .contains("/cases/" + running.caseNo() + "/chronicle");
    }

    @Test
    void thePictureOfAVersionIsForEverybody() {
        Answer picture = scenario.signedIn("sheji").get("/api/chronicle/models/" + definition("survey") + "/picture");
        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.body())
                .contains("data-id=\"userTask_householdSurvey\"")
                .doesNotContain("<script");
        assertThat(auditor().get("/api/chronicle/models/none/picture").status()).isEqualTo(404);
    }

    private void loadFarCounty() {
        setup.region(new Region("349910", "远市", Region.Kind.CITY, null));
        setup.region(new Region("349911", "远县", Region.Kind.COUNTY, "349910"));
        setup.office(
                new Office("fern-audit-bureau", "远县审计局", "349911", Office.Kind.AUTHORITY),
                Set.of("audit-bureau"),
                Set.of("349911"));
        setup.person("fern.shenji", "远审", DemonstrationCounty.PASSWORD, Set.of("fern-audit-bureau"));
    }

    private Client auditor() {
        return scenario.signedIn("shenji");
    }

    private List<String> found(String conditions) {
        return list(auditor().get("/api/chronicle/cases?" + conditions).json().path("rows")).stream()
                .map(row -> row.path("caseNo").asText())
                .toList();
    }

    private String definition(String process) {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(process)
                .listPage(0, 1)
                .get(0)
                .getProcessDefinitionId();
    }

    private String instance(CaseRun run, String process) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(run.caseNo())
                .processDefinitionKey(process)
                .singleResult()
                .getId();
    }

    private static String story(CaseRun run) {
        return "/api/chronicle/cases/" + run.caseNo();
    }

    private static JsonNode run(List<JsonNode> runs, String process) {
        return runs.stream()
                .filter(run -> run.path("process").asText().equals(process))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
