package org.jiugai.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jiugai.ProcessTest;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ProcessTest
@Transactional
class PolicyIntakeTest {
    private static final Actor ADMINISTRATOR = new Actor("admin", "王敏", "office", "市旧改办");

    @Autowired
    PolicyIntake intake;

    @Autowired
    PolicyManagement policies;

    @Autowired
    PolicyVersions versions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void shippedPoliciesAreLoadedAtTheStart() {
        assertThat(policies.all())
                .extracting(Policy::code)
                .contains("CITY-2024RPT", "CITY-AR", "JINAN-2024", "MANGSHI-2020", "TAIZHOU-2020", "TOWN-LT")
                .doesNotContain("NATIONAL", "BROKEN");
        assertThat(policies.inForce("JINAN-2024").get(Parameters.CONSULTATION_ROUNDS))
                .isEqualTo(2);
    }

    @Test
    void unchangedDocumentsAddNothing() {
        intake.take(documents());
        long before = count();
        intake.take(documents());
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void changedDocumentNeedsAHigherVersion() {
        intake.take(documents());
        Map<String, String> changed = documents();
        changed.computeIfPresent("JINAN-2024", (k, text) -> text + "\n# 修订");
        assertThatThrownBy(() -> intake.take(changed))
                .isInstanceOf(PolicyRefused.class)
                .hasMessageContaining("JINAN-2024 的内容已改动，但版本号 2 没有高于已载入的版本 2");
    }

    @Test
    void caseKeepsItsVersionWhenAHigherOneComes() {
        intake.take(documents());
        Policy pinned = policies.inForce("JINAN-2024");
        Map<String, String> changed = documents();
        changed.computeIfPresent("JINAN-2024", (k, text) -> text.replace("version: 2", "version: 3")
                .replace("value: 2\n", "value: 1\n"));
        intake.take(changed);
        assertThat(policies.inForce("JINAN-2024").version()).isEqualTo(3);
        assertThat(policies.inForce("JINAN-2024").get(Parameters.CONSULTATION_ROUNDS))
                .isEqualTo(1);
        assertThat(policies.pinned(pinned.versionId()).get(Parameters.CONSULTATION_ROUNDS))
                .isEqualTo(2);
    }

    @Test
    void caseKeepsItsDefaultsWhenTheNationalOnesChange() {
        intake.take(documents());
        Policy pinned = policies.inForce("JINAN-2024");
        Map<String, String> changed = documents();
        changed.computeIfPresent("NATIONAL", (k, text) -> text.replace("version: 2", "version: 3")
                .replace("value: 25\n", "value: 20\n"));
        intake.take(changed);
        assertThat(policies.inForce("JINAN-2024").get(Parameters.REPORT_DAY)).isEqualTo(20);
        assertThat(policies.pinned(pinned.versionId()).get(Parameters.REPORT_DAY))
                .isEqualTo(25);
    }

    @Test
    void brokenDocumentStopsTheWholeIntakeWithEveryFault() {
        Map<String, String> documents = documents();
        documents.put("BROKEN", TestPolicies.text("/policies/broken.yaml"));
        long before = count();
        assertThatThrownBy(() -> intake.take(documents))
                .isInstanceOf(PolicyRefused.class)
                .hasMessageContaining("BROKEN 的 retention.months")
                .hasMessageContaining("BROKEN 的 notice.dayz");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void policyWithMaskedValuesIsNotInForceUntilAllAreFilled() {
        intake.take(documents());
        assertThatThrownBy(() -> policies.inForce("CITY-AR")).isInstanceOfSatisfying(RuleViolation.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("policy.maskedValues");
            assertThat(refusal).hasMessageContainingAll("eligibility.buildYearCutoff", "stages.fixedDates");
        });
        policies.fill("CITY-AR", "eligibility.buildYearCutoff", "2000-12-31", ADMINISTRATOR);
        policies.fill("CITY-AR", "stages.fixedDates", "{PROCUREMENT: \"05-31\"}", ADMINISTRATOR);
        assertThat(policies.missing("CITY-AR")).containsExactly("eligibility.criteria");
        policies.fill(
                "CITY-AR",
                "eligibility.criteria",
                "[{id: SINCE, label: 近十年未改造, field: yearsSinceRenovation, op: \">=\", value: \"10\", kind: REQUIRED}]",
                ADMINISTRATOR);
        Policy first = policies.inForce("CITY-AR");
        assertThat(first.get(Parameters.BUILD_YEAR_CUTOFF)).isEqualTo(LocalDate.of(2000, 12, 31));

        policies.fill("CITY-AR", "eligibility.buildYearCutoff", "1999-12-31", ADMINISTRATOR);
        assertThat(policies.inForce("CITY-AR").get(Parameters.BUILD_YEAR_CUTOFF))
                .isEqualTo(LocalDate.of(1999, 12, 31));
        assertThat(policies.pinned(first.versionId()).get(Parameters.BUILD_YEAR_CUTOFF))
                .isEqualTo(LocalDate.of(2000, 12, 31));
    }

    @Test
    void filledValueMustFitAndMustBeMasked() {
        intake.take(documents());
        assertThatThrownBy(() -> policies.fill("CITY-AR", "eligibility.buildYearCutoff", "2000-02-30", ADMINISTRATOR))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.code()).isEqualTo("policy.valueRefused"));
        assertThatThrownBy(() -> policies.fill("CITY-AR", "notice.days", "7", ADMINISTRATOR))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.code()).isEqualTo("policy.notMasked"));
    }

    @Test
    void unknownPolicyIsRefused() {
        assertThatThrownBy(() -> policies.inForce("NOWHERE"))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.code()).isEqualTo("policy.unknown"));
    }

    @Test
    void storedVersionCannotBeChanged() {
        assertThatThrownBy(
                        () -> jdbc.sql("update policy_version set content = ''").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("immutable");
    }

    private static Map<String, String> documents() {
        Map<String, String> documents = new LinkedHashMap<>();
        for (String code : new String[] {"CITY-AR", "JINAN-2024", "NATIONAL", "TOWN-LT"})
            documents.put(code, TestPolicies.text("/policies/" + code + ".yaml"));
        return documents;
    }

    private long count() {
        return jdbc.sql("select count(*) from policy_version").query(Long.class).single();
    }
}
