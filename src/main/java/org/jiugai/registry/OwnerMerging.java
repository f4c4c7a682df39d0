package org.jiugai.registry;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 疑似同一业主: persons of one name that the import could not tell to be one are merged by hand, so that votes count them once. */
@Service
@Transactional
public class OwnerMerging {
    private final JdbcClient jdbc;
    private final RegistryAccess access;
    private final Clock clock;

    OwnerMerging(JdbcClient jdbc, RegistryAccess access, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.clock = clock;
    }

    /** Two owners of one name, each with his units. */
    public record Pair(
            long keptId,
            long mergedId,
            String name,
            String keptUnits,
            String mergedUnits,
            @Nullable String keptTail,
            @Nullable String mergedTail) {
        public String masked() {
            return UnitOwner.masked(name);
        }
    }

    private record Person(long id, String name, @Nullable String identityHash) {}

    /** Persons of the same name whose identity numbers do not contradict; the one with a number, or the earlier one, is kept. */
    @Transactional(readOnly = true)
    public List<Pair> suspected(long communityId) {
        return jdbc.sql(
                        """
                        with own as (
                            select p.id, p.name, p.identity_hash, p.identity_tail,
                                   string_agg(u.building || u.entrance || '单元' || u.door || '室', '、' order by u.id) as units
                            from property_owner p join unit_ownership w on w.owner_id = p.id and w.until is null
                            join listed_unit u on u.id = w.unit_id
                            where p.community_id = ? and p.kind = 'PERSON' group by p.id)
                        select a.id as kept_id, b.id as merged_id, a.name, a.units as kept_units, b.units as merged_units,
                               a.identity_tail as kept_tail, b.identity_tail as merged_tail
                        from own a join own b on b.name = a.name and b.id <> a.id and b.identity_hash is null
                         and (a.identity_hash is not null or a.id < b.id)
                        order by a.name, a.id, b.id""")
                .param(communityId)
                .query(Pair.class)
                .list();
    }

    /**
     * Makes two owners one; a roll that is frozen does not follow.
     *
     * @throws RuleViolation when they are not two persons of one name in the community, or both have identity numbers, or the reason is missing
     */
    public void merge(long communityId, long keptId, long mergedId, String reason, Actor actor) {
        access.demand(actor, communityId);
        Optional<Person> kept = person(communityId, keptId);
        Optional<Person> merged = person(communityId, mergedId);
        boolean same = keptId != mergedId
                && kept.isPresent()
                && merged.isPresent()
                && Objects.equals(kept.get().name(), merged.get().name());
        new Faults()
                .require(same, "owner", "【业主】应为本小区同名的两名业主")
                .require(merged.map(Person::identityHash).isEmpty(), "owner", "【业主】两人都登记了证件号，不是同一人")
                .require(!reason.isBlank() && reason.length() <= 200, "reason", "【合并理由】必填，不超过200字")
                .refuse("registry.mergeRefused");
        List<Long> units = jdbc.sql(
                        "select unit_id from unit_ownership where owner_id = ? and until is null order by unit_id for update")
                .param(mergedId)
                .query(Long.class)
                .list();
        for (Long unit : units) take(unit, keptId, mergedId, reason, actor);
    }

    private void take(long unit, long keptId, long mergedId, String reason, Actor actor) {
        LocalDate today = LocalDate.now(clock);
        boolean votes = jdbc.sql(
                        "select votes from unit_ownership where unit_id = ? and owner_id = ? and until is null")
                .params(unit, mergedId)
                .query(Boolean.class)
                .single();
        jdbc.sql(
                        "update unit_ownership set until = greatest(since, ?) where unit_id = ? and owner_id = ? and until is null")
                .params(today, unit, mergedId)
                .update();
        int already = jdbc.sql(
                        "update unit_ownership set votes = votes or ? where unit_id = ? and owner_id = ? and until is null")
                .params(votes, unit, keptId)
                .update();
        if (already == 0)
            jdbc.sql("insert into unit_ownership (unit_id, owner_id, since, votes) values (?, ?, ?, ?)")
                    .params(unit, keptId, today, votes)
                    .update();
        jdbc.sql("update housing_unit set version = version + 1 where id = ?")
                .param(unit)
                .update();
        jdbc.sql(
                        """
                        insert into baseline_change (unit_id, kind, content, reason, happened_on, person, office, recorded_at)
                        values (?, 'OWNERS', '业主合并为同一人', ?, ?, ?, ?, ?)""")
                .params(
                        unit,
                        reason.strip(),
                        today,
                        actor.personId(),
                        actor.officeId(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    private Optional<Person> person(long communityId, long ownerId) {
        return jdbc.sql(
                        "select id, name, identity_hash from property_owner where id = ? and community_id = ? and kind = 'PERSON' for update")
                .params(ownerId, communityId)
                .query(Person.class)
                .optional();
    }
}
