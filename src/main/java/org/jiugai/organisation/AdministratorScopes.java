package org.jiugai.organisation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jiugai.organisation.ActingOffices.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which regions a person's offices of certain roles reach: the counties in which they act, a city office its city; and all that lies below. */
@Repository
class AdministratorScopes {
    private final JdbcClient jdbc;
    private final ActingOffices acting;

    AdministratorScopes(JdbcClient jdbc, ActingOffices acting) {
        this.jdbc = jdbc;
        this.acting = acting;
    }

    private record Reached(String office, @Nullable String absent, String code) {}

    /**
     * What an administrator manages.
     *
     * @throws NotAdministrator when he is none today
     */
    Scope of(String administrator) {
        return reach(administrator, Set.of(Roles.SYSTEM_ADMIN));
    }

    /** @throws NotAdministrator when no office of his holds one of these roles today */
    Scope reach(String person, Collection<String> roles) {
        List<Seat> seats = acting.seats(person);
        Map<String, Seat> byRegion = new HashMap<>();
        for (Reached reached : reached(person, roles)) {
            seats.stream()
                    .filter(seat ->
                            seat.officeId().equals(reached.office()) && Objects.equals(seat.absent(), reached.absent()))
                    .forEach(seat -> byRegion.putIfAbsent(reached.code(), seat));
        }
        if (byRegion.isEmpty()) throw new NotAdministrator();
        return new Scope(person, byRegion);
    }

    /** For himself before for somebody absent. */
    private List<Reached> reached(String person, Collection<String> roles) {
        return jdbc.sql(
                        """
                        with recursive seat as (
                          select distinct a.office, a.on_behalf_of, o.region, r.kind
                          from acting_offices(:day) a join office o on o.id = a.office join region r on r.code = o.region
                          where a.person = :person
                            and exists (select 1 from office_role x where x.office = a.office and x.role in (:roles))
                        ), reached (office, absent, code) as (
                          select office, on_behalf_of, region from seat where kind = 'CITY'
                          union
                          select s.office, s.on_behalf_of, c.county from seat s join office_county c on c.office = s.office
                          where s.kind <> 'CITY'
                          union
                          select b.office, b.absent, r.code from reached b join region r on r.parent = b.code
                        )
                        select office, absent, code from reached order by absent nulls first, office""")
                .param("day", acting.today())
                .param("person", person)
                .param("roles", roles)
                .query(Reached.class)
                .list();
    }
}
