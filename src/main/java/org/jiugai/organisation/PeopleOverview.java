package org.jiugai.organisation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiugai.kernel.NameKey;
import org.jiugai.organisation.ReachedPeople.Reached;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people whom an administrator manages, and who stands in for them. Every method refuses whoever is none. */
@Service
@Transactional(readOnly = true)
public class PeopleOverview {
    private static final int MOST = 300;
    private final AdministratorScopes scopes;
    private final PeopleRows rows;
    private final StandInRows standIns;
    private final ReachedPeople people;

    PeopleOverview(AdministratorScopes scopes, PeopleRows rows, StandInRows standIns, ReachedPeople people) {
        this.scopes = scopes;
        this.rows = rows;
        this.standIns = standIns;
        this.people = people;
    }

    /** A person with the offices of his that are managed. */
    public record PersonLine(String id, String name, boolean blocked, List<String> offices) {}

    /**
     * A person with everything that may be changed about him.
     *
     * @param isWhole whether name, password and account may be changed: all his offices are managed
     * @param elsewhere at how many offices he is besides
     */
    public record PersonSheet(
            String id,
            String name,
            boolean blocked,
            boolean isWhole,
            List<Membership> memberships,
            long elsewhere,
            List<StandIn> standIns,
            LocalDate today) {}

    /** Those whose name or sign-in name contains this; all when it is blank. */
    public List<PersonLine> find(String administrator, String text) {
        Scope scope = scopes.of(administrator);
        String wanted = NameKey.of(text).toLowerCase(Locale.ROOT);
        Map<String, List<Membership>> byPerson = rows.in(scope.regions()).stream()
                .filter(m -> NameKey.of(m.personName()).contains(wanted)
                        || m.person().contains(wanted))
                .collect(Collectors.groupingBy(Membership::person, LinkedHashMap::new, Collectors.toList()));
        return byPerson.values().stream()
                .filter(own -> own.stream().anyMatch(m -> m.isOpen(people.today()))
                        || people.reaches(scope, own.get(0).person()))
                .map(this::line)
                .toList();
    }

    private PersonLine line(List<Membership> own) {
        Membership first = own.get(0);
        return new PersonLine(
                first.person(),
                first.personName(),
                first.blocked(),
                own.stream()
                        .filter(m -> m.isOpen(people.today()))
                        .map(Membership::officeName)
                        .distinct()
                        .toList());
    }

    /** @throws OutOfReach when there is no such person, or he is another administrator's */
    public PersonSheet person(String administrator, String person) {
        Scope scope = scopes.of(administrator);
        Reached reached = people.find(scope, person, "person");
        List<Membership> all = rows.ofPerson(reached.id());
        return new PersonSheet(
                reached.id(),
                reached.name(),
                reached.blocked(),
                people.isWhole(scope, reached.id()),
                all.stream().filter(m -> scope.covers(m.region())).toList(),
                all.stream()
                        .filter(m -> m.isOpen(people.today()) && !scope.covers(m.region()))
                        .count(),
                standIns.of(reached.id()),
                people.today());
    }

    /** The latest first, ended ones too. */
    public List<StandIn> standIns(String administrator) {
        Scope scope = scopes.of(administrator);
        return standIns.in(scope.regions(), MOST).stream()
                .filter(s -> people.reaches(scope, s.absent()))
                .toList();
    }

    public LocalDate today() {
        return people.today();
    }
}
