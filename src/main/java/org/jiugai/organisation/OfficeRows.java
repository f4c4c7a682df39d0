package org.jiugai.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What administration changes about regions and offices. */
@Repository
class OfficeRows {
    private final JdbcClient jdbc;

    OfficeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Region> regions(Collection<String> codes) {
        return jdbc.sql("select code, name, kind, parent from region where code in (:codes) order by code")
                .param("codes", codes)
                .query(Region.class)
                .list();
    }

    void addRegion(Region region) {
        jdbc.sql("insert into region (code, name, kind, parent) values (?, ?, ?, ?)")
                .params(region.code(), region.name(), region.kind().name(), region.parent())
                .update();
    }

    void renameRegion(String code, String name) {
        jdbc.sql("update region set name = ? where code = ?").params(name, code).update();
    }

    List<Office> officesIn(Collection<String> regions) {
        return jdbc.sql("select * from office where region in (:regions) order by id")
                .param("regions", regions)
                .query(Office.class)
                .list();
    }

    /** An office holds a role. */
    record Held(String office, String role) {}

    List<Held> rolesIn(Collection<String> regions) {
        return jdbc.sql(
                        """
                        select r.office, r.role from office_role r join office o on o.id = r.office
                        where o.region in (:regions) order by r.office, r.role""")
                .param("regions", regions)
                .query(Held.class)
                .list();
    }

    Set<String> closedIn(Collection<String> regions) {
        return new TreeSet<>(jdbc.sql("select id from office where closed_on is not null and region in (:regions)")
                .param("regions", regions)
                .query(String.class)
                .list());
    }

    void renameOffice(String office, String name) {
        jdbc.sql("update office set name = ? where id = ?").params(name, office).update();
    }

    void setPhone(String office, @Nullable String phone) {
        jdbc.sql("update office set phone = ? where id = ?")
                .params(phone, office)
                .update();
    }

    /** The day from which the office is closed, null while it is open. */
    Optional<LocalDate> closedOn(String office) {
        return jdbc.sql("select closed_on from office where id = ? and closed_on is not null")
                .param(office)
                .query(LocalDate.class)
                .optional();
    }

    void close(String office, @Nullable LocalDate on) {
        jdbc.sql("update office set closed_on = ? where id = ?")
                .params(on, office)
                .update();
    }

    Set<String> counties(String office) {
        return new TreeSet<>(jdbc.sql("select county from office_county where office = ?")
                .param(office)
                .query(String.class)
                .list());
    }

    void addCounty(String office, String county) {
        jdbc.sql("insert into office_county (office, county) values (?, ?)")
                .params(office, county)
                .update();
    }

    void removeCounty(String office, String county) {
        jdbc.sql("delete from office_county where office = ? and county = ?")
                .params(office, county)
                .update();
    }

    void addRole(String office, String role) {
        jdbc.sql("insert into office_role (office, role) values (?, ?)")
                .params(office, role)
                .update();
    }

    void removeRole(String office, String role) {
        jdbc.sql("delete from office_role where office = ? and role = ?")
                .params(office, role)
                .update();
    }

    /** The county in which a region lies: itself, or the one above; nothing for a city. */
    Optional<String> countyOf(String region) {
        return jdbc.sql(
                        """
                        with recursive up as (
                          select code, kind, parent from region where code = ?
                          union select r.code, r.kind, r.parent from region r join up on r.code = up.parent
                        )
                        select code from up where kind = 'COUNTY'""")
                .param(region)
                .query(String.class)
                .optional();
    }
}
