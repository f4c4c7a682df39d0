package org.jiugai.casefile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiugai.organisation.Office;
import org.jiugai.organisation.OrganisationManagement;
import org.jiugai.policy.Parameters.Level;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which office holds a role for a case: a party of the case, else its street, then its county; a firm's role only a party. */
@Service
@Transactional(readOnly = true)
public class CaseOfficeLookup {
    private static final String COMMITTEE = "community";
    private static final String OWNERS_COMMITTEE = "owners-committee";
    private static final String STREET = "subdistrict";
    private final CaseManagement cases;
    private final OrganisationManagement organisation;

    CaseOfficeLookup(CaseManagement cases, OrganisationManagement organisation) {
        this.cases = cases;
        this.organisation = organisation;
    }

    /** The holder of the role for this case; empty when nobody holds it. */
    public Optional<String> holder(long caseId, String role) {
        RenovationCase file = cases.get(caseId);
        if (role.equals(COMMITTEE)) return residentsCommittees(file).stream().findFirst();
        Optional<String> known = party(caseId, role).or(() -> localHolder(file, role));
        // without a committee of the owners the street guides their vote (民法典第277条第2款)
        return known.isEmpty() && role.equals(OWNERS_COMMITTEE) ? localHolder(file, STREET) : known;
    }

    /** A party that was closed does nothing any more. */
    private Optional<String> party(long caseId, String role) {
        return cases.party(caseId, role).filter(office -> !organisation.isClosed(office));
    }

    private Optional<String> localHolder(RenovationCase file, String role) {
        return Stream.of(file.street(), file.county())
                .flatMap(region -> organisation.holders(role, region).stream())
                .filter(office -> office.kind() == Office.Kind.AUTHORITY)
                .map(Office::id)
                .findFirst();
    }

    /** The holder at the level that a policy names: the county's bureau, or the city's. */
    public Optional<String> holder(long caseId, String role, Level level) {
        if (level == Level.COUNTY) return holder(caseId, role);
        String city = organisation.region(cases.get(caseId).county()).parent();
        return city == null ? Optional.empty() : organisation.holder(role, city).map(Office::id);
    }

    /** The residents' committee of a community of the case; while it is unknown, every committee of the street. */
    public List<String> residentsCommittees(long communityId) {
        CaseCommunity community = cases.community(communityId);
        return committees(cases.get(community.caseId()), community);
    }

    /** The residents' committees of all communities of the case. */
    public List<String> caseCommittees(long caseId) {
        return residentsCommittees(cases.get(caseId));
    }

    private List<String> residentsCommittees(RenovationCase file) {
        return cases.communities(file.caseId()).stream()
                .flatMap(community -> committees(file, community).stream())
                .distinct()
                .toList();
    }

    private List<String> committees(RenovationCase file, CaseCommunity community) {
        String known = community.residentsCommittee();
        if (known != null && !organisation.isClosed(known)) return List.of(known);
        Optional<String> party = party(file.caseId(), COMMITTEE);
        if (party.isPresent()) return List.of(party.get());
        List<String> ofStreet = organisation.children(file.street()).stream()
                .flatMap(region -> organisation.holders(COMMITTEE, region.code()).stream())
                .map(Office::id)
                .distinct()
                .toList();
        return ofStreet.isEmpty() ? localHolder(file, COMMITTEE).stream().toList() : ofStreet;
    }

    /** The office that helps out when nobody holds a role: the county's renovation office. */
    public String renovationOffice(long caseId) {
        return organisation
                .holder("renovation-office", cases.get(caseId).county())
                .map(Office::id)
                .orElseThrow(() -> new IllegalStateException("county without a renovation office"));
    }
}
