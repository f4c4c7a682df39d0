package org.jiugai.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EligibilityOutcomeTests {
    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision TABLE = table();

    @ParameterizedTest
    @CsvSource({
        "2, 1, REJECT, NONE, REJECT",
        "0, 0, REJECT, NONE, REJECT",
        "0, 0, IMPLEMENT, NONE, IMPLEMENT",
        "0, 1, IMPLEMENT, NONE, PLAN",
        "0, 1, IMPLEMENT, REQUESTED, OVERRIDE",
        "0, 1, IMPLEMENT, GRANTED, IMPLEMENT",
        "0, 1, IMPLEMENT, REFUSED, PLAN",
        "0, 0, PLAN, NONE, PLAN",
        "0, 2, RESERVE, NONE, RESERVE",
        "1, 0, IMPLEMENT, NONE, REJECT",
        "1, 0, IMPLEMENT, REQUESTED, OVERRIDE",
        "1, 3, IMPLEMENT, GRANTED, IMPLEMENT",
        "1, 0, PLAN, GRANTED, PLAN",
        "1, 0, RESERVE, GRANTED, RESERVE",
        "1, 0, RESERVE, REFUSED, REJECT",
    })
    void failedCriteriaTierAndExceptionGiveTheOutcome(
            int required, int priority, String tier, String override, String outcome) {
        assertThat(outcome(required, priority, tier, override)).isEqualTo(outcome);
    }

    @Test
    void everyReviewGetsExactlyOneOutcome() {
        Set<String> outcomes = new HashSet<>();
        for (int required : new int[] {0, 1, 5})
            for (int priority : new int[] {0, 1, 2})
                for (String tier : new String[] {"IMPLEMENT", "PLAN", "RESERVE", "REJECT"})
                    for (String override : new String[] {"NONE", "REQUESTED", "GRANTED", "REFUSED"})
                        outcomes.add(outcome(required, priority, tier, override));
        assertThat(outcomes).containsExactlyInAnyOrder("IMPLEMENT", "PLAN", "RESERVE", "REJECT", "OVERRIDE");
    }

    private static String outcome(int required, int priority, String tier, String override) {
        DmnDecisionTableResult result = ENGINE.evaluateDecisionTable(
                TABLE,
                Map.of(
                        "failedRequired",
                        required,
                        "failedPriority",
                        priority,
                        "requestedTier",
                        tier,
                        "override",
                        override));
        assertThat(result).as("%s %s %s %s", required, priority, tier, override).hasSize(1);
        return result.getSingleResult().getSingleEntry();
    }

    private static DmnDecision table() {
        try (InputStream file = Files.newInputStream(Path.of("bpmn/programme/eligibility-outcome.dmn"))) {
            return ENGINE.parseDecision("eligibility-outcome", file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
