package org.jiugai.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.Share;
import org.jiugai.policy.Parameters.Level;
import org.jiugai.policy.Parameters.Period;
import org.jiugai.policy.Parameters.Seat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "NATIONAL",
                "TOWN-LT",
                "TAIZHOU-2020",
                "MANGSHI-2020",
                "JINAN-2024",
                "CITY-2024RPT",
                "TEST-SILENCE",
                "TEST-FILING"
            })
    void everyParameterOfEveryPolicyCanBeRead(String code) {
        Policy policy = TestPolicies.of(code);
        Parameters.byKey()
                .values()
                .forEach(p -> assertThat((Object) policy.get(p)).as(p.key()).isNotNull());
    }

    @Test
    void ownValueIsNoDefaultAndNamesItsSource() {
        Policy.Provenance provenance = TestPolicies.of("JINAN-2024").provenance(Parameters.REVIEW_CHAIR);
        assertThat(provenance.isDefault()).isFalse();
        assertThat(provenance.quote()).startsWith("由市住建局组织发改、财政等市直部门");
        assertThat(provenance.source()).contains("003_bd3d5856826f484c.txt", "S3-29");
        assertThat(TestPolicies.of("JINAN-2024").get(Parameters.REVIEW_CHAIR))
                .isEqualTo(new Seat("housing-bureau", Level.CITY));
    }

    @Test
    void silentParameterHasTheNationalValueAndSaysSo() {
        Policy policy = TestPolicies.of("JINAN-2024");
        assertThat(policy.get(Parameters.NOTICE_DAYS)).isEqualTo(7);
        assertThat(policy.provenance(Parameters.NOTICE_DAYS).isDefault()).isTrue();
        assertThat(policy.provenance(Parameters.NOTICE_DAYS).source()).contains("拟议默认值");
        assertThat(TestPolicies.of("NATIONAL")
                        .provenance(Parameters.NOTICE_DAYS)
                        .isDefault())
                .isFalse();
    }

    @Test
    void periodsThatAPolicyDoesNotNameAreTheNationalOnes() {
        String document = TestPolicies.text("/policies/JINAN-2024.yaml")
                .replace(
                        "  sla: {status: SILENT}",
                        "  sla: {value: {award: {days: 9, dayType: WORKING}}, status: LAW, basis: 测试}");
        Policy policy = TestPolicies.of(document, List.of());
        assertThat(policy.get(Parameters.SLA))
                .containsEntry("award", new Period(9, "WORKING"))
                .containsEntry("apply-project", new Period(10, "WORKING"));
    }

    @Test
    void sharesAreExact() {
        assertThat(TestPolicies.of("NATIONAL").get(Parameters.CONSENT_SHARE)).isEqualTo(new Share(2, 3));
        assertThat(PaymentShares.of(TestPolicies.of("TOWN-LT").get(Parameters.PAYMENT_SCHEDULE)))
                .containsEntry("M4", new Share(1, 10));
    }

    @Test
    void maskedValueIsMissingUntilItIsFilled() {
        String document = TestPolicies.text("/policies/CITY-AR.yaml");
        Policy draft = TestPolicies.of(document, List.of());
        assertThat(draft.missing()).contains("eligibility.buildYearCutoff", "stages.fixedDates");
        assertThatThrownBy(() -> draft.get(Parameters.BUILD_YEAR_CUTOFF)).isInstanceOf(RuleViolation.class);

        Policy filled = TestPolicies.of(
                document,
                List.of(
                        new FilledValue(
                                "eligibility.buildYearCutoff",
                                "2000-12-31",
                                "市旧改办 王敏",
                                Instant.parse("2026-01-05T02:00:00Z")),
                        new FilledValue(
                                "stages.fixedDates",
                                "{PROCUREMENT: \"05-31\"}",
                                "市旧改办 王敏",
                                Instant.parse("2026-01-05T02:00:00Z"))));
        assertThat(filled.get(Parameters.BUILD_YEAR_CUTOFF)).isEqualTo(LocalDate.of(2000, 12, 31));
        assertThat(filled.get(Parameters.FIXED_DATES)).containsEntry("PROCUREMENT", "05-31");
        assertThat(filled.provenance(Parameters.BUILD_YEAR_CUTOFF).source()).contains("由 市旧改办 王敏 于 2026-01-05 填写");
    }
}
