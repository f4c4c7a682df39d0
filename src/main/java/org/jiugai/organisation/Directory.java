package org.jiugai.organisation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiugai.kernel.RuleViolation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of regions and offices. */
@Repository
class Directory {
    private final JdbcClient jdbc;

    Directory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Office> holders(String role, String region) {
        return jdbc.sql(
                        """
                        select o.* from office o join office_role r on r.office = o.id
                        where r.role = ? and o.region = ? order by o.id""")
                .params(role, region)
                .query(Office.class)
                .list();
    }

    /** Firms that may be named for this role in cases of the county. */
    List<Office> candidates(String role, String county) {
        return jdbc.sql(
                        """
                        select o.* from office o join office_role r on r.office = o.id join office_county c on c.office = o.id
                        where r.role = ? and c.county = ? order by o.id""")
                .params(role, county)
                .query(Office.class)
                .list();
    }

    Office office(String officeId) {
        return findOffice(officeId)
                .orElseThrow(() -> new RuleViolation("organisation.unknownOffice", "没有登记单位“" + officeId + "”"));
    }

    Optional<Office> findOffice(String officeId) {
        return jdbc.sql("select * from office where id = ?")
                .param(officeId)
                .query(Office.class)
                .optional();
    }

    Optional<String> phone(String office) {
        return jdbc.sql("select phone from office where id = ? and phone is not null")
                .param(office)
                .query(String.class)
                .optional();
    }

    boolean isClosed(String office) {
        return jdbc.sql("select exists (select 1 from office where id = ? and closed_on is not null)")
                .param(office)
                .query(Boolean.class)
                .single();
    }

    Map<String, String> officeNames(Collection<String> officeIds) {
        if (officeIds.isEmpty()) return Map.of();
        return jdbc
                .sql("select * from office where id in (:ids)")
                .param("ids", officeIds)
                .query(Office.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Office::id, Office::name));
    }

    List<Office> officesServing(String county) {
        return jdbc.sql(
                        """
                        select o.* from office o join office_county c on c.office = o.id
                        where c.county = ? order by o.id""")
                .param(county)
                .query(Office.class)
                .list();
    }

    Region region(String code) {
        return findRegion(code)
                .orElseThrow(() -> new RuleViolation("organisation.unknownRegion", "没有登记行政区划“" + code + "”"));
    }

    Optional<Region> findRegion(String code) {
        return jdbc.sql("select code, name, kind, parent from region where code = ?")
                .param(code)
                .query(Region.class)
                .optional();
    }

    List<Region> children(String parent) {
        return jdbc.sql("select code, name, kind, parent from region where parent = ? order by code")
                .param(parent)
                .query(Region.class)
                .list();
    }

    List<String> partyRoles() {
        return jdbc.sql("select role from party_role order by role")
                .query(String.class)
                .list();
    }

    boolean isPartyRole(String role) {
        return partyRoles().contains(role);
    }

    List<Office> ofKind(Office.Kind kind) {
        return jdbc.sql("select * from office where kind = ? order by id")
                .param(kind.name())
                .query(Office.class)
                .list();
    }

    List<String> rolesOf(String office) {
        return jdbc.sql("select role from office_role where office = ? order by role")
                .param(office)
                .query(String.class)
                .list();
    }

    String personName(String person) {
        return jdbc.sql("select name from person where id = ?")
                .param(person)
                .query(String.class)
                .optional()
                .orElse(person);
    }

    Map<String, String> personNames(Collection<String> people) {
        if (people.isEmpty()) return Map.of();
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select id, name from person where id in (:ids)")
                .param("ids", people)
                .query(row -> {
                    names.put(row.getString("id"), row.getString("name"));
                });
        return names;
    }

    List<String> peopleCalled(String name) {
        return jdbc.sql("select id from person where name = :name or id = :name order by id")
                .param("name", name)
                .query(String.class)
                .list();
    }

    /** Adds what is missing; what is there stays. */
    void addRegion(Region region) {
        jdbc.sql("insert into region (code, name, kind, parent) values (?, ?, ?, ?) on conflict do nothing")
                .params(region.code(), region.name(), region.kind().name(), region.parent())
                .update();
    }

    /** The same for an office; further roles and counties are added to one that is there. */
    void addOffice(Office office, Set<String> roles, Set<String> counties) {
        jdbc.sql("insert into office (id, name, region, kind) values (?, ?, ?, ?) on conflict do nothing")
                .params(
                        office.id(),
                        office.name(),
                        office.region(),
                        office.kind().name())
                .update();
        roles.forEach(role -> jdbc.sql("insert into office_role (office, role) values (?, ?) on conflict do nothing")
                .params(office.id(), role)
                .update());
        counties.forEach(
                county -> jdbc.sql("insert into office_county (office, county) values (?, ?) on conflict do nothing")
                        .params(office.id(), county)
                        .update());
    }

    void addPerson(String id, String name, Set<String> offices) {
        jdbc.sql("insert into person (id, name) values (?, ?) on conflict do nothing")
                .params(id, name)
                .update();
        offices.forEach(office -> jdbc.sql(
                        """
                        insert into person_office (person, office)
                        select ?, ? where not exists (select 1 from person_office where person = ? and office = ?)""")
                .params(id, office, id, office)
                .update());
    }
}
