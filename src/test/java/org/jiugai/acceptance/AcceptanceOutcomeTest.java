package org.jiugai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jiugai.ProcessTest;
import org.jiugai.engine.Decisions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class AcceptanceOutcomeTest {
    @Autowired
    Decisions decisions;

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, FAILED",
        "2, 5, 3, FAILED",
        "0, 1, 0, FAILED",
        "0, 0, 2, PASSED_WITH_RECTIFICATION",
        "0, 0, 0, PASSED"
    })
    void everyRuleOfTheOutcome(int failures, int missing, int issues, AcceptanceOutcome outcome) {
        assertThat(decisions.single(
                        "acceptance-outcome",
                        Map.of("mandatoryFailures", failures, "conditionsMissing", missing, "openIssues", issues)))
                .containsEntry("outcome", outcome.name());
    }
}
