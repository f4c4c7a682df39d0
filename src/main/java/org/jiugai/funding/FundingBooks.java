package org.jiugai.funding;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.Share;
import org.jiugai.policy.Parameters.Tranche;
import org.jiugai.policy.Parameters.Trigger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is due and what was posted. Postings, requests and approvals are only added. */
@Repository
class FundingBooks {
    private static final String PAID = "kind in ('PAYMENT', 'TRUE_UP')";
    private final JdbcClient jdbc;
    private final Clock clock;

    FundingBooks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Where a case stands.
     *
     * @param progress confirmed share, null before the first report
     */
    record Position(
            @Nullable String progress, @Nullable LocalDate acceptedOn, @Nullable LocalDate retentionReleasedOn) {
        Share progressShare() {
            return progress == null ? Share.ZERO : Share.of(progress);
        }
    }

    /** A posting to be written. */
    record Posting(
            long caseId,
            @Nullable Long trancheId,
            PostingKind kind,
            Source source,
            String from,
            String to,
            Money amount,
            String cause,
            LocalDate on) {}

    /** Makes the case known here and locks its money for the rest of the transaction. */
    void open(long caseId) {
        jdbc.sql("insert into funding_case (case_id) values (?) on conflict do nothing")
                .param(caseId)
                .update();
        lock(caseId);
    }

    void lock(long caseId) {
        jdbc.sql("select case_id from funding_case where case_id = ? for no key update")
                .param(caseId)
                .query(Long.class)
                .optional();
    }

    Position position(long caseId) {
        return jdbc.sql("select progress, accepted_on, retention_released_on from funding_case where case_id = ?")
                .param(caseId)
                .query(Position.class)
                .optional()
                .orElse(new Position(null, null, null));
    }

    void progress(long caseId, Share progress, Money valueDone) {
        jdbc.sql("update funding_case set progress = ?, value_done_fen = ? where case_id = ?")
                .params(progress.toString(), valueDone.fen(), caseId)
                .update();
    }

    void accepted(long caseId, LocalDate on) {
        jdbc.sql("update funding_case set accepted_on = ? where case_id = ?")
                .params(on, caseId)
                .update();
    }

    void retentionReleased(long caseId, LocalDate on) {
        jdbc.sql("update funding_case set retention_released_on = ? where case_id = ?")
                .params(on, caseId)
                .update();
    }

    void contract(long caseId, long contractId, Money amount, LocalDate on) {
        jdbc.sql(
                        """
                        insert into funding_basis (case_id, kind, contract_id, amount_fen, happened_on, recorded_at)
                        values (?, 'CONTRACT', ?, ?, ?, ?)""")
                .params(caseId, contractId, amount.fen(), on, now())
                .update();
    }

    void settlement(long caseId, Money settled, LocalDate on) {
        jdbc.sql(
                        """
                        insert into funding_basis (case_id, kind, amount_fen, happened_on, recorded_at)
                        values (?, 'SETTLEMENT', ?, ?, ?)""")
                .params(caseId, settled.fen(), on, now())
                .update();
    }

    Money contract(long caseId) {
        return sum(
                "select coalesce(sum(amount_fen), 0) from funding_basis where case_id = ? and kind = 'CONTRACT'",
                caseId);
    }

    Optional<Money> settled(long caseId) {
        return jdbc.sql("select amount_fen from funding_basis where case_id = ? and kind = 'SETTLEMENT'")
                .param(caseId)
                .query(Long.class)
                .optional()
                .map(Money::ofFen);
    }

    void plan(long caseId, Tranche tranche, int position, Money due) {
        Share threshold = tranche.threshold();
        insert(
                caseId,
                tranche.id(),
                tranche.name(),
                position,
                tranche.trigger(),
                false,
                threshold == null ? null : threshold.toString(),
                tranche.source(),
                tranche.payer(),
                due);
    }

    void planTrueUp(FundingTranche after, Money due) {
        insert(
                after.caseId(),
                after.code() + "-结算调差",
                "结算调差（" + after.name() + "）",
                after.position() + 1,
                Trigger.SETTLEMENT,
                true,
                null,
                after.source().name(),
                after.payer(),
                due);
    }

