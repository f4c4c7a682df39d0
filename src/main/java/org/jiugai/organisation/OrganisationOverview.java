package org.jiugai.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The regions and offices that an administrator manages, and nothing else. Every method refuses whoever is none. */
@Service
@Transactional(readOnly = true)
public class OrganisationOverview {
    private final AdministratorScopes scopes;
    private final Directory directory;
    private final OfficeRows offices;
    private final Memberships memberships;

    OrganisationOverview(AdministratorScopes scopes, Directory directory, OfficeRows offices, Memberships memberships) {
        this.scopes = scopes;
        this.directory = directory;
        this.offices = offices;
        this.memberships = memberships;
    }

    /**
     * A region with its offices.
     *
     * @param depth below the highest region that is managed
     */
    public record Place(Region region, int depth, List<OfficeLine> offices) {}

    /** @param people how many belong to it today or later */
    public record OfficeLine(Office office, boolean isClosed, List<String> roles, long people) {}

    /**
     * An office with everything that may be changed about it.
     *
     * @param phone under which it answers the public
     * @param closedOn null while it is open
     * @param countiesFixed whether it serves its own county and no other
     * @param members of all times, those of today first
     */
    public record OfficeSheet(
            Office office,
            Region region,
            @Nullable String phone,
            @Nullable LocalDate closedOn,
            List<Choice> roles,
            List<Choice> counties,
            boolean countiesFixed,
            List<Membership> members,
            LocalDate today) {}

    /** Something that may be ticked. */
    public record Choice(String id, String name, boolean isChosen) {}

    /** @throws NotAdministrator when the person is none today */
    public void demandAdministrator(String person) {
        scopes.of(person);
    }

    /** The managed regions as a tree, read from top to bottom. */
    public List<Place> tree(String administrator) {
        Scope scope = scopes.of(administrator);
        List<Region> regions = offices.regions(scope.regions());
        Map<String, List<Region>> below = regions.stream()
                .filter(r -> r.parent() != null)
                .collect(Collectors.groupingBy(r -> String.valueOf(r.parent())));
        Map<String, List<OfficeLine>> lines = lines(scope);
        List<Place> tree = new ArrayList<>();
        regions.stream()
                .filter(r -> r.parent() == null || !scope.covers(r.parent()))
                .forEach(root -> grow(root, 0, below, lines, tree));
        return tree;
    }

    private static void grow(
            Region region,
            int depth,
            Map<String, List<Region>> below,
            Map<String, List<OfficeLine>> lines,
            List<Place> tree) {
        tree.add(new Place(region, depth, lines.getOrDefault(region.code(), List.of())));
        below.getOrDefault(region.code(), List.of()).forEach(child -> grow(child, depth + 1, below, lines, tree));
    }

    private Map<String, List<OfficeLine>> lines(Scope scope) {
        Set<String> closed = offices.closedIn(scope.regions());
        Map<String, Long> people = memberships.openByOffice(scope.regions());
        Map<String, List<String>> roles = offices.rolesIn(scope.regions()).stream()
                .collect(Collectors.groupingBy(
                        OfficeRows.Held::office,
                        Collectors.mapping(held -> Roles.name(held.role()), Collectors.toList())));
        return offices.officesIn(scope.regions()).stream()
                .map(o -> new OfficeLine(
                        o,
                        closed.contains(o.id()),
                        roles.getOrDefault(o.id(), List.of()),
                        people.getOrDefault(o.id(), 0L)))
                .collect(Collectors.groupingBy(line -> line.office().region()));
    }

    /** @throws OutOfReach when there is no such office, or it is another administrator's */
    public OfficeSheet office(String administrator, String officeId) {
        Scope scope = scopes.of(administrator);
        Office office = directory
                .findOffice(officeId)
                .filter(o -> scope.covers(o.region()))
                .orElseThrow(() -> new OutOfReach("office"));
        LocalDate today = memberships.today();
        return new OfficeSheet(
                office,
                directory.region(office.region()),
                directory.phone(officeId).orElse(null),
                offices.closedOn(officeId).orElse(null),
                roles(office),
                counties(scope, office),
                office.kind() == Office.Kind.AUTHORITY
                        && offices.countyOf(office.region()).isPresent(),
                memberships.allIn(officeId).stream()
                        .sorted(Comparator.comparing((Membership m) -> !m.isOpen(today)))
                        .toList(),
                today);
    }

    private List<Choice> roles(Office office) {
        List<String> held = directory.rolesOf(office.id());
        return rolesFor(office.kind()).stream()
                .map(role -> new Choice(role, Roles.name(role), held.contains(role)))
                .toList();
    }

    private List<Choice> counties(Scope scope, Office office) {
        return offices.regions(scope.regions()).stream()
                .filter(r -> r.kind() == Region.Kind.COUNTY)
                .map(r -> new Choice(
                        r.code(), r.name(), offices.counties(office.id()).contains(r.code())))
                .toList();
    }

    /** The roles that an office of this kind may hold. */
    public List<String> rolesFor(Office.Kind kind) {
        if (kind == Office.Kind.GUEST) return List.of();
        return Roles.all().stream()
                .filter(role -> directory.isPartyRole(role) == (kind == Office.Kind.PARTY))
                .toList();
    }

    /** The offices to which people can be added. */
    public List<Office> openOffices(String administrator) {
        Scope scope = scopes.of(administrator);
        Set<String> closed = offices.closedIn(scope.regions());
        return offices.officesIn(scope.regions()).stream()
                .filter(office -> !closed.contains(office.id()))
                .toList();
    }
}
