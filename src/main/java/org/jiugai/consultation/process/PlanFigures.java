package org.jiugai.consultation.process;

import java.util.List;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseManagement;
import org.springframework.stereotype.Component;

/** {@code ${planFigures.…}} in models: over which communities a multi-instance activity runs. */
// public: the expression language calls methods of public classes only
@Component
public class PlanFigures {
    private final CaseManagement cases;

    PlanFigures(CaseManagement cases) {
        this.cases = cases;
    }

    public List<Long> communityIds(long caseId) {
        return cases.communities(caseId).stream().map(CaseCommunity::communityId).toList();
    }
}
