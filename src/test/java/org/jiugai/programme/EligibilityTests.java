package org.jiugai.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jiugai.kernel.Share;
import org.jiugai.policy.Parameters.Criterion;
import org.jiugai.policy.TestPolicies;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves S1-14, S1-15, S1-35, S1-36, S2-5. */
class EligibilityTests {
    private int buildYear = 1998;
    private int problems = 2;
    private Share consent = new Share(2, 3);
    private @Nullable Integer demolition = null;
    private boolean rebuild = false;
    private @Nullable Integer renovated = null;
    private Set<ExistingPlan> plans = Set.of();

    @ParameterizedTest
    @ValueSource(strings = {"TAIZHOU-2020", "MANGSHI-2020", "CITY-2024RPT", "JINAN-2024", "TOWN-LT", "NATIONAL"})
    void ordinaryOldCommunityIsEligibleEverywhere(String policy) {
        assertThat(failed(policy)).isEmpty();
    }

    @Test
    void taizhouWantsTwoProblemsStrongWillAndNoDemolitionWithinThreeYears() {
        problems = 1;
        consent = new Share(399, 600);
        demolition = 3;
        assertThat(failed("TAIZHOU-2020"))
                .containsExactly(
                        "REQUIRED PROBLEMS ≥2类 1类", "REQUIRED WILL ≥2/3 66.50%", "REQUIRED NOT_DEMOLISH >3年 3年");
        demolition = 4;
        assertThat(failed("TAIZHOU-2020")).noneMatch(f -> f.contains("NOT_DEMOLISH"));
    }

    @Test
    void inTaizhouTheYearIsAPriorityAndInMangshiACondition() {
        buildYear = 2001;
        assertThat(failed("TAIZHOU-2020")).containsExactly("PRIORITY YEAR ≤2000年 2001年");
        assertThat(failed("MANGSHI-2020")).containsExactly("REQUIRED YEAR ≤2000年 2001年");
        assertThat(failed("CITY-2024RPT")).containsExactly("REQUIRED YEAR ≤2000年 2001年");
    }

    @Test
    void mangshiLeavesOutWhatIsFitForTotalRebuildAndAsksNoShareOfConsent() {
        rebuild = true;
        consent = Share.ZERO;
        assertThat(failed("MANGSHI-2020")).containsExactly("REQUIRED NOT_REBUILD 否 是");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JINAN-2024", "TOWN-LT"})
    void silentPolicyTakesTheNationalCriteria(String policy) {
        problems = 0;
        assertThat(failed(policy)).containsExactly("REQUIRED PROBLEMS ≥1类 0类");
    }

    @Test
    void criteriaThatAnAdministratorFilledForTheMaskedCityAreJudged() {
        List<Criterion> filled = List.of(
                new Criterion("NOT_RENOVATED", "近10年未实施过综合改造", "yearsSinceRenovation", ">=", "10", "REQUIRED"),
                new Criterion("NOT_DEMOLISH", "今后5年未规划征迁", "demolitionPlannedWithinYears", ">", "5", "REQUIRED"),
                new Criterion("YEAR", "建成年份", "buildYear", "<=", "@eligibility.buildYearCutoff", "PRIORITY"));
        renovated = 9;
        demolition = 5;
        buildYear = 1996;
        assertThat(Eligibility.judge(filled, key -> "1995-12-31", candidate()))
                .extracting(Eligibility.Judged::met)
                .containsExactly(false, false, false);
        renovated = null;
        demolition = null;
        buildYear = 1995;
        assertThat(Eligibility.judge(filled, key -> "1995-12-31", candidate())).allMatch(Eligibility.Judged::met);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TAIZHOU-2020", "MANGSHI-2020", "CITY-2024RPT", "JINAN-2024", "TOWN-LT"})
    void whatIsInAnotherPlanAlreadyFailsOnceInEveryRegime(String policy) {
        plans = Set.of(ExistingPlan.SHANTY_TOWN);
        assertThat(failed(policy)).hasSize(1).allMatch(f -> f.startsWith("REQUIRED"));
        plans = Set.of(ExistingPlan.DEMOLITION);
        assertThat(failed(policy)).containsExactly("REQUIRED NO_OTHER_PLAN 否 征迁计划");
    }

    private Eligibility.Candidate candidate() {
        return new Eligibility.Candidate(buildYear, problems, consent, demolition, rebuild, renovated, plans);
    }

    private List<String> failed(String policy) {
        return Eligibility.judge(TestPolicies.of(policy), candidate()).stream()
                .filter(j -> !j.met())
                .map(j -> j.kind() + " " + j.id() + " " + j.required() + " " + j.actual())
                .toList();
    }
}
