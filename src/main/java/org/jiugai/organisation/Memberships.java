package org.jiugai.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiugai.kernel.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which memberships may be, and who loses something when one ends. */
@Component
class Memberships {
    private final PeopleRows rows;
    private final StandInRows standIns;
    private final ActingOffices acting;
    private final Directory directory;

    Memberships(PeopleRows rows, StandInRows standIns, ActingOffices acting, Directory directory) {
        this.rows = rows;
        this.standIns = standIns;
        this.acting = acting;
        this.directory = directory;
    }

    LocalDate today() {
        return acting.today();
    }

    /** Everybody who acts for the office today, for himself or for somebody absent. */
    Set<String> actingFor(String office) {
        return new TreeSet<>(acting.people(office));
    }

    /** The person, and whoever stands in for him today. */
    Set<String> affected(String person) {
        Set<String> people = new TreeSet<>(Set.of(person));
        standIns.of(person).stream()
                .filter(s -> s.absent().equals(person) && s.holdsOn(today()))
                .forEach(s -> people.add(s.standIn()));
        return people;
    }

    /** Those of a person that hold today or later. */
    List<Membership> openOf(String person) {
        return rows.ofPerson(person).stream().filter(m -> m.isOpen(today())).toList();
    }

    List<Membership> openIn(String office) {
        return rows.ofOffice(office).stream().filter(m -> m.isOpen(today())).toList();
    }

    /** Those of all times. */
    List<Membership> allIn(String office) {
        return rows.ofOffice(office);
    }

    /** How many people belong to the offices of these regions today or later. */
    Map<String, Long> openByOffice(Collection<String> regions) {
        return rows.in(regions).stream()
                .filter(m -> m.isOpen(today()))
                .collect(Collectors.groupingBy(Membership::office, Collectors.counting()));
    }

    void endAtOnce(Membership membership) {
        rows.setPeriod(membership.id(), membership.period().endedBefore(today()));
    }

    Membership reached(Scope scope, long id) {
        return rows.membership(id)
                .filter(m -> scope.covers(m.region()))
                .orElseThrow(() -> new OutOfReach("membership"));
    }

    /** An office in reach that can have people; null and a fault otherwise. */
    @Nullable
    Office office(Scope scope, String typed, Faults faults) {
        Office office = directory
                .findOffice(OrganisationRules.id(typed))
                .filter(o -> scope.covers(o.region()))
                .orElse(null);
        if (office == null) faults.add("office", "【单位】没有此单位，或不在您的管理范围内：“" + typed.strip() + "”");
        else faults.require(!directory.isClosed(office.id()), "office", "【单位】“" + office.name() + "”已停用");
        return office;
    }

    /**
     * Notes what is against a membership.
     *
     * @param changed id of the membership whose period this becomes, 0 for a new one
     */
    void check(String person, Office office, Period period, long changed, Faults faults) {
        faults.require(office.kind() != Office.Kind.GUEST || period.until() != null, "until", "【止】来访单位的人员必须填写截止日期");
        faults.require(changed != 0 || period.isOpen(today()), "until", "【止】不能早于今天");
        rows.ofPerson(person).stream()
                .filter(m -> m.office().equals(office.id()) && m.id() != changed)
                .filter(m -> m.period().overlaps(period))
                .findFirst()
                .ifPresent(m -> faults.add(
                        "from",
                        "【起】该人员在“" + office.name() + "”已有任职（" + m.period().shown() + "），起止不能重叠"));
    }
}
