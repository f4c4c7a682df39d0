package org.jiugai.acceptance;

import java.util.List;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.CaseOfficeLookup;
import org.jiugai.organisation.OrganisationManagement;
import org.jiugai.policy.Parameter;
import org.jiugai.policy.Parameters;
import org.jiugai.policy.Parameters.Level;
import org.jiugai.policy.Parameters.Requirement;
import org.jiugai.policy.Parameters.ReviewParty;
import org.springframework.stereotype.Component;

/** Who takes part, as the policy of the case says; a role that nobody holds is taken by the renovation office. */
@Component
class AcceptanceBodies {
    private final CaseManagement cases;
    private final CaseOfficeLookup offices;
    private final OrganisationManagement organisation;

    AcceptanceBodies(CaseManagement cases, CaseOfficeLookup offices, OrganisationManagement organisation) {
        this.cases = cases;
        this.offices = offices;
        this.organisation = organisation;
    }

    List<AcceptanceSeat> finalParties(long caseId) {
        return seats(caseId, Parameters.FINAL_PARTIES);
    }

    List<AcceptanceSeat> jointParties(long caseId) {
        return seats(caseId, Parameters.JOINT_PARTIES);
    }

    Requirement comprehensive(long caseId) {
        return cases.parameter(caseId, Parameters.COMPREHENSIVE_ACCEPTANCE);
    }

    String office(long caseId, String role, Level level) {
        return offices.holder(caseId, role, level).orElseGet(() -> offices.renovationOffice(caseId));
    }

    private List<AcceptanceSeat> seats(long caseId, Parameter<List<ReviewParty>> parties) {
        return cases.parameter(caseId, parties).stream()
                .map(party -> seat(caseId, party))
                .toList();
    }

    private AcceptanceSeat seat(long caseId, ReviewParty party) {
        Level level = party.level() == null ? Level.COUNTY : party.level();
        String office = office(caseId, party.role(), level);
        return new AcceptanceSeat(
                party.role(), level, office, organisation.office(office).name(), party.weight());
    }
}
