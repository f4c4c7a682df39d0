package org.jiugai.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jiugai.kernel.Actor;
import org.jiugai.organisation.Office;
import org.jiugai.organisation.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Through which of his offices a person sees a case today. */
@Repository
class CaseSeats {
    private final JdbcClient jdbc;
    private final Clock clock;

    CaseSeats(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An office of the person that has to do with the case, with the roles that the office holds. */
    record Seat(
            String officeId,
            String officeName,
            Office.Kind kind,
            String personName,
            @Nullable String absent,
            @Nullable String absentName,
            List<String> roles) {
        Actor actor(String personId) {
            return Actor.of(personId, personName, officeId, officeName, absent, absentName);
        }

        /** Whether somebody acts in the case from here; guests and auditors only read. */
        boolean acts() {
            return kind != Office.Kind.GUEST && (roles.isEmpty() || !Roles.READING_ONLY.containsAll(roles));
        }

        boolean holds(String role) {
            return roles.contains(role);
        }
    }

    /** None when he may not see the case; his own offices before those of somebody absent. */
    List<Seat> of(String personId, long caseId) {
        return jdbc.sql(
                        """
                        select o.id as office_id, o.name as office_name, o.kind, p.name as person_name, s.on_behalf_of as absent,
                               b.name as absent_name,
                               array(select role from office_role h where h.office = o.id order by role) as roles
                        from case_seats(?, ?) s join office o on o.id = s.office join person p on p.id = ?
                        left join person b on b.id = s.on_behalf_of
                        where s.case_id = ? order by s.on_behalf_of nulls first, o.id""")
                .params(personId, today(), personId, caseId)
                .query((row, n) -> new Seat(
                        row.getString("office_id"),
                        row.getString("office_name"),
                        Office.Kind.valueOf(row.getString("kind")),
                        row.getString("person_name"),
                        row.getString("absent"),
                        row.getString("absent_name"),
                        List.of((String[]) row.getArray("roles").getArray())))
                .list();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
