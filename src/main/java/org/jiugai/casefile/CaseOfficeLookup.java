package org.jiugai.casefile;

import java.util.Optional;
import java.util.stream.Stream;
import org.jiugai.organisation.Office;
import org.jiugai.organisation.OrganisationManagement;
import org.jiugai.organisation.Region;
import org.jiugai.policy.Parameters.Level;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which office holds a role for a case: a party of the case, else its street, its county, then the city. */
@Service
@Transactional(readOnly = true)
public class CaseOfficeLookup {
    private final CaseManagement cases;
    private final OrganisationManagement organisation;

    CaseOfficeLookup(CaseManagement cases, OrganisationManagement organisation) {
        this.cases = cases;
        this.organisation = organisation;
    }

    /** The holder of the role for this case; empty when nobody holds it. */
    public Optional<String> holder(long caseId, String role) {
        RenovationCase file = cases.get(caseId);
        return cases.party(caseId, role).or(() -> regionsFor(file, role)
                .flatMap(region -> organisation.holders(role, region).stream())
                .map(Office::id)
                .findFirst());
    }

    /** From near to far; residents' committees belong to the communities of the street. */
    private Stream<String> regionsFor(RenovationCase file, String role) {
        Stream<String> committees = role.equals("community")
                ? organisation.children(file.street()).stream().map(Region::code)
                : Stream.empty();
        String city = organisation.region(file.county()).parent();
        return Stream.concat(committees, Stream.of(file.street(), file.county(), city == null ? file.county() : city));
    }

    /** The holder at the level that a policy names: the county's bureau, or the city's. */
    public Optional<String> holder(long caseId, String role, Level level) {
        if (level == Level.COUNTY) return holder(caseId, role);
        String city = organisation.region(cases.get(caseId).county()).parent();
        return city == null ? Optional.empty() : organisation.holder(role, city).map(Office::id);
    }

    /** The residents' committee of a community of the case. */
    public Optional<String> residentsCommittee(long communityId) {
        CaseCommunity community = cases.community(communityId);
        return Optional.ofNullable(community.residentsCommittee()).or(() -> holder(community.caseId(), "community"));
    }

    /** The office that helps out when nobody holds a role: the county's renovation office. */
    public String renovationOffice(long caseId) {
        return organisation
                .holder("renovation-office", cases.get(caseId).county())
                .map(Office::id)
                .orElseThrow(() -> new IllegalStateException("county without a renovation office"));
    }
}
