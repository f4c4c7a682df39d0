package org.jiugai.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiugai.ProcessTest;
import org.jiugai.engine.Decisions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each row of the two tables of the review, and the values on their edges. */
@ProcessTest
class ReviewDecisionTests {
    @Autowired
    Decisions decisions;

    @ParameterizedTest(name = "{0} mandatory and {1} advisory refusals, {2} with changes: {3}")
    @CsvSource({
        "1, 0, 0, REJECTED",
        "1, 2, 3, REJECTED",
        "0, 1, 0, CHAIR_DECIDES",
        "0, 1, 4, CHAIR_DECIDES",
        "0, 0, 1, CONDITIONAL",
        "0, 0, 0, PASSED"
    })
    void theOpinionsProposeTheConclusion(int mandatory, int advisory, int changes, Conclusion proposal) {
        assertThat(decisions.single(
                        "review-outcome",
                        Map.of("mandatoryRefusals", mandatory, "advisoryRefusals", advisory, "withChanges", changes)))
                .containsEntry("proposal", proposal.name());
    }

    @Test
    void aRevisionThatChangesNothingOfWeightIsMinor() {
        assertThat(grounds(Map.of())).isEmpty();
    }

    @ParameterizedTest(name = "{0} alone is major")
    @CsvSource({
        "mandatoryClassChanged, 减少基础类或安全底线内容、新增类别",
        "structureOrFire, 改变结构、消防车道、疏散或荷载",
        "commonPartChanged, 改变共有部分用途或占用共有场地",
        "contributionChanged, 改变居民出资",
        "conditionAltered, 变更必审部门的修改条件",
        "majorObjection, 公示异议成立且属重大"
    })
    void eachFactAloneIsAGround(String fact, String ground) {
        assertThat(grounds(Map.of(fact, true))).containsExactly(ground);
    }

    @ParameterizedTest(name = "from 2 000 000.00 to {0} fen: major {1}")
    @CsvSource({"220000000, true", "219999999, false", "180000000, true", "180000001, false", "224000000, true"})
    void theEstimateIsMeasuredAgainstThePolicysShareInBothDirections(long after, boolean major) {
        assertThat(grounds(Map.of("estimateAfter", after))).isEqualTo(major ? List.of("投资估算变动达到政策比例") : List.of());
    }

    @Test
    void anotherPolicysShareMovesTheEdge() {
        Map<String, Object> fivePercent = Map.of("majorShareNumerator", 1L, "majorShareDenominator", 20L);
        Map<String, Object> inputs = new HashMap<>(fivePercent);
        inputs.put("estimateAfter", 210000000L);
        assertThat(grounds(inputs)).containsExactly("投资估算变动达到政策比例");
    }

    @ParameterizedTest(name = "from 2091 to {0} households: major {1}")
    @CsvSource({"2196, true", "2195, false", "1986, true", "1987, false"})
    void fivePercentOfTheHouseholdsIsMajor(int after, boolean major) {
        assertThat(grounds(Map.of("householdsBefore", 2091, "householdsAfter", after)))
                .isEqualTo(major ? List.of("范围内户数变动达到5%") : List.of());
    }

    private List<Object> grounds(Map<String, Object> facts) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("estimateBefore", 200000000L);
        inputs.put("estimateAfter", 200000000L);
        inputs.put("majorShareNumerator", 1L);
        inputs.put("majorShareDenominator", 10L);
        for (String fact : List.of(
                "mandatoryClassChanged",
                "structureOrFire",
                "commonPartChanged",
                "contributionChanged",
                "conditionAltered",
                "majorObjection")) inputs.put(fact, false);
        inputs.put("householdsBefore", 60);
        inputs.put("householdsAfter", 60);
        inputs.putAll(facts);
        return decisions.all("major-modification", inputs).stream()
                .map(row -> row.get("ground"))
                .toList();
    }
}
