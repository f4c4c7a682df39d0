package org.jiugai.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiugai.kernel.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Regions, offices, people and what they may act for. */
@Service
@Transactional
public class OrganisationManagement {
    private final Directory directory;

    OrganisationManagement(Directory directory) {
        this.directory = directory;
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

    /** The counties whose cases a person may see: his own county, or those that his city office serves. */
    @Transactional(readOnly = true)
    public Set<String> countiesOf(String personId) {
        return directory.countiesOf(personId);
    }

    /** The offices to which a person belongs. */
    @Transactional(readOnly = true)
    public List<Office> officesOf(String personId) {
        return directory.officesOf(personId);
    }

    /** The people of an office, by sign-in name. */
    @Transactional(readOnly = true)
    public List<String> people(String officeId) {
        return directory.people(officeId);
    }

    /** Whether a person's office holds this role. */
    @Transactional(readOnly = true)
    public boolean holdsRole(String personId, String role) {
        return directory.holdsRole(personId, role);
    }

    /** The person acting for the first of his offices; for pages outside of tasks. */
    @Transactional(readOnly = true)
    public Actor actor(String personId) {
        Office office = officesOf(personId).get(0);
        return new Actor(personId, directory.personName(personId), office.id(), office.name());
    }
}
