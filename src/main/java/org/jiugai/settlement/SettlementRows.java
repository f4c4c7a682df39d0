package org.jiugai.settlement;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of settlement. */
@Repository
class SettlementRows {
    private final JdbcClient jdbc;

    SettlementRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(long caseId, SettlementAccount form, Actor actor, LocalDate on, Instant now) {
        return jdbc.sql(
                        """
                        insert into settlement_submission (case_id, no, submitted_fen, objection, actor_person, actor_office,
                            happened_on, recorded_at)
                        values (?, (select coalesce(max(no), 0) + 1 from settlement_submission where case_id = ?), ?, ?, ?, ?, ?, ?)
                        returning id""")
                .params(
                        caseId,
                        caseId,
                        form.submitted().fen(),
                        form.objection(),
                        actor.personId(),
                        actor.officeId(),
                        on,
                        Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    /** Of a returned account no amount is kept. */
    void add(long submissionId, SettlementReview form, Actor actor, LocalDate on, Instant now) {
        Money audited = form.decision() == SettlementReview.Decision.APPROVE ? form.audited() : null;
        jdbc.sql(
                        """
                        insert into settlement_review (submission_id, decision, audited_fen, reason, comment, actor_person,
                            actor_office, happened_on, recorded_at)
                        values (?, ?, ?, nullif(?, ''), ?, ?, ?, ?, ?)""")
                .params(
                        submissionId,
                        form.decision().name(),
                        audited == null ? null : audited.fen(),
                        form.reason(),
                        form.comment(),
                        actor.personId(),
                        actor.officeId(),
                        on,
                        Timestamp.from(now))
                .update();
    }

    void settle(long caseId, long submissionId, Money settled, LocalDate on) {
        jdbc.sql("insert into settled_price (case_id, submission_id, settled_fen, settled_on) values (?, ?, ?, ?)")
                .params(caseId, submissionId, settled.fen(), on)
                .update();
    }

    Submitted submission(long id) {
        return jdbc.sql(SUBMISSIONS + " where s.id = ?")
                .param(id)
                .query(Submitted.class)
                .single();
    }

    List<Submitted> submissions(long caseId) {
        return jdbc.sql(SUBMISSIONS + " where s.case_id = ? order by s.no")
                .param(caseId)
                .query(Submitted.class)
                .list();
    }

    Optional<Money> settled(long caseId) {
        return jdbc.sql("select settled_fen from settled_price where case_id = ?")
                .param(caseId)
                .query(Long.class)
                .optional()
                .map(Money::ofFen);
    }

    private static final String SUBMISSIONS =
            """
            select s.id, s.case_id, s.no, s.submitted_fen, s.objection, s.happened_on, r.decision, r.audited_fen, r.reason,
                r.comment, r.happened_on as reviewed_on
            from settlement_submission s left join settlement_review r on r.submission_id = s.id""";

    record Submitted(
            long id,
            long caseId,
            int no,
            long submittedFen,
            @Nullable String objection,
            LocalDate happenedOn,
            @Nullable String decision,
            @Nullable Long auditedFen,
            @Nullable String reason,
            @Nullable String comment,
            @Nullable LocalDate reviewedOn) {
        Money submitted() {
            return Money.ofFen(submittedFen);
        }
    }
}
