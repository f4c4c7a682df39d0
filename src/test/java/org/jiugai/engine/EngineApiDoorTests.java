package org.jiugai.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What signed-in people cannot do past the forms. */
@ProcessTest
class EngineApiDoorTests {
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @Autowired
    private Scenario scenario;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/deployment/create",
                "/message",
                "/signal",
                "/filter/create",
                "/task/create",
                "/process-definition/key/renovation-case/start",
                "/process-definition/key/renovation-case/submit-form",
                "/process-instance/delete",
                "/process-instance/suspended",
                "/modification/execute",
                "/migration/execute",
                "/history/cleanup",
                "/history/process-instance/delete",
                "/condition",
                "/user/create"
            })
    void changesPastTheFormsAreRefused(String path) {
        Answer answer = scenario.signedIn("yunlu").post(ENGINE + path, Map.of("a", 1));
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("engine.notOffered");
    }

    @Test
    void aTaskIsNeitherReassignedNorChangedNorOfferedToOthers() {
        CaseRun run = scenario.openCase("JINAN-2024");
        String task = ENGINE + "/task/" + run.task("household-survey").getId();
        for (String verb : List.of(
                "/assignee",
                "/delegate",
                "/identity-links",
                "/variables",
                "/localVariables",
                "/bpmnError",
                "/bpmnEscalation")) {
            assertThat(scenario.signedIn("gongan")
                            .post(task + verb, Map.of("userId", "gongan", "type", "candidate"))
                            .code())
                    .as(verb)
                    .isEqualTo("engine.notOffered");
        }
        assertThat(scenario.signedIn("gongan")
                        .put(task, Map.of("due", "2030-01-01T00:00:00.000+0800"))
                        .code())
                .isEqualTo("engine.notOffered");
        assertThat(scenario.signedIn("gongan")
                        .put(task + "/variables/surveyOutcome", Map.of("value", "EXIT"))
                        .code())
                .isEqualTo("engine.notOffered");
    }

    /** CVE-2026-109432: an expression in a query, however nested, is never evaluated. */
    @Test
    void aQueryThatCarriesAnExpressionIsRefusedHoweverNested() {
        String canary = "${offices.holding(execution,'x')}";
        for (Object query : List.of(
                Map.of("assigneeExpression", canary),
                Map.of("orQueries", List.of(Map.of("dueAfterExpression", canary))),
                Map.of(
                        "orQueries",
                        List.of(Map.of("orQueries", List.of(Map.of("candidateGroupInExpression", canary))))))) {
            for (String path : List.of("/task", "/task/count")) {
                Answer answer = scenario.signedIn("yunlu").post(ENGINE + path, query);
                assertThat(answer.status()).isEqualTo(422);
                assertThat(answer.code()).isEqualTo("engine.expressionRefused");
            }
        }
        assertThat(scenario.signedIn("yunlu")
                        .get(ENGINE + "/task?assigneeExpression=%24%7B1%7D")
                        .code())
                .isEqualTo("engine.expressionRefused");
        String filter = scenario.signedIn("yunlu")
                .get(ENGINE + "/filter")
                .json()
                .get(0)
                .path("id")
                .asText();
        assertThat(scenario.signedIn("yunlu")
                        .post(
                                ENGINE + "/filter/" + filter + "/list",
                                Map.of("orQueries", List.of(Map.of("dueBeforeExpression", canary))))
                        .code())
                .isEqualTo("engine.expressionRefused");
    }

    @Test
    void theListsOfTasklistStillWork() {
        CaseRun run = scenario.openCase("JINAN-2024");
        Answer filters = scenario.signedIn("yunlu").get(ENGINE + "/filter");
        assertThat(filters.json()).extracting(f -> f.path("name").asText()).contains("我的任务", "本单位待办", "三日内到期", "已逾期");
        for (var filter : filters.json()) {
            if (!filter.path("name").asText().equals("本单位待办")) continue;
            Answer tasks = scenario.signedIn("yunlu")
                    .post(ENGINE + "/filter/" + filter.path("id").asText() + "/list", Map.of());
            assertThat(tasks.status()).isEqualTo(200);
            assertThat(tasks.body()).contains(run.task("household-survey").getId());
        }
    }

    /** A letter written as its code is the same letter to the engine, so it is to the door. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine/%65ngine/default/deployment/create",
                "/camunda/api/engine/engine/default/%6dessage",
                "/camunda/api/engine/engine/default/filter/cre%61te"
            })
    void anEncodedPathIsNoWayAroundTheDoor(String path) {
        assertThat(scenario.signedIn("yunlu")
                        .post(path, Map.of("messageName", "x"))
                        .code())
                .isEqualTo("engine.notOffered");
    }

    @Test
    void anEncodedPathBringsNoUndeclaredVariableIn() {
        CaseRun run = scenario.openCase("JINAN-2024");
        String task = run.task("household-survey").getId();
        Answer answer = scenario.signedIn("yunlu")
                .post(
                        "/camunda/api/engine/engine/default/task/" + task + "/submit%2Dform",
                        Map.of("variables", Map.of("surveyOutcome", Map.of("value", "EXIT", "type", "String"))));
        assertThat(answer.code()).isEqualTo("engine.undeclaredVariable");
    }
}
