package org.jiugai.publicsite;

import java.util.Optional;
import java.util.stream.Stream;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.CaseOfficeLookup;
import org.jiugai.organisation.Office;
import org.jiugai.organisation.OrganisationManagement;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** In whose name a notice is posted, unless the clerk types another: the residents' committee in charge, else the street. */
@Component
@Transactional(readOnly = true)
public class NoticeIssuers {
    private final CaseManagement cases;
    private final CaseOfficeLookup offices;
    private final OrganisationManagement organisation;

    NoticeIssuers(CaseManagement cases, CaseOfficeLookup offices, OrganisationManagement organisation) {
        this.cases = cases;
        this.offices = offices;
        this.organisation = organisation;
    }

    /** @param contact its name with its number for the public, if it has one */
    public record Issuer(String name, String contact) {}

    public Optional<Issuer> of(long communityId) {
        long caseId = cases.community(communityId).caseId();
        return Stream.concat(
                        offices.residentsCommittees(communityId).stream(),
                        offices.holder(caseId, "subdistrict").stream())
                .findFirst()
                .map(organisation::office)
                .map(this::issuer);
    }

    private Issuer issuer(Office office) {
        return new Issuer(
                office.name(),
                organisation
                        .phone(office.id())
                        .map(phone -> office.name() + " " + phone)
                        .orElse(office.name()));
    }
}