    private void insert(
            long caseId,
            String code,
            String name,
            int position,
            Trigger trigger,
            boolean trueUp,
            @Nullable String threshold,
            String source,
            String payer,
            Money due) {
        jdbc.sql(
                        """
                        insert into funding_tranche
                          (case_id, code, name, position, trigger_kind, true_up, threshold, source, payer, due_fen, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PLANNED')""")
                .params(caseId, code, name, position, trigger.name(), trueUp, threshold, source, payer, due.fen())
                .update();
    }

    List<FundingTranche> tranches(long caseId) {
        return jdbc.sql("select * from funding_tranche where case_id = ? order by position")
                .param(caseId)
                .query(FundingTranche.class)
                .list();
    }

    FundingTranche tranche(long trancheId) {
        return jdbc.sql("select * from funding_tranche where id = ?")
                .param(trancheId)
                .query(FundingTranche.class)
                .optional()
                .orElseThrow(() -> new RuleViolation("funding.unknownTranche", "没有编号为 " + trancheId + " 的支付节点"));
    }

    void due(long trancheId, Money due) {
        jdbc.sql("update funding_tranche set due_fen = ? where id = ?")
                .params(due.fen(), trancheId)
                .update();
    }

    /** Moves the tranche on; false when somebody else was faster. */
    boolean move(long trancheId, TrancheState from, TrancheState to) {
        return jdbc.sql("update funding_tranche set state = ? where id = ? and state = ?")
                        .params(to.name(), trancheId, from.name())
                        .update()
                == 1;
    }

    void post(Posting posting, Actor actor) {
        jdbc.sql(
                        """
                        insert into ledger_posting (case_id, tranche_id, kind, source, from_account, to_account, amount_fen,
                          cause, happened_on, recorded_at, person, handled_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        posting.caseId(),
                        posting.trancheId(),
                        posting.kind().name(),
                        posting.source().name(),
                        posting.from(),
                        posting.to(),
                        posting.amount().fen(),
                        posting.cause(),
                        posting.on(),
                        now(),
                        actor.personId(),
                        actor.shown())
                .update();
    }

    /** What stands as paid for a tranche. */
    Money paid(long trancheId) {
        return sum(
                "select coalesce(sum(amount_fen), 0) from funding_standing where tranche_id = ? and " + PAID,
                trancheId);
    }

    Money deducted(long trancheId) {
        return sum(
                "select coalesce(sum(amount_fen), 0) from funding_standing where tranche_id = ? and kind = 'DEDUCTION'",
                trancheId);
    }

    /** Money that came in from this source. */
    Money collected(long caseId, Source source) {
        return ofSource("kind = 'CONTRIBUTION'", caseId, source);
    }

    /** Money paid from this source, less what is to be returned. */
    Money spent(long caseId, Source source) {
        return ofSource(PAID, caseId, source)
                .plus(ofSource("kind = 'DEDUCTION'", caseId, source))
                .minus(ofSource("kind = 'RECOVERY'", caseId, source));
    }

    private Money ofSource(String kinds, long caseId, Source source) {
        return Money.ofFen(jdbc.sql(
                        "select coalesce(sum(amount_fen), 0) from funding_standing where case_id = ? and source = ? and "
                                + kinds)
                .params(caseId, source.name())
                .query(Long.class)
                .single());
    }

    /** Amounts of the tranches that are closed, by code. */
    Map<String, Money> closed(List<FundingTranche> tranches) {
        Map<String, Money> closed = new HashMap<>();
        tranches.stream().filter(t -> !t.state().isOpen()).forEach(t -> closed.put(t.code(), paid(t.id())));
        return closed;
    }

    List<Map<String, Object>> postings(long caseId) {
        return jdbc.sql(
                        """
                        select p.id, p.happened_on, p.kind, t.code, p.source, p.from_account, p.to_account, p.amount_fen,
                          case when p.kind in ('PAYMENT', 'TRUE_UP', 'DEDUCTION') then p.amount_fen
                               when p.kind = 'RECOVERY' then -p.amount_fen
                               when r.kind in ('PAYMENT', 'TRUE_UP', 'DEDUCTION') then -p.amount_fen
                               when r.kind = 'RECOVERY' then p.amount_fen
                               else 0 end as effect,
                          p.cause, p.handled_by
                        from ledger_posting p
                        left join funding_tranche t on t.id = p.tranche_id
                        left join ledger_posting r on r.id = p.reverses
                        where p.case_id = ? order by p.id""")
                .param(caseId)
                .query()
                .listOfRows();
    }

    private Money sum(String sql, long id) {
        return Money.ofFen(jdbc.sql(sql).param(id).query(Long.class).single());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
