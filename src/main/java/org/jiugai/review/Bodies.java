package org.jiugai.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.CaseOfficeLookup;
import org.jiugai.organisation.Office;
import org.jiugai.organisation.OrganisationManagement;
import org.jiugai.policy.Parameters;
import org.jiugai.policy.Parameters.Level;
import org.jiugai.policy.Parameters.ReviewParty;
import org.jiugai.policy.Parameters.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which offices give an opinion on the plan of a case, and who sits in the seats that the policy names. */
@Component
class Bodies {
    /** What a role is called as long as no office holds it (book 5.1). */
    private static final Map<String, String> ROLE_NAMES = Map.ofEntries(
            Map.entry("housing-bureau", "住房和城乡建设部门"),
            Map.entry("development-reform", "发展改革部门"),
            Map.entry("finance-bureau", "财政部门"),
            Map.entry("natural-resources", "自然资源和规划部门"),
            Map.entry("urban-management", "城市管理部门"),
            Map.entry("public-security", "公安机关"),
            Map.entry("fire-rescue", "消防救援机构"),
            Map.entry("civil-affairs", "民政部门"),
            Map.entry("emergency-management", "应急管理部门"),
            Map.entry("education-sports", "教育体育部门"),
            Map.entry("market-regulation", "市场监督管理部门"),
            Map.entry("utility-units", "管线专营单位"),
            Map.entry("employer", "建设单位"),
            Map.entry("subdistrict", "街道办事处（镇政府）"),
            Map.entry("community", "社区居民委员会"),
            Map.entry("renovation-office", "旧改办"),
            Map.entry("leading-group", "老旧小区改造领导小组"),
            Map.entry("government", "本级人民政府"),
            Map.entry(Request.EXPERT, "评审专家组"));

    private final CaseManagement cases;
    private final CaseOfficeLookup lookup;
    private final OrganisationManagement organisation;

    Bodies(CaseManagement cases, CaseOfficeLookup lookup, OrganisationManagement organisation) {
        this.cases = cases;
        this.lookup = lookup;
        this.organisation = organisation;
    }

    /**
     * A body to be asked.
     *
     * @param office null when nobody holds the role
     */
    record Body(String role, Level level, @Nullable String office, String name, ReviewParty party) {}

    /** The key by which a form names a party: {@code role:LEVEL}. */
    static String key(ReviewParty party) {
        return party.role() + ":" + level(party);
    }

    static Level level(ReviewParty party) {
        return party.level() == null ? Level.COUNTY : party.level();
    }

    /** The parties of the case's policy. */
    List<ReviewParty> parties(long caseId) {
        return cases.parameter(caseId, Parameters.REVIEW_PARTIES);
    }

    /** Every office of a party: a role that several offices hold (utilities, committees of several communities) asks each of them. */
    List<Body> of(long caseId, ReviewParty party) {
        List<String> offices = offices(caseId, party.role(), level(party));
        List<Body> bodies = new ArrayList<>();
        for (String office : offices) {
            bodies.add(new Body(
                    party.role(),
                    level(party),
                    office,
                    organisation.office(office).name(),
                    party));
        }
        if (bodies.isEmpty()) {
            bodies.add(new Body(party.role(), level(party), null, roleName(party.role()), party));
        }
        return bodies;
    }

    /** The residents' committees of the case's communities. */
    List<String> committees(long caseId) {
        return lookup.caseCommittees(caseId);
    }

    String roleName(String role) {
        return ROLE_NAMES.getOrDefault(role, role);
    }

    private List<String> offices(long caseId, String role, Level level) {
        if (role.equals("community")) return committees(caseId);
        Optional<String> first = lookup.holder(caseId, role, level);
        if (first.isEmpty() || cases.party(caseId, role).equals(first))
            return first.stream().toList();
        String region = organisation.office(first.get()).region();
        return organisation.holders(role, region).stream().map(Office::id).toList();
    }

    String chair(long caseId) {
        return seat(caseId, cases.parameter(caseId, Parameters.REVIEW_CHAIR));
    }

    String approver(long caseId) {
        return seat(caseId, cases.parameter(caseId, Parameters.REVIEW_APPROVER));
    }

    String filer(long caseId) {
        Parameters.Requirement filing = cases.parameter(caseId, Parameters.REVIEW_FILING);
        return seat(caseId, new Seat(filing.role(), filing.level()));
    }

    /** The role of a seat that nobody holds, by its Chinese name; empty when the seat is held. */
    Optional<String> vacant(long caseId, Seat seat) {
        return lookup.holder(caseId, seat.role(), seat.level()).isPresent()
                ? Optional.empty()
                : Optional.of(roleName(seat.role()));
    }

    String renovationOffice(long caseId) {
        return lookup.renovationOffice(caseId);
    }

    /** The designer of the plan: whoever belongs to it may not review it. */
    Optional<Office> designer(long caseId) {
        return cases.party(caseId, "designer").map(organisation::office);
    }

    boolean belongsTo(String person, String office) {
        return organisation.officesOf(person).stream().anyMatch(o -> o.id().equals(office));
    }

    String officeName(String office) {
        return organisation.office(office).name();
    }

    private String seat(long caseId, Seat seat) {
        return lookup.holder(caseId, seat.role(), seat.level()).orElseGet(() -> lookup.renovationOffice(caseId));
    }
}
