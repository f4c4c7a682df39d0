package org.jiugai.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jiugai.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** For which offices a person may act today: his own, and those of people for whom he stands in. */
@Repository
class ActingOffices {
    private final JdbcClient jdbc;
    private final Clock clock;

    ActingOffices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An office for which a person acts, and for whom if not for himself. */
    record Seat(
            String officeId,
            String officeName,
            String personName,
            @Nullable String absent,
            @Nullable String absentName) {
        Actor actor(String personId) {
            return Actor.of(personId, personName, officeId, officeName, absent, absentName);
        }
    }

    /** His own offices first. */
    List<Seat> seats(String person) {
        return jdbc.sql(
                        """
                        select o.id as office_id, o.name as office_name, p.name as person_name, a.on_behalf_of as absent, b.name as absent_name
                        from acting_offices(?) a join office o on o.id = a.office join person p on p.id = a.person
                        left join person b on b.id = a.on_behalf_of
                        where a.person = ? order by a.on_behalf_of nulls first, o.id""")
                .params(today(), person)
                .query(Seat.class)
                .list();
    }

    List<Office> offices(String person) {
        return jdbc.sql(
                        """
                        select distinct o.* from acting_offices(?) a join office o on o.id = a.office
                        where a.person = ? order by o.id""")
                .params(today(), person)
                .query(Office.class)
                .list();
    }

    /** The counties in which his offices of this kind act. */
    Set<String> counties(String person, Collection<Office.Kind> kinds) {
        return new TreeSet<>(jdbc.sql(
                        """
                        select distinct c.county from acting_offices(:day) a join office_county c on c.office = a.office
                        join office o on o.id = a.office
                        where a.person = :person and o.kind in (:kinds)""")
                .param("day", today())
                .param("person", person)
                .param("kinds", kinds.stream().map(Enum::name).toList())
                .query(String.class)
                .list());
    }

    /** The counties in which any of his offices acts. */
    Set<String> counties(String person) {
        return counties(person, EnumSet.allOf(Office.Kind.class));
    }

    List<String> roles(String person) {
        return jdbc.sql(
                        """
                        select distinct r.role from acting_offices(?) a join office_role r on r.office = a.office
                        where a.person = ? order by r.role""")
                .params(today(), person)
                .query(String.class)
                .list();
    }

    /** His offices that hold this role. */
    List<Office> officesHolding(String person, String role) {
        return jdbc.sql(
                        """
                        select distinct o.* from acting_offices(?) a join office o on o.id = a.office join office_role r on r.office = o.id
                        where a.person = ? and r.role = ? order by o.id""")
                .params(today(), person, role)
                .query(Office.class)
                .list();
    }

    boolean holdsRole(String person, String role) {
        return roles(person).contains(role);
    }

    /** The people who act for an office today. */
    List<String> people(String office) {
        return jdbc.sql("select distinct person from acting_offices(?) where office = ? order by person")
                .params(today(), office)
                .query(String.class)
                .list();
    }

    /** Whether in every county in which he acts, one of the county's own offices of his holds one of these roles. */
    boolean holdsEverywhere(String person, Collection<String> roles) {
        Set<String> counties = counties(person);
        return !counties.isEmpty()
                && jdbc.sql(
                                """
                                select distinct o.region from acting_offices(:day) a join office o on o.id = a.office
                                join office_role r on r.office = o.id where a.person = :person and r.role in (:roles)""")
                        .param("day", today())
                        .param("person", person)
                        .param("roles", roles)
                        .query(String.class)
                        .list()
                        .containsAll(counties);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
