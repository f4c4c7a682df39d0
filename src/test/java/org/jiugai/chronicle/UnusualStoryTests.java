package org.jiugai.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.organisation.NewStandIn;
import org.jiugai.organisation.StandInAdministration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the story tells of a stand-in, of a technical incident, of an instance that was moved to another version of its model. */
@ProcessTest
class UnusualStoryTests {
    @Autowired
    Scenario scenario;

    @Autowired
    StandInAdministration standIns;

    @Autowired
    ManagementService management;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Test
    void whatAStandInDidStandsThereWithForWhom() {
        CaseRun run = scenario.openCase("JINAN-2024");
        standIns.appoint("admin", new NewStandIn("yunlu", "gulou", "2024-01-02", "2024-01-05", "培训"));
        try {
            run.submitAs("gulou", "household-survey", run.fields("household-survey", Map.of()));
        } finally {
            scenario.jdbc.sql("delete from stand_in").update();
        }
        JsonNode story = story(run);
        JsonNode visit = list(story.path("runs")).stream()
                .flatMap(each -> list(each.path("visits")).stream())
                .filter(each -> each.path("node").asText().equals("userTask_householdSurvey"))
                .findFirst()
                .orElseThrow();
        assertThat(visit.path("who").asText()).contains("喻红");
        assertThat(visit.path("forWhom").asText()).contains("邹兰");
        assertThat(list(story.path("moments")))
                .filteredOn(moment -> moment.path("visit").equals(visit.path("id")))
                .filteredOn(moment -> moment.path("kind").asText().equals("业务"))
                .allSatisfy(
                        moment -> assertThat(moment.path("forWhom").asText()).contains("邹兰"))
                .isNotEmpty();
    }

    @Test
    void aCaseWithATechnicalIncidentIsFoundWhileItIsOpenAndAfterwards() {
        CaseRun run = scenario.openCase("CITY-2024RPT");
        run.startProcess(
                "consultation", Map.of("communityId", run.communityIds().get(0)));
        run.walkTo("publish-notice").agree("publish-notice");
        Job timer = management.createJobQuery().timers().active().list().stream()
                .filter(job -> run.caseNo()
                        .equals(runtime.createProcessInstanceQuery()
                                .processInstanceId(job.getProcessInstanceId())
                                .singleResult()
                                .getBusinessKey()))
                .findFirst()
                .orElseThrow();
        management.setJobRetries(timer.getId(), 0);
        assertThat(found("incident=OPEN")).contains(run.caseNo());

        management.setJobRetries(timer.getId(), 1);
        assertThat(found("incident=OPEN")).doesNotContain(run.caseNo());
        assertThat(found("incident=ANY")).contains(run.caseNo());
    }

    @Test
    void aMigrationStandsUnderTheVersions() throws IOException {
        CaseRun run = scenario.openCase("JINAN-2024");
        ProcessInstance survey = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(run.caseNo())
                .processDefinitionKey("survey")
                .singleResult();
        ProcessDefinition old = repository.getProcessDefinition(survey.getProcessDefinitionId());
        ProcessDefinition next = changed(old);
        try {
            MigrationPlan plan = runtime.createMigrationPlan(old.getId(), next.getId())
                    .mapEqualActivities()
                    .build();
            runtime.newMigration(plan).processInstanceIds(survey.getId()).execute();
            List<JsonNode> migrations = list(scenario.signedIn("shenji")
                    .get("/api/chronicle/cases/" + run.caseNo() + "/versions")
                    .json()
                    .path("migrations"));
            assertThat(migrations).singleElement().satisfies(migration -> {
                assertThat(migration.path("run").asText()).isEqualTo(survey.getId());
                assertThat(migration.path("from").asInt()).isEqualTo(old.getVersion());
                assertThat(migration.path("to").asInt()).isEqualTo(next.getVersion());
            });
            run.agree("household-survey");
            assertThat(run.task("condition-survey")).isNotNull();
        } finally {
            repository.deleteDeployment(next.getDeploymentId(), true);
        }
    }

    private ProcessDefinition changed(ProcessDefinition old) throws IOException {
        try (InputStream model = repository.getProcessModel(old.getId())) {
            String text = new String(model.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("camunda:versionTag=\"1\"", "camunda:versionTag=\"2\"");
            return repository
                    .createDeployment()
                    .addString("survey-next.bpmn", text)
                    .deployWithResult()
                    .getDeployedProcessDefinitions()
                    .get(0);
        }
    }

    private JsonNode story(CaseRun run) {
        return scenario.signedIn("shenji")
                .get("/api/chronicle/cases/" + run.caseNo())
                .json();
    }

    private List<String> found(String condition) {
        return list(scenario.signedIn("shenji")
                        .get("/api/chronicle/cases?" + condition)
                        .json()
                        .path("rows"))
                .stream()
                .map(row -> row.path("caseNo").asText())
                .toList();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
