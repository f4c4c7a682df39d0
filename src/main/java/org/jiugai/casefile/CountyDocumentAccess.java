package org.jiugai.casefile;

import org.jiugai.documents.DocumentAccess;
import org.jiugai.organisation.OrganisationManagement;
import org.springframework.stereotype.Component;

/** The documents of a case are for the people of its county and of the city offices that serve it. */
@Component
class CountyDocumentAccess implements DocumentAccess {
    private final CaseManagement cases;
    private final OrganisationManagement organisation;

    CountyDocumentAccess(CaseManagement cases, OrganisationManagement organisation) {
        this.cases = cases;
        this.organisation = organisation;
    }

    @Override
    public boolean mayRead(String personId, long caseId) {
        return organisation.countiesOf(personId).contains(cases.get(caseId).county());
    }

    @Override
    public boolean sameCounty(long caseId, long otherCaseId) {
        return cases.get(caseId).county().equals(cases.get(otherCaseId).county());
    }
}
