package org.jiugai.ballot;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Digests;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of ballots. The database keeps one valid ballot for each voter. */
@Repository
class Ballots {
    private final JdbcClient jdbc;

    Ballots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A paper ballot that waits for a second reader. */
    record Entered(
            long id,
            long roundId,
            @Nullable Long entryId,
            @Nullable String sealed,
            @Nullable InvalidReason invalidReason,
            Instant receivedAt,
            String enteredBy,
            String enteredOffice) {}

    record Sealed(long entryId, long areaHundredths, String sealed) {}

    record Fate(String state, @Nullable InvalidReason invalidReason, String channel, Instant receivedAt) {}

    /** A ballot that counts at once; false when the voter has a valid one already. */
    boolean count(
            long roundId, long entryId, Channel channel, String sealed, String receiptHash, Actor actor, Instant now) {
        return jdbc.sql(
                                """
                        insert into ballot (round_id, entry_id, channel, state, received_at, sealed, receipt_hash, entered_by, entered_office,
                            recorded_at, settled_at)
                        values (:round, :entry, :channel, 'COUNTED', :now, :sealed, :receipt, :person, :office, :now, :now)
                        on conflict (round_id, entry_id) where state = 'COUNTED' or (state = 'ENTERED' and invalid_reason is null) do nothing""")
                        .param("round", roundId)
                        .param("entry", entryId)
                        .param("channel", channel.name())
                        .param("now", Timestamp.from(now))
                        .param("sealed", sealed)
                        .param("receipt", receiptHash)
                        .param("person", actor.personId())
                        .param("office", actor.officeId())
                        .update()
                == 1;
    }

    /** The id of the paper ballot that now waits; empty when the voter has a valid one already. */
    Optional<Long> enter(
            long roundId,
            @Nullable Long entryId,
            @Nullable String sealed,
            @Nullable InvalidReason reason,
            Instant received,
            Actor actor,
            Instant now) {
        return jdbc.sql(
                        """
                        insert into ballot (round_id, entry_id, channel, state, received_at, sealed, invalid_reason, entered_by, entered_office,
                            recorded_at)
                        values (:round, :entry, 'PAPER', 'ENTERED', :received, :sealed, :reason, :person, :office, :now)
                        on conflict (round_id, entry_id) where state = 'COUNTED' or (state = 'ENTERED' and invalid_reason is null) do nothing
                        returning id""")
                .param("round", roundId)
                .param("entry", entryId)
                .param("received", Timestamp.from(received))
                .param("sealed", sealed)
                .param("reason", reason == null ? null : reason.name())
                .param("person", actor.personId())
                .param("office", actor.officeId())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .optional();
    }

    /** The paper ballot, locked until the transaction ends; empty when somebody has settled it. */
    Optional<Entered> waiting(long ballotId) {
        return jdbc.sql(
                        """
                        select id, round_id, entry_id, sealed, invalid_reason, received_at, entered_by, entered_office
                        from ballot where id = ? and state = 'ENTERED' for update""")
                .param(ballotId)
                .query(Entered.class)
                .optional();
    }

    List<Entered> waitingIn(long roundId) {
        return jdbc.sql(
                        """
                        select id, round_id, entry_id, sealed, invalid_reason, received_at, entered_by, entered_office
                        from ballot where round_id = ? and state = 'ENTERED' order by id""")
                .param(roundId)
                .query(Entered.class)
                .list();
    }

    void settle(long ballotId, String state, @Nullable String receiptHash, Actor actor, Instant now) {
        jdbc.sql(
                        """
                        update ballot set state = ?, receipt_hash = ?, confirmed_by = ?, confirmed_office = ?, settled_at = ? where id = ?""")
                .params(state, receiptHash, actor.personId(), actor.officeId(), Timestamp.from(now), ballotId)
                .update();
    }

    /** The sealed choice of the voter's ballot that counts. */
    Optional<String> sealedOf(long roundId, long entryId) {
        return jdbc.sql("select sealed from ballot where round_id = ? and entry_id = ? and state = 'COUNTED'")
                .params(roundId, entryId)
                .query(String.class)
                .optional();
    }

    List<Sealed> counted(long roundId) {
        return jdbc.sql(
                        """
                        select b.entry_id, e.area_hundredths, b.sealed from ballot b join roll_entry e on e.id = b.entry_id
                        where b.round_id = ? and b.state = 'COUNTED'""")
                .param(roundId)
                .query(Sealed.class)
                .list();
    }

    Totals turnout(long roundId) {
        return jdbc.sql(
                        """
                        select count(*)::int as persons, coalesce(sum(e.area_hundredths), 0)::bigint as area_hundredths
                        from ballot b join roll_entry e on e.id = b.entry_id where b.round_id = ? and b.state = 'COUNTED'""")
                .param(roundId)
                .query(Totals.class)
                .single();
    }

    Map<String, Integer> invalid(long roundId) {
        return jdbc
                .sql(
                        """
                        select invalid_reason as reason, count(*)::int as number from ballot where round_id = ? and state = 'INVALID'
                        group by invalid_reason""")
                .param(roundId)
                .query((row, n) -> Map.entry(row.getString("reason"), row.getInt("number")))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether the voter has a ballot that counts or waits as valid. */
    boolean has(long roundId, long entryId) {
        return jdbc.sql(
                        """
                        select exists (select 1 from ballot where round_id = ? and entry_id = ?
                        and (state = 'COUNTED' or (state = 'ENTERED' and invalid_reason is null)))""")
                .params(roundId, entryId)
                .query(Boolean.class)
                .single();
    }

    Optional<Fate> fate(long roundId, String receiptHash) {
        return jdbc.sql(
                        "select state, invalid_reason, channel, received_at from ballot where round_id = ? and receipt_hash = ?")
                .params(roundId, receiptHash)
                .query(Fate.class)
                .optional();
    }

    /** One digest of the receipts of all ballots that count: whoever changes, adds or drops one cannot reach it again. */
    String digest(long roundId) {
        return Digests.sha256(String.join(
                ",",
                jdbc.sql(
                                "select receipt_hash from ballot where round_id = ? and state = 'COUNTED' order by receipt_hash")
                        .param(roundId)
                        .query(String.class)
                        .list()));
    }

    /** The beginnings of the hashes of all receipts that count, for publication: as many as ballots. */
    List<String> fingerprints(long roundId) {
        return jdbc.sql(
                        "select left(receipt_hash, 16) from ballot where round_id = ? and state = 'COUNTED' order by receipt_hash")
                .param(roundId)
                .query(String.class)
                .list();
    }
}
