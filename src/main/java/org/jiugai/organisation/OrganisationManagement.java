package org.jiugai.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Regions, offices, people and what they may act for. */
@Service
@Transactional
public class OrganisationManagement {
    private final Directory directory;
    private final ActingOffices acting;

    OrganisationManagement(Directory directory, ActingOffices acting) {
        this.directory = directory;
        this.acting = acting;
    }

    /** The office that holds a role in a region itself (a street's own offices, a county's bureaus, the city's). */
    @Transactional(readOnly = true)
    public Optional<Office> holder(String role, String region) {
        return directory.holders(role, region).stream().findFirst();
    }

    /** Every office that holds a role in a region. */
    @Transactional(readOnly = true)
    public List<Office> holders(String role, String region) {
        return directory.holders(role, region);
    }

    @Transactional(readOnly = true)
    public Office office(String officeId) {
        return directory.office(officeId);
    }

    /** The names of these offices by their ids; those that are not registered are missing. */
    @Transactional(readOnly = true)
    public Map<String, String> officeNames(Collection<String> officeIds) {
        return directory.officeNames(officeIds);
    }

    /** Firms that may be named for this role in cases of a county. */
    @Transactional(readOnly = true)
    public List<Office> candidates(String role, String county) {
        return directory.candidates(role, county);
    }

    /** Whether the role is held for a case or a contract (a firm's), not for a region. */
    @Transactional(readOnly = true)
    public boolean isPartyRole(String role) {
        return directory.isPartyRole(role);
    }

    /** Every office that acts in a county. */
    @Transactional(readOnly = true)
    public List<Office> officesServing(String county) {
        return directory.officesServing(county);
    }

    @Transactional(readOnly = true)
    public Region region(String code) {
        return directory.region(code);
    }

    /** The streets of a county, the communities of a street. */
    @Transactional(readOnly = true)
    public List<Region> children(String regionCode) {
        return directory.children(regionCode);
    }

    /** The counties in which a person's offices act: his own county, or those that his city office serves. */
    @Transactional(readOnly = true)
    public Set<String> countiesOf(String personId) {
        return acting.counties(personId);
    }

    /** The offices for which a person may act today, his own or those of somebody absent. */
    @Transactional(readOnly = true)
    public List<Office> officesOf(String personId) {
        return acting.offices(personId);
    }

    /** The people who may act for an office today, by sign-in name. */
    @Transactional(readOnly = true)
    public List<String> people(String officeId) {
        return acting.people(officeId);
    }

    /** Whether an office for which the person may act today holds this role. */
    @Transactional(readOnly = true)
    public boolean holdsRole(String personId, String role) {
        return acting.holdsRole(personId, role);
    }

    /**
     * The person acting for the first of his offices; for pages outside of tasks.
     *
     * @throws RuleViolation when he belongs to no office today
     */
    @Transactional(readOnly = true)
    public Actor actor(String personId) {
        return acting.seats(personId).stream()
                .findFirst()
                .orElseThrow(() -> new RuleViolation("organisation.noOffice", "您目前不属于任何单位，不能办理"))
                .actor(personId);
    }

    /**
     * The person acting for one of his offices that holds one of these roles.
     *
     * @throws RuleViolation when none of his offices does
     */
    @Transactional(readOnly = true)
    public Actor actorAs(String personId, Collection<String> roles) {
        return acting.seats(personId).stream()
                .filter(seat -> directory.rolesOf(seat.officeId()).stream().anyMatch(roles::contains))
                .findFirst()
                .orElseThrow(() -> new RuleViolation("organisation.missingRole", "您所在的单位不承担此项职责"))
                .actor(personId);
    }

    @Transactional(readOnly = true)
    public String personName(String personId) {
        return directory.personName(personId);
    }
}
