package org.jiugai.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    /** The number under which it answers the public; empty when none is known. */
    @Transactional(readOnly = true)
    public Optional<String> phone(String officeId) {
        return directory.phone(officeId);
    }

    /** Whether it is out of use: it holds nothing and has nobody. */
    @Transactional(readOnly = true)
    public boolean isClosed(String officeId) {
        return directory.isClosed(officeId);
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

    /** The roles that are held for a case or a contract. */
    @Transactional(readOnly = true)
    public List<String> partyRoles() {
        return directory.partyRoles();
    }

    /** Offices of audit and inspection from outside. */
    @Transactional(readOnly = true)
    public List<Office> guests() {
        return directory.ofKind(Office.Kind.GUEST);
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

    /** The counties in which a person's authorities act: his own county, or those that his city office serves; none for a firm or a guest. */
    @Transactional(readOnly = true)
    public Set<String> countiesOf(String personId) {
        return acting.counties(personId, Set.of(Office.Kind.AUTHORITY));
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

    /** The roles of the offices for which a person may act today. */
    @Transactional(readOnly = true)
    public List<String> rolesOf(String personId) {
        return acting.roles(personId);
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
     * The person acting for one of his offices that holds this role.
     *
     * @throws RuleViolation when none of his offices does
     */
    @Transactional(readOnly = true)
    public Actor actorAs(String personId, String role) {
        return actor(personId, acting.officesHolding(personId, role));
    }

    /** The offices of this role for which the person may act today. */
    @Transactional(readOnly = true)
    public List<Office> officesAs(String personId, String role) {
        return acting.officesHolding(personId, role);
    }

    /** The counties whose own office of this role the person acts for. */
    @Transactional(readOnly = true)
    public Set<String> countiesAs(String personId, String role) {
        return acting.officesHolding(personId, role).stream()
                .map(Office::region)
                .filter(region -> directory.region(region).kind() == Region.Kind.COUNTY)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The person acting for the office that holds this role in a region.
     *
     * @throws RuleViolation when none of his offices does
     */
    @Transactional(readOnly = true)
    public Actor actorIn(String personId, String role, String region) {
        return actor(
                personId,
                acting.officesHolding(personId, role).stream()
                        .filter(office -> office.region().equals(region))
                        .toList());
    }

    /** The person acting for one of these offices; empty when he may act for none of them. */
    @Transactional(readOnly = true)
    public Optional<Actor> actorFor(String personId, Collection<String> officeIds) {
        return acting.seats(personId).stream()
                .filter(seat -> officeIds.contains(seat.officeId()))
                .findFirst()
                .map(seat -> seat.actor(personId));
    }

    private Actor actor(String personId, List<Office> offices) {
        return actorFor(personId, offices.stream().map(Office::id).toList())
                .orElseThrow(() -> new RuleViolation("organisation.missingRole", "您所在的单位不承担此项职责"));
    }

    @Transactional(readOnly = true)
    public String personName(String personId) {
        return directory.personName(personId);
    }

    /** The names of these people by their sign-in names; those that are not registered are missing. */
    @Transactional(readOnly = true)
    public Map<String, String> personNames(Collection<String> personIds) {
        return directory.personNames(personIds);
    }

    /** The sign-in names of the people who are called so, in Chinese or by sign-in name. */
    @Transactional(readOnly = true)
    public List<String> peopleCalled(String name) {
        return directory.peopleCalled(name);
    }

    /** Whether the person may open Cockpit: he reads the history of every county in which he acts, or administers one. */
    @Transactional(readOnly = true)
    public boolean opensCockpit(String personId) {
        return acting.holdsRole(personId, Roles.SYSTEM_ADMIN)
                || acting.holdsEverywhere(personId, Roles.READING_HISTORY);
    }
}
