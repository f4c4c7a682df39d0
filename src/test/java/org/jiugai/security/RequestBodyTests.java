package org.jiugai.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the engine's API is sent and cannot be read as the one thing that it says. */
@ProcessTest
class RequestBodyTests {
    private static final String ENGINE = "/camunda/api/engine/engine/default/task";
    private static final String EVIL = "{\"orQueries\":[{\"assigneeExpression\":\"${canary.sing()}\"}]}";

    @Autowired
    private Scenario scenario;

    /** CVE-2026-109432 once more: what the door cannot read, or reads otherwise than the engine does, is not passed on. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                EVIL + " x",
                EVIL + EVIL,
                EVIL + "]",
                "{\"orQueries\":[{\"assigneeExpression\":\"${canary.sing()}\"}],\"orQueries\":[]}",
                "{\"a\":'b'," + "\"orQueries\":[{\"assigneeExpression\":\"${canary.sing()}\"}]}",
                "\uFEFF" + EVIL
            })
    void aQueryThatHidesItsExpressionFromTheDoorIsRefused(String body) {
        int before = Canary.songs();
        for (String path : new String[] {ENGINE, ENGINE + "/count"}) {
            Answer answer = scenario.signedIn("yunlu").postText(path, body);
            assertThat(answer.status()).as(answer.body()).isEqualTo(422);
            assertThat(answer.code()).isIn("engine.malformedBody", "engine.expressionRefused");
        }
        assertThat(Canary.songs()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "{\"variables\":",
                "{\"variables\":{\"submission\":{\"value\":\"{}\"},\"submission\":{\"value\":\"{}\"}}}",
                "{\"variables\":{\"submission\":{\"value\":\"{\\\"comment\\\":\\\"\\u0000\\\"}\"}}}",
                "{\"variables\":{\"submission\":{\"value\":\"\\ud800\"}}} {}",
                "{\"variables\":{\"submission\":{\"value\":{\"comment\":1}}}}",
                "{\"variables\":[]}",
                "[]",
                "1"
            })
    void aSubmissionThatIsNoneIsRefusedWithAReason(String body) {
        CaseRun run = scenario.openCase("JINAN-2024");
        String task = run.task("household-survey").getId();
        for (String verb : new String[] {"submit-form", "complete"}) {
            assertRefused(scenario.signedIn("yunlu").postText(ENGINE + "/" + task + "/" + verb, body));
        }
        assertThat(run.tasks("household-survey")).hasSize(1);
    }

    @Test
    void nobodyFillsTheMachinesMemory() {
        CaseRun run = scenario.openCase("JINAN-2024");
        String task = ENGINE + "/" + run.task("household-survey").getId();
        String large = "{\"variables\":{\"submission\":{\"value\":\"" + "a".repeat(3_000_000) + "\"}}}";
        assertRefused(scenario.signedIn("yunlu").postText(task + "/submit-form", large));
        assertRefused(scenario.signedIn("yunlu").postText(ENGINE, "[".repeat(3_000_000)));
        assertRefused(scenario.signedIn("yunlu").postText(ENGINE, "[".repeat(500_000)));
    }

    @Test
    void aTextThatNoColumnTakesIsRefusedAtTheDoor() {
        CaseRun run = scenario.openCase("JINAN-2024");
        String task = ENGINE + "/" + run.task("household-survey").getId();
        assertRefused(scenario.signedIn("yunlu").postText(task + "/comment/create", "{\"message\":\"a\\u0000b\"}"));
        assertRefused(scenario.signedIn("yunlu").postText(ENGINE, "{\"nameLike\":\"\\u0000\"}"));
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().path("message").asText()).containsPattern("\\p{IsHan}");
    }
}
