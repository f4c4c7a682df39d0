package org.jiugai.ballot;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiugai.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of counts with the result of each item; a recount is another count. */
@Repository
class Counts {
    private final JdbcClient jdbc;

    Counts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A count as it was made. */
    record Count(long id, LocalDate countedOn, String witnesses, int preliminaryDays, Totals eligible) {}

    long add(
            long roundId,
            VoteCountForm form,
            String witnesses,
            Totals eligible,
            LocalDate on,
            Actor actor,
            Instant now) {
        return jdbc.sql(
                        """
                        insert into vote_count (round_id, counted_on, witnesses, preliminary_days, eligible_persons, eligible_area, comment,
                            person, office, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        roundId,
                        on,
                        witnesses,
                        form.prelimNoticeDays(),
                        eligible.persons(),
                        eligible.areaHundredths(),
                        form.comment(),
                        actor.personId(),
                        actor.officeId(),
                        Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    void add(long countId, ItemResult result) {
        jdbc.sql("insert into vote_result values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        countId,
                        result.no(),
                        result.majority().name(),
                        result.majority().clause(),
                        result.participated().persons(),
                        result.participated().areaHundredths(),
                        result.agreed().persons(),
                        result.agreed().areaHundredths(),
                        result.against().persons(),
                        result.against().areaHundredths(),
                        result.abstained().persons(),
                        result.abstained().areaHundredths(),
                        result.quorate(),
                        result.approved())
                .update();
    }

    Optional<Count> latest(long roundId) {
        return jdbc.sql(
                        """
                        select id, counted_on, witnesses, preliminary_days, eligible_persons, eligible_area
                        from vote_count where round_id = ? order by id desc limit 1""")
                .param(roundId)
                .query((row, n) -> new Count(
                        row.getLong("id"),
                        row.getObject("counted_on", LocalDate.class),
                        row.getString("witnesses"),
                        row.getInt("preliminary_days"),
                        new Totals(row.getInt("eligible_persons"), row.getLong("eligible_area"))))
                .optional();
    }

    List<CountedItem> results(long countId) {
        return jdbc.sql(
                        """
                        select r.*, i.item, i.content from vote_result r join vote_count c on c.id = r.count_id
                        join vote_item i on i.round_id = c.round_id and i.no = r.no where r.count_id = ? order by r.no""")
                .param(countId)
                .query((row, n) -> new CountedItem(
                        row.getInt("no"),
                        StatutoryItem.of(row.getInt("item")),
                        row.getString("content"),
                        row.getString("majority"),
                        row.getString("clause"),
                        new Totals(row.getInt("participated_persons"), row.getLong("participated_area")),
                        new Totals(row.getInt("agreed_persons"), row.getLong("agreed_area")),
                        new Totals(row.getInt("against_persons"), row.getLong("against_area")),
                        new Totals(row.getInt("abstained_persons"), row.getLong("abstained_area")),
                        row.getBoolean("quorate"),
                        row.getBoolean("approved")))
                .list();
    }
}
