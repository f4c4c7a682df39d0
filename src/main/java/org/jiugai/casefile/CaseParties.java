package org.jiugai.casefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiugai.audit.AuditTrail;
import org.jiugai.audit.RecordedAct;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.organisation.Office;
import org.jiugai.organisation.OrganisationManagement;
import org.jiugai.organisation.Roles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Names the firms of a case that no contract of a tender names: designer, tender agent, cost consultant, laboratory. */
@Service
@Transactional
public class CaseParties {
    /** Who may name them. */
    public static final List<String> NAMING = List.of("renovation-office", "employer", "housing-bureau");

    /** These come with their contract. */
    private static final Set<String> BY_CONTRACT = Set.of("contractor", "supervisor");

    private final CaseManagement cases;
    private final OrganisationManagement organisation;
    private final AuditTrail audit;

    CaseParties(CaseManagement cases, OrganisationManagement organisation, AuditTrail audit) {
        this.cases = cases;
        this.organisation = organisation;
        this.audit = audit;
    }

    /** The firms of the county that may be named, by role. */
    @Transactional(readOnly = true)
    public Map<String, List<Office>> candidates(long caseId) {
        String county = cases.get(caseId).county();
        Map<String, List<Office>> candidates = new LinkedHashMap<>();
        for (String role : organisation.partyRoles()) {
            if (!BY_CONTRACT.contains(role)) candidates.put(role, organisation.candidates(role, county));
        }
        return candidates;
    }

    /**
     * Names a firm, or another one than before: from now on it sees the case and the other one does not.
     *
     * @throws org.jiugai.kernel.RuleViolation when the role comes with a contract, or the firm is not registered for it in the county
     */
    public void name(long caseId, String role, String officeId, Actor actor) {
        List<Office> firms = candidates(caseId).getOrDefault(role, List.of());
        new Faults()
                .require(candidates(caseId).containsKey(role), "role", "【角色】施工、监理单位由合同确定，其他角色由行政区划确定，不能在此指定")
                .require(firms.stream().anyMatch(f -> f.id().equals(officeId)), "office", "【单位】须为本区县登记的、承担该角色的参建单位")
                .refuse("casefile.partyRefused");
        String before = cases.party(caseId, role).orElse("无");
        cases.assignParty(caseId, role, officeId, actor);
        audit.record(RecordedAct.of(actor, "casefile.partyNamed", "case:" + caseId)
                .inCase(caseId)
                .saying("%s：%s → %s".formatted(Roles.name(role), before, officeId))
                .changing(Map.of(role, before), Map.of(role, officeId)));
    }
}
