package org.jiugai.review;

import java.util.List;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.kernel.Money;
import org.springframework.stereotype.Component;

/** The figures of a case's plan as the bodies see them, its communities taken together. */
@Component
class PlanUnderReview {
    private final CaseManagement cases;

    PlanUnderReview(CaseManagement cases) {
        this.cases = cases;
    }

    /** @param versions e.g. {@code 示例小区 v1.1} */
    record Figures(Money estimate, int households, String versions, boolean structureChanged, boolean commonPartChanged) {}

    /** A community's plan in the columns of {@link PlanSheet}. */
    List<String> row(CaseCommunity community) {
        return List.of(
                community.name(),
                Integer.toString(community.households()),
                Integer.toString(community.buildings()),
                community.area().squareMetres(),
                "—",
                "—",
                "—",
                "—");
    }

    Figures of(long caseId) {
        int households = cases.communities(caseId).stream()
                .mapToInt(CaseCommunity::households)
                .sum();
        return new Figures(cases.get(caseId).investment(), households, "", false, false);
    }
}
