package org.jiugai.registry;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jiugai.kernel.NameKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of the baseline. */
@Repository
class Registers {
    private static final String UNIT =
            """
            select u.id, b.community_id, b.id as building_id, b.name as building, u.entrance, u.door, u.area_hundredths, u.area_basis, u.tenure
            from housing_unit u join community_building b on b.id = u.building_id
            """;
    private static final String OWNER =
            """
            select p.id as owner_id, w.unit_id, p.kind, p.name, p.identity_tail, p.phone, w.votes
            from unit_ownership w join property_owner p on p.id = w.owner_id
            """;
    private static final String IN_ORDER = " order by length(b.name), b.name, u.entrance, length(u.door), u.door";

    private final JdbcClient jdbc;

    Registers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long register(String county, String street, String name, @Nullable String committee) {
        return jdbc.sql(
                        """
                        insert into registered_community (county, street, name, name_key, committee) values (?, ?, ?, ?, ?)
                        on conflict (county, street, name_key)
                        do update set committee = coalesce(excluded.committee, registered_community.committee) returning id""")
                .params(county, street, name, NameKey.of(name), committee)
                .query(Long.class)
                .single();
    }

    Optional<RegisteredCommunity> community(long communityId) {
        return jdbc.sql("select id, county, street, name, committee from registered_community where id = ?")
                .param(communityId)
                .query(RegisteredCommunity.class)
                .optional();
    }

    long building(long communityId, String name, int entrance) {
        return jdbc.sql(
                        """
                        insert into community_building (community_id, name, entrances) values (?, ?, ?)
                        on conflict (community_id, name)
                        do update set entrances = greatest(community_building.entrances, excluded.entrances) returning id""")
                .params(communityId, name, entrance)
                .query(Long.class)
                .single();
    }

    long unit(long buildingId, NewUnit unit) {
        return jdbc.sql(
                        """
                        insert into housing_unit (building_id, entrance, door, area_hundredths, area_basis, tenure)
                        values (?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        buildingId,
                        unit.entrance(),
                        unit.door(),
                        unit.area().hundredths(),
                        unit.areaBasis().name(),
                        unit.tenure().name())
                .query(Long.class)
                .single();
    }

    long addOwner(long communityId, NewUnit.Owner owner, @Nullable String hash, @Nullable String tail) {
        return jdbc.sql(
                        """
                        insert into property_owner (community_id, kind, name, identity_hash, identity_tail, phone)
                        values (?, ?, ?, ?, ?, ?) returning id""")
                .params(communityId, owner.kind().name(), owner.name(), hash, tail, owner.phone())
                .query(Long.class)
                .single();
    }

    Optional<Long> ownerByIdentity(long communityId, String hash) {
        return jdbc.sql("select id from property_owner where community_id = ? and identity_hash = ?")
                .params(communityId, hash)
                .query(Long.class)
                .optional();
    }

    Optional<Long> body(long communityId, OwnerKind kind, String name) {
        return jdbc.sql("select id from property_owner where community_id = ? and kind = ? and name = ?")
                .params(communityId, kind.name(), name)
                .query(Long.class)
                .optional();
    }

    /** A person without an identity number is the same as one of the same name and phone. */
    Optional<Long> personByPhone(long communityId, String name, String phone) {
        return jdbc.sql(
                        """
                        select id from property_owner
                        where community_id = ? and kind = 'PERSON' and name = ? and phone = ? and identity_hash is null
                        order by id limit 1""")
                .params(communityId, name, phone)
                .query(Long.class)
                .optional();
    }

    void owns(long unitId, long ownerId, LocalDate since, boolean votes) {
        jdbc.sql("insert into unit_ownership (unit_id, owner_id, since, votes) values (?, ?, ?, ?)")
                .params(unitId, ownerId, since, votes)
                .update();
    }

    List<Building> buildings(long communityId) {
        return jdbc.sql(
                        """
                        select b.id, b.community_id, b.name, b.entrances, (select count(*) from housing_unit u where u.building_id = b.id) as units
                        from community_building b where b.community_id = ? order by length(b.name), b.name""")
                .param(communityId)
                .query(Building.class)
                .list();
    }

    List<HousingUnit> units(long communityId) {
        return jdbc.sql(UNIT + "where b.community_id = ?" + IN_ORDER)
                .param(communityId)
                .query(HousingUnit.class)
                .list();
    }

    Optional<HousingUnit> unit(long unitId) {
        return jdbc.sql(UNIT + "where u.id = ?")
                .param(unitId)
                .query(HousingUnit.class)
                .optional();
    }

    List<UnitOwner> owners(long communityId) {
        return jdbc.sql(
                        OWNER
                                + """
                        where p.community_id = ? and w.until is null order by w.unit_id, w.votes desc, p.id""")
                .param(communityId)
                .query(UnitOwner.class)
                .list();
    }

    List<UnitOwner> ownersOf(long unitId) {
        return jdbc.sql(OWNER + "where w.unit_id = ? and w.until is null order by w.votes desc, p.id")
                .param(unitId)
                .query(UnitOwner.class)
                .list();
    }

    List<RegisteredCommunity> inCounties(Collection<String> counties) {
        return jdbc.sql(
                        "select id, county, street, name, committee from registered_community where county in (:counties) order by street, name, id")
                .param("counties", counties)
                .query(RegisteredCommunity.class)
                .list();
    }

    /** Units with the same set of owners count as one voter. */
    List<Voter> electorate(long communityId) {
        return jdbc.sql(
                        """
                        select o.key, min(o.names) as name, min(o.representative) as representative, array_agg(o.unit_id order by o.unit_id) as units,
                               sum(o.area_hundredths)::bigint as area_hundredths
                        from (select u.id as unit_id, u.area_hundredths, string_agg(p.id::text, '+' order by p.id) as key,
                                     string_agg(p.name, '、' order by p.id) as names,
                                     coalesce(min(p.name) filter (where w.votes), min(p.name)) as representative
                              from housing_unit u
                              join community_building b on b.id = u.building_id
                              join unit_ownership w on w.unit_id = u.id and w.until is null
                              join property_owner p on p.id = w.owner_id
                              where b.community_id = ?
                              group by u.id) o
                        group by o.key order by min(o.unit_id)""")
                .param(communityId)
                .query(Registers::voter)
                .list();
    }

    private static Voter voter(ResultSet row, int n) throws SQLException {
        Array units = row.getArray("units");
        return new Voter(
                row.getString("key"),
                row.getString("name"),
                row.getString("representative"),
                Arrays.asList((Long[]) units.getArray()),
                row.getLong("area_hundredths"));
    }
}
