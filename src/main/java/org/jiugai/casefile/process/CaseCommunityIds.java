package org.jiugai.casefile.process;

import java.util.List;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseManagement;
import org.springframework.stereotype.Component;

/** {@code ${communitiesOfCase.ids(caseId)}}: what a phase per community runs over. */
@Component("communitiesOfCase")
public class CaseCommunityIds {
    private final CaseManagement cases;

    CaseCommunityIds(CaseManagement cases) {
        this.cases = cases;
    }

    public List<Long> ids(long caseId) {
        return cases.communities(caseId).stream()
                .map(CaseCommunity::communityId)
                .toList();
    }
}
