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
    void changesPastTheFormsAreRefusedWhoeverAsks(String path) {
        for (String person : List.of("yunlu", "shenji", "admin")) {
            Answer answer = scenario.signedIn(person).post(ENGINE + path, Map.of("a", 1));
            assertThat(answer.status()).as(answer.body()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("engine.notOffered");
            assertThat(answer.json().path("message").asText()).contains("不通过流程引擎接口办理");
        }
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

    /** Somebody who has signed in cannot try the passwords of others. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ENGINE + "/identity/verify",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "/camunda/api/admin/setup/default/user/create"
            })
    void noDoorAsksForAPasswordOrMakesAnAccount(String path) {
        assertThat(scenario.signedIn("yunlu")
                        .post(path, Map.of("username", "admin", "password", "x"))
                        .status())
                .isIn(403, 404, 422);
    }

    /** Ways of writing a path of which one reader might understand another path than the other. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task;x/claim",
                "/deployment;/create",
                "//deployment/create",
                "/task/../deployment/create",
                "/task/%2e%2e/deployment/create",
                "/task%2fcount/../../deployment/create",
                "/task/x%2fclaim",
                "/deployment/create/",
                "/task/count%00",
                "/TASK"
            })
    void noWayOfWritingAPathPasses(String path) {
        assertThat(scenario.signedIn("yunlu")
                        .post(ENGINE + path, Map.of("a", 1))
                        .status())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void neitherAHeaderNorAParameterTurnsOneVerbIntoAnother() {
        CaseRun run = scenario.openCase("JINAN-2024");
        String task = ENGINE + "/task/" + run.task("household-survey").getId();
        assertThat(scenario.signedIn("yunlu")
                        .post(task + "?_method=DELETE", Map.of())
                        .code())
                .isEqualTo("engine.notOffered");
        assertThat(scenario.signedIn("yunlu")
                        .post(task + "/variables?_method=PATCH", Map.of())
                        .code())
                .isEqualTo("engine.notOffered");
    }

    /** The server leaves out parameters beyond its limit, the engine does not. */
    @Test
    void anExpressionBehindAThousandParametersIsSeen() {
        String query = "a=1&".repeat(1500) + "assigneeExpression=x";
        assertThat(scenario.signedIn("yunlu").get(ENGINE + "/task?" + query).status())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void aStrangerReadsNothingOfATaskAndCannotBlockIt() {
        CaseRun run = scenario.openCase("JINAN-2024");
        String id = run.task("household-survey").getId();
        String task = ENGINE + "/task/" + id;
        for (String part : List.of(
                "", "/form", "/deployed-form", "/form-variables", "/variables", "/identity-links", "/comment")) {
            Answer answer = scenario.signedIn("gongan").get(task + part);
            assertThat(answer.status()).as(part).isIn(403, 404);
            assertThat(answer.body())
                    .as(part)
                    .matches("(?s).*\\p{IsHan}.*")
                    .doesNotContain("Exception", "PROCESS_DEFINITION", run.caseNo());
        }
        Answer claim = scenario.signedIn("gongan").post(task + "/claim", Map.of("userId", "gongan"));
        assertThat(claim.status()).isEqualTo(403);
        assertThat(claim.code()).isEqualTo("engine.notYourTask");
        assertThat(scenario.signedIn("yunlu")
                        .post(task + "/claim", Map.of("userId", "gulou"))
                        .code())
                .isEqualTo("engine.claimForOthers");
        assertThat(run.task("household-survey").getAssignee()).isNull();
    }

    @Test
    void theOfficeReadsClaimsCommentsOnAndReleasesItsTask() {
        CaseRun run = scenario.openCase("JINAN-2024");
        String task = ENGINE + "/task/" + run.task("household-survey").getId();
        for (String part : List.of(
                "", "/form", "/deployed-form", "/form-variables", "/variables", "/identity-links", "/comment")) {
            assertThat(scenario.signedIn("yunlu").get(task + part).status())
                    .as(part)
                    .isEqualTo(200);
        }
        assertThat(scenario.signedIn("yunlu")
                        .post(task + "/claim", Map.of("userId", "yunlu"))
                        .status())
                .isEqualTo(204);
        assertThat(scenario.signedIn("yunlu")
                        .post(task + "/comment/create", Map.of("message", "已联系"))
                        .status())
                .isEqualTo(200);
        assertThat(scenario.signedIn("yunlu").get(task + "/comment").body()).contains("已联系");
        assertThat(scenario.signedIn("yunlu").post(task + "/unclaim", Map.of()).status())
                .isEqualTo(204);
        assertThat(run.task("household-survey").getAssignee()).isNull();
    }

    @Test
    void whatComesBackFromACompletionHoldsNoVariables() {
        CaseRun run = scenario.openCase("JINAN-2024");
        String task = ENGINE + "/task/" + run.task("household-survey").getId();
        Answer refused = scenario.signedIn("yunlu")
                .post(
                        task + "/complete",
                        Map.of(
                                "withVariablesInReturn",
                                true,
                                "variables",
                                Map.of("caseId", Map.of("value", 1, "type", "Long"))));
        assertThat(refused.code()).isEqualTo("engine.undeclaredVariable");
        assertThat(scenario.signedIn("yunlu").post(task + "/resolve", Map.of()).code())
                .isEqualTo("engine.notOffered");
        assertThat(scenario.signedIn("yunlu")
                        .upload(task + "/variables/x/data", "x.txt", new byte[] {1}, Map.of())
                        .code())
                .isEqualTo("engine.notOffered");
        assertThat(scenario.signedIn("yunlu")
                        .upload(task + "/attachment/create", "x.txt", new byte[] {1}, Map.of())
                        .code())
                .isEqualTo("engine.notOffered");
    }
}
