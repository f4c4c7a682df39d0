package org.jiugai.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.jiugai.policy.Policy.Provenance;
import org.junit.jupiter.api.Test;

/** How the pages call parameters and say their values. */
class PolicyWordsTest {
    @Test
    void everyParameterHasALabel() {
        assertThat(Parameters.byKey().keySet()).allMatch(PolicyWords::knows);
    }

    @Test
    void valuesAreSaidInWords() {
        Policy policy = TestPolicies.of("JINAN-2024");
        assertThat(shown(policy, Parameters.REVIEW_CHAIR)).isEqualTo("单位：住房和城乡建设局，层级：市级");
        assertThat(shown(policy, Parameters.EXPERT_REVIEW)).isEqualTo("是");
        assertThat(shown(policy, Parameters.TENDER_MODE)).isEqualTo("工程总承包（EPC）");
        assertThat(shown(policy, Parameters.PLAN_CHAPTERS)).startsWith("编制依据、项目概况、");
        assertThat(shown(policy, Parameters.FIXED_DATES)).contains("施工：09-30");
        assertThat(shown(policy, Parameters.JOINT_PARTIES)).contains("单位：建设单位，层级：区县级，性质：必审；");
    }

    private static String shown(Policy policy, Parameter<?> parameter) {
        Provenance provenance = policy.provenance(parameter);
        return provenance.inWords();
    }
}
