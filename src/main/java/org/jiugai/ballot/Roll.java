package org.jiugai.ballot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiugai.registry.Voter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The roll of a round: written once, when the owners are notified. */
@Repository
class Roll {
    private static final String ENTRY =
            """
            select e.id, e.round_id, e.no, e.name, e.representative, e.area_hundredths,
                   (select string_agg(u.building || u.entrance || '单元' || u.door || '室', '、' order by u.id)
                    from roll_unit x join listed_unit u on u.id = x.unit_id where x.entry_id = e.id) as units
            from roll_entry e
            """;
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    Roll(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void freeze(long roundId, List<Voter> voters) {
        int[] no = {0};
        batch.batchUpdate(
                "insert into roll_entry (round_id, no, voter_key, name, representative, area_hundredths) values (?, ?, ?, ?, ?, ?)",
                voters,
                500,
                (row, voter) -> {
                    row.setLong(1, roundId);
                    row.setInt(2, ++no[0]);
                    row.setString(3, voter.key());
                    row.setString(4, voter.name());
                    row.setString(5, voter.representative());
                    row.setLong(6, voter.areaHundredths());
                });
        record Owned(String voterKey, long unitId) {}
        List<Owned> units = voters.stream()
                .flatMap(voter -> voter.units().stream().map(unit -> new Owned(voter.key(), unit)))
                .toList();
        batch.batchUpdate(
                """
                insert into roll_unit (round_id, unit_id, entry_id)
                values (?, ?, (select id from roll_entry where round_id = ? and voter_key = ?))""",
                units,
                500,
                (row, unit) -> {
                    row.setLong(1, roundId);
                    row.setLong(2, unit.unitId());
                    row.setLong(3, roundId);
                    row.setString(4, unit.voterKey());
                });
    }

    Totals eligible(long roundId) {
        return jdbc.sql(
                        """
                        select count(*)::int as persons, coalesce(sum(area_hundredths), 0)::bigint as area_hundredths
                        from roll_entry where round_id = ?""")
                .param(roundId)
                .query(Totals.class)
                .single();
    }

    Optional<RollEntry> ofUnit(long roundId, long unitId) {
        return jdbc.sql(ENTRY + "where e.id = (select entry_id from roll_unit where round_id = ? and unit_id = ?)")
                .params(roundId, unitId)
                .query(RollEntry.class)
                .optional();
    }

    Optional<RollEntry> numbered(long roundId, int no) {
        return jdbc.sql(ENTRY + "where e.round_id = ? and e.no = ?")
                .params(roundId, no)
                .query(RollEntry.class)
                .optional();
    }

    /** The id of the voter to whom each unit belongs; never changes once the roll is frozen. */
    Map<Long, Long> entries(long roundId) {
        return jdbc
                .sql("select unit_id, entry_id from roll_unit where round_id = ?")
                .param(roundId)
                .query((row, n) -> Map.entry(row.getLong("unit_id"), row.getLong("entry_id")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** One of the voter's units. */
    long unitOf(long entryId) {
        return jdbc.sql("select min(unit_id) from roll_unit where entry_id = ?")
                .param(entryId)
                .query(Long.class)
                .single();
    }

    /** Everybody, by number. */
    List<RollEntry> all(long roundId) {
        return jdbc.sql(ENTRY + "where e.round_id = ? order by e.no")
                .param(roundId)
                .query(RollEntry.class)
                .list();
    }

    Integer numberOf(long entryId) {
        return jdbc.sql("select no from roll_entry where id = ?")
                .param(entryId)
                .query(Integer.class)
                .single();
    }
}
