package org.jiugai.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.jiugai.kernel.Finding;
import org.jiugai.kernel.Finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves S0-4…S0-7. */
class LegalFindingsTest {
    @Test
    void townSchemeContradictsTheLawInFivePlaces() {
        assertThat(LegalFindings.of(TestPolicies.of("TOWN-LT")))
                .extracting(Finding::ruleId, Finding::severity, Finding::message)
                .containsExactly(
                        tuple("PAY1", Severity.WARN, "工程进度达到50%时累计拨付30%，仅为已完成工程价款的60%，低于规定的80%"),
                        tuple("PAY1", Severity.WARN, "工程进度达到80%时累计拨付60%，仅为已完成工程价款的75%，低于规定的80%"),
                        tuple("PAY2", Severity.WARN, "本方案质保金比例10%高于建质〔2017〕138号规定的3%上限"),
                        tuple("PAY6", Severity.WARN, "首次拨付在工程进度达到50%时，此前由施工单位垫资"),
                        tuple("PAY8", Severity.BLOCK, "只按节点拨付工程款，没有按月拨付人工费用的安排"),
                        tuple(
                                "DUTY",
                                Severity.WARN,
                                "街道办事处（镇人民政府）一家连续办理3个应当相互监督的环节：镇政府既管现场、又拨付第二笔资金、又统一组织验收，三个环节由同一机构办理"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NATIONAL", "JINAN-2024", "TAIZHOU-2020", "CITY-2024RPT"})
    void policiesThatFollowTheNationalScheduleRaiseNothing(String code) {
        assertThat(LegalFindings.of(TestPolicies.of(code))).isEmpty();
    }

    @Test
    void successiveStepsInOneHandAreNamed() {
        assertThat(LegalFindings.of(TestPolicies.of("MANGSHI-2020")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.ruleId()).isEqualTo("DUTY"));
    }
}
