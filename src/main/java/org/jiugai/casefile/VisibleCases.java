package org.jiugai.casefile;

import org.jiugai.organisation.OrganisationManagement;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The cases that a person may see: those of the counties in which his offices act. For him there are no others. */
@Component
public class VisibleCases {
    private final CaseManagement cases;
    private final OrganisationManagement organisation;

    VisibleCases(CaseManagement cases, OrganisationManagement organisation) {
        this.cases = cases;
        this.organisation = organisation;
    }

    /**
     * The case of this number.
     *
     * @throws NotVisible when there is none, or none that the person may see
     */
    public RenovationCase of(String caseNo, String personId) {
        return cases.find(caseNo)
                .filter(c -> organisation.countiesOf(personId).contains(c.county()))
                .orElseThrow(NotVisible::new);
    }

    /** Answered with 404, so that nobody learns which cases other counties have. */
    @ResponseStatus(HttpStatus.NOT_FOUND)
    public static final class NotVisible extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
