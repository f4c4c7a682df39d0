package org.jiugai.casefile;

import org.jiugai.documents.DocumentAccess;
import org.springframework.stereotype.Component;

/** The documents of a case are for whoever may see the case. */
@Component
class CaseDocumentAccess implements DocumentAccess {
    private final CaseManagement cases;
    private final VisibleCases visible;

    CaseDocumentAccess(CaseManagement cases, VisibleCases visible) {
        this.cases = cases;
        this.visible = visible;
    }

    @Override
    public boolean mayRead(String personId, long caseId) {
        return visible.mayRead(personId, caseId, "案件文件");
    }

    @Override
    public boolean sameCounty(long caseId, long otherCaseId) {
        return cases.get(caseId).county().equals(cases.get(otherCaseId).county());
    }
}
