package org.jiugai.organisation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who stands in for whom, at any time. */
@Repository
class StandInRows {
    private static final String STAND_IN =
            """
            select s.id, s.absent, a.name as absent_name, s.stand_in, b.name as stand_in_name, s.valid_from as "from",
              s.valid_until as until, s.reason, coalesce(c.name, s.person) as appointed_by
            from stand_in s join person a on a.id = s.absent join person b on b.id = s.stand_in left join person c on c.id = s.person
            """;
    private final JdbcClient jdbc;
    private final Clock clock;

    StandInRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<StandIn> find(long id) {
        return jdbc.sql(STAND_IN + "where s.id = ?")
                .param(id)
                .query(StandIn.class)
                .optional();
    }

    /** Those in which the person is absent or stands in; the latest first. */
    List<StandIn> of(String person) {
        return jdbc.sql(STAND_IN
                        + "where s.absent = :person or s.stand_in = :person order by s.valid_until desc, s.id desc")
                .param("person", person)
                .query(StandIn.class)
                .list();
    }

    /** Those whose absent person belongs or belonged to an office of these regions, the latest first. */
    List<StandIn> in(Collection<String> regions, int most) {
        return jdbc.sql(
                        STAND_IN
                                + """
                        where exists (select 1 from person_office m join office o on o.id = m.office
                                      where m.person = s.absent and o.region in (:regions))
                        order by s.valid_until desc, s.id desc limit :most""")
                .param("regions", regions)
                .param("most", most)
                .query(StandIn.class)
                .list();
    }

    void add(String absent, String standIn, LocalDate from, LocalDate until, String reason, String appointedBy) {
        jdbc.sql(
                        """
                        insert into stand_in (absent, stand_in, valid_from, valid_until, reason, person, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(absent, standIn, from, until, reason, appointedBy, Timestamp.from(clock.instant()))
                .update();
    }

    void end(long id, LocalDate until) {
        jdbc.sql("update stand_in set valid_until = ? where id = ?")
                .params(until, id)
                .update();
    }
}
