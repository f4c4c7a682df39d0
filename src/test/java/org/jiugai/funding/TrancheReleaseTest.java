package org.jiugai.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row of the decision table. Proves S0-3…S0-7. */
class TrancheReleaseTest {
    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest(
            name = "{0}: reached {1}, accepted {2}, settled {3}, retention ended {4}, open defects {5} → {6}")
    @CsvSource({
        "PROGRESS, true, false, false, false, 0, true, 1259",
        "PROGRESS, false, true, true, true, 0, false, 未达到",
        "ACCEPTANCE, true, true, false, false, 0, true, 验收合格",
        "ACCEPTANCE, true, false, false, false, 0, false, 未经验收",
        "SETTLEMENT, true, true, true, false, 0, true, 审定的结算价",
        "SETTLEMENT, true, true, false, false, 0, false, 尚未审定",
        "RETENTION, true, true, true, true, 0, true, 返还保证金",
        "RETENTION, true, true, true, true, 1, false, 暂不返还",
        "RETENTION, true, true, true, false, 0, false, 未满",
    })
    void trancheIsReleasedByItsOwnFactOnly(
            String trigger,
            boolean progressReached,
            boolean accepted,
            boolean settled,
            boolean retentionEnded,
            int openDefects,
            boolean release,
            String clause)
            throws IOException {
        try (InputStream table = getClass().getResourceAsStream("/bpmn/funding/tranche-release.dmn")) {
            DmnDecisionRuleResult answer = engine.evaluateDecisionTable(
                            engine.parseDecision("tranche-release", table),
                            Map.of(
                                    "trigger", trigger,
                                    "progressReached", progressReached,
                                    "accepted", accepted,
                                    "settled", settled,
                                    "retentionEnded", retentionEnded,
                                    "openDefects", openDefects))
                    .getSingleResult();

            assertThat(answer.<Boolean>getEntry("release")).isEqualTo(release);
            assertThat(answer.<String>getEntry("clause")).contains(clause);
        }
    }
}
