package org.jiugai.formalities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiugai.DecisionFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decision table {@code permit-exemption}, row by row. The plain case: 2 000 000.00 yuan, 5 000 m², no flag, structure changed. */
class PermitExemptionTests {
    private static final DecisionFile TABLE = new DecisionFile("formalities/permit-exemption");

    @AfterAll
    static void everyRuleWasHit() {
        TABLE.assertEveryRuleWasHit();
    }

    @Test
    void plainCaseHasNoExemptionAndItsDrawingsAreReviewed() {
        assertThat(answers(Map.of())).containsExactly("DRAWINGS REVIEW LAW");
    }

    @Test
    void worksThatChangeNeitherExtentNorStructureNeedNoPlanningPermit() {
        assertThat(answers(Map.of("structureChanged", false, "extentChanged", false)))
                .containsExactly("PLANNING EXEMPT LAW");
        assertThat(answers(Map.of("structureChanged", false))).isEmpty();
        assertThat(answers(Map.of("extentChanged", false))).containsExactly("DRAWINGS REVIEW LAW");
    }

    @Test
    void policyMayExemptFromThePlanningPermit() {
        assertThat(answers(Map.of("planningFlag", true))).contains("PLANNING EXEMPT POLICY");
    }

    @ParameterizedTest(name = "{0} fen, {1} hundredths of a square metre → {2} grounds of law")
    @CsvSource({
        "30000000, 500000, 1",
        "30000001, 500000, 0",
        "200000000, 30000, 1",
        "200000000, 30001, 0",
        "29999999, 29999, 2",
    })
    void smallWorksNeedNoConstructionPermit(long investment, long area, int grounds) {
        assertThat(answers(Map.of("investment", investment, "area", area)))
                .filteredOn(a -> a.equals("CONSTRUCTION EXEMPT LAW"))
                .hasSize(grounds);
    }

    @Test
    void policyExemptionFromTheConstructionPermitIsAFindingAboveTheLimitsOnly() {
        List<Map<String, Object>> above = construction(Map.of("constructionFlag", true));
        assertThat(above).singleElement().satisfies(hit -> assertThat((String) hit.get("finding"))
                .contains("质量安全监督登记仍须办理"));
        List<Map<String, Object>> below = construction(Map.of("constructionFlag", true, "investment", 30000000L));
        assertThat(below).singleElement().satisfies(hit -> assertThat(hit.get("finding"))
                .isEqualTo(""));
    }

    @Test
    void drawingReviewMayBeReplacedByACommitmentUnlessTheStructureChanges() {
        assertThat(answers(Map.of("drawingFlag", true, "structureChanged", false)))
                .contains("DRAWINGS COMMITMENT POLICY");
        assertThat(answers(Map.of("drawingFlag", true))).containsExactly("DRAWINGS REVIEW LAW");
    }

    private static List<Map<String, Object>> construction(Map<String, Object> changes) {
        return TABLE.all(inputs(changes)).stream()
                .filter(hit -> hit.get("formality").equals("CONSTRUCTION"))
                .toList();
    }

    private static List<String> answers(Map<String, Object> changes) {
        return TABLE.all(inputs(changes)).stream()
                .map(hit -> hit.get("formality") + " " + hit.get("answer") + " " + hit.get("ground"))
                .toList();
    }

    private static Map<String, Object> inputs(Map<String, Object> changes) {
        Map<String, Object> inputs = new HashMap<>(Map.of(
                "planningFlag", false,
                "constructionFlag", false,
                "drawingFlag", false,
                "structureChanged", true,
                "extentChanged", true,
                "investment", 200000000L,
                "area", 500000L));
        inputs.putAll(changes);
        return inputs;
    }
}
