package org.jiugai.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiugai.kernel.RuleViolation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is who: the rows of regions, offices and people. */
@Repository
class Directory {
    private final JdbcClient jdbc;

    Directory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Office> holders(String role, String region) {
        return jdbc.sql(
                        """
                        select o.id, o.name, o.region from office o join office_role r on r.office = o.id
                        where r.role = ? and o.region = ? order by o.id""")
                .params(role, region)
                .query(Office.class)
                .list();
    }

    Office office(String officeId) {
        return jdbc.sql("select id, name, region from office where id = ?")
                .param(officeId)
                .query(Office.class)
                .optional()
                .orElseThrow(() -> new RuleViolation("organisation.unknownOffice", "没有登记单位“" + officeId + "”"));
    }

    Map<String, String> officeNames(Collection<String> officeIds) {
        if (officeIds.isEmpty()) return Map.of();
        return jdbc
                .sql("select id, name, region from office where id in (:ids)")
                .param("ids", officeIds)
                .query(Office.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Office::id, Office::name));
    }

    List<Office> officesServing(String county) {
        return jdbc.sql(
                        """
                        select o.id, o.name, o.region from office o join office_county c on c.office = o.id
                        where c.county = ? order by o.id""")
                .param(county)
                .query(Office.class)
                .list();
    }

    Region region(String code) {
        return jdbc.sql("select code, name, kind, parent from region where code = ?")
                .param(code)
                .query(Region.class)
                .optional()
                .orElseThrow(() -> new RuleViolation("organisation.unknownRegion", "没有登记行政区划“" + code + "”"));
    }

    List<Region> children(String parent) {
        return jdbc.sql("select code, name, kind, parent from region where parent = ? order by code")
                .param(parent)
                .query(Region.class)
                .list();
    }

    Set<String> countiesOf(String person) {
        return new TreeSet<>(jdbc.sql(
                        """
                        select distinct c.county from person_office p join office_county c on c.office = p.office
                        where p.person = ?""")
                .param(person)
                .query(String.class)
                .list());
    }

    List<Office> officesOf(String person) {
        return jdbc.sql(
                        """
                        select o.id, o.name, o.region from office o join person_office p on p.office = o.id
                        where p.person = ? order by o.id""")
                .param(person)
                .query(Office.class)
                .list();
    }

    List<String> rolesOf(String person) {
        return jdbc.sql(
                        """
                        select distinct r.role from person_office p join office_role r on r.office = p.office
                        where p.person = ? order by r.role""")
                .param(person)
                .query(String.class)
                .list();
    }

    List<String> people(String office) {
        return jdbc.sql("select person from person_office where office = ? order by person")
                .param(office)
                .query(String.class)
                .list();
    }

    boolean holdsRole(String person, String role) {
        return jdbc.sql(
                        """
                        select exists (select 1 from person_office p join office_role r on r.office = p.office
                        where p.person = ? and r.role = ?)""")
                .params(person, role)
                .query(Boolean.class)
                .single();
    }

    String personName(String person) {
        return jdbc.sql("select name from person where id = ?")
                .param(person)
                .query(String.class)
                .optional()
                .orElse(person);
    }

    void saveRegion(Region region) {
        jdbc.sql("insert into region (code, name, kind, parent) values (?, ?, ?, ?) on conflict do nothing")
                .params(region.code(), region.name(), region.kind().name(), region.parent())
                .update();
    }

    void saveOffice(Office office, Set<String> roles, Set<String> counties) {
        jdbc.sql("insert into office (id, name, region) values (?, ?, ?) on conflict do nothing")
                .params(office.id(), office.name(), office.region())
                .update();
        roles.forEach(role -> jdbc.sql("insert into office_role (office, role) values (?, ?) on conflict do nothing")
                .params(office.id(), role)
                .update());
        counties.forEach(
                county -> jdbc.sql("insert into office_county (office, county) values (?, ?) on conflict do nothing")
                        .params(office.id(), county)
                        .update());
    }

    void savePerson(String id, String name, Set<String> offices) {
        jdbc.sql("insert into person (id, name) values (?, ?) on conflict do nothing")
                .params(id, name)
                .update();
        offices.forEach(
                office -> jdbc.sql("insert into person_office (person, office) values (?, ?) on conflict do nothing")
                        .params(id, office)
                        .update());
    }
}
