package org.jiugai.funding;

import org.jiugai.casefile.CaseOfficeLookup;
import org.jiugai.organisation.OrganisationManagement;
import org.springframework.stereotype.Component;

/** The names of the accounts between which money moves. */
@Component
class Accounts {
    static final String RESIDENTS = "居民";
    static final String SPECIAL_ACCOUNT = "老旧小区改造资金专户";

    private final CaseOfficeLookup offices;
    private final OrganisationManagement organisation;

    Accounts(CaseOfficeLookup offices, OrganisationManagement organisation) {
        this.offices = offices;
        this.organisation = organisation;
    }

    String contractor(long caseId) {
        return offices.holder(caseId, "contractor")
                .map(id -> organisation.office(id).name())
                .orElse("施工单位");
    }
}
