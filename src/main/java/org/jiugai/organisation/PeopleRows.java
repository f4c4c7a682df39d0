package org.jiugai.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People and the offices to which they belong, at any time. */
@Repository
class PeopleRows {
    private static final String MEMBERSHIP =
            """
            select m.id, m.person, p.name as person_name, p.blocked, m.office, o.name as office_name, o.region,
              m.valid_from as "from", m.valid_until as until
            from person_office m join person p on p.id = m.person join office o on o.id = m.office
            """;
    private final JdbcClient jdbc;

    PeopleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(String id, String name, boolean blocked) {}

    Optional<Row> find(String person) {
        return jdbc.sql("select id, name, blocked from person where id = ?")
                .param(person)
                .query(Row.class)
                .optional();
    }

    /** What the record calls a person: the system itself has no row. */
    String nameOf(String person) {
        return find(person).map(Row::name).orElse(person.equals("system") ? "系统" : person);
    }

    void add(String person, String name) {
        jdbc.sql("insert into person (id, name) values (?, ?)")
                .params(person, name)
                .update();
    }

    void rename(String person, String name) {
        jdbc.sql("update person set name = ? where id = ?").params(name, person).update();
    }

    void block(String person, boolean blocked) {
        jdbc.sql("update person set blocked = ? where id = ?")
                .params(blocked, person)
                .update();
    }

    Optional<Membership> membership(long id) {
        return jdbc.sql(MEMBERSHIP + "where m.id = ?")
                .param(id)
                .query(Membership.class)
                .optional();
    }

    /** The latest first. */
    List<Membership> ofPerson(String person) {
        return jdbc.sql(MEMBERSHIP + "where m.person = ? order by m.valid_until desc nulls first, m.office, m.id")
                .param(person)
                .query(Membership.class)
                .list();
    }

    List<Membership> ofOffice(String office) {
        return jdbc.sql(MEMBERSHIP + "where m.office = ? order by m.person, m.valid_until desc nulls first, m.id")
                .param(office)
                .query(Membership.class)
                .list();
    }

    List<Membership> in(Collection<String> regions) {
        return jdbc.sql(MEMBERSHIP + "where o.region in (:regions) order by m.person, m.office")
                .param("regions", regions)
                .query(Membership.class)
                .list();
    }

    void addMembership(String person, String office, Period period) {
        jdbc.sql("insert into person_office (person, office, valid_from, valid_until) values (?, ?, ?, ?)")
                .params(person, office, period.from(), period.until())
                .update();
    }

    void setPeriod(long membership, Period period) {
        jdbc.sql("update person_office set valid_from = ?, valid_until = ? where id = ?")
                .params(period.from(), period.until(), membership)
                .update();
    }
}
