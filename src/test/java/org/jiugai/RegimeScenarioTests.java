package org.jiugai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.policy.PolicyManagement;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One case under each of the six regimes, from the survey to the released retention money; the differences come from policy alone. */
@ProcessTest
class RegimeScenarioTests {
    @Autowired
    private Scenario scenario;

    @Autowired
    private CaseManagement cases;

    @Autowired
    private PolicyManagement policies;

    @Test
    void jinanConsultsTwiceLetsTheCityReviewAndNeedsTheManagementPlan() {
        CaseRun run = walked("JINAN-2024");
        assertThat(run.done()).filteredOn("draft-plan"::equals).hasSize(2);
    }

    private CaseRun walked(String policy) {
        CaseRun run = scenario.openCase(policy);
        run.walkTo("nothing");
        assertThat(cases.get(run.caseId()).outcome()).as("open: %s, done: %s", run.openForms(), run.done()).isEqualTo("归档办结");
        return run;
    }
}
