package org.jiugai.works;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Money;
import org.jiugai.works.ProgressReport.Item;
import org.jiugai.works.ProgressVerdict.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of reported, verified and confirmed progress. */
@Repository
class ProgressRows {
    private final JdbcClient jdbc;

    ProgressRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(long caseId, ProgressReport form, LocalDate from, int physical, Actor actor, LocalDate on, Instant now) {
        long id = jdbc.sql(
                        """
                        insert into progress_report (case_id, period_from, period_to, physical_bp, value_fen, workers,
                            correction_note, actor_person, actor_office, happened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?) returning id""")
                .params(
                        caseId,
                        from,
                        form.reportTo(),
                        physical,
                        form.valueDone().fen(),
                        form.workers(),
                        form.correctionNote(),
                        actor.personId(),
                        actor.officeId(),
                        on,
                        Timestamp.from(now))
                .query(Long.class)
                .single();
        int row = 0;
        for (Item item : form.items()) {
            jdbc.sql("insert into progress_item (report_id, row_no, item, weight_bp, done_bp) values (?, ?, ?, ?, ?)")
                    .params(
                            id,
                            ++row,
                            item.item().strip(),
                            Progress.hundredths(item.weight()),
                            Progress.hundredths(item.done()))
                    .update();
        }
        return id;
    }

    void add(long reportId, Seat seat, ProgressVerdict form, Actor actor, LocalDate on, Instant now) {
        jdbc.sql(
                        """
                        insert into progress_verdict (report_id, seat, decision, verified_bp, value_fen, chief_signed,
                            difference_reason, correction_note, comment, actor_person, actor_office, happened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?, ?)""")
                .params(
                        reportId,
                        seat.name(),
                        form.decision().name(),
                        form.verifiedPct() == null ? null : Progress.hundredths(form.verifiedPct()),
                        form.verifiedValue() == null
                                ? null
                                : form.verifiedValue().fen(),
                        Boolean.TRUE.equals(form.chiefSignature()),
                        form.differenceReason(),
                        form.correctionNote(),
                        form.comment(),
                        actor.personId(),
                        actor.officeId(),
                        on,
                        Timestamp.from(now))
                .update();
    }

    void confirm(long caseId, long reportId, Progress verified, @Nullable String note, LocalDate on, Instant now) {
        jdbc.sql(
                        """
                        insert into confirmed_progress (case_id, no, report_id, verified_bp, value_fen, correction_note,
                            confirmed_on, recorded_at)
                        values (?, (select coalesce(max(no), 0) + 1 from confirmed_progress where case_id = ?), ?, ?, ?,
                            nullif(?, ''), ?, ?)""")
                .params(
                        caseId,
                        caseId,
                        reportId,
                        verified.hundredths(),
                        verified.value().fen(),
                        note,
                        on,
                        Timestamp.from(now))
                .update();
    }

    Reported report(long reportId) {
        return jdbc.sql(
                        """
                        select id, case_id, period_from, period_to, physical_bp, value_fen, workers, correction_note
                        from progress_report where id = ?""")
                .param(reportId)
                .query(Reported.class)
                .single();
    }

    List<Item> items(long reportId) {
        return jdbc.sql("select item, weight_bp, done_bp from progress_item where report_id = ? order by row_no")
                .param(reportId)
                .query((row, n) -> new Item(
                        row.getString("item"),
                        BigDecimal.valueOf(row.getInt("weight_bp"), 2),
                        BigDecimal.valueOf(row.getInt("done_bp"), 2)))
                .list();
    }

    List<Confirmed> confirmed(long caseId) {
        return jdbc.sql(
                        """
                        select c.no, c.report_id, r.period_from, r.period_to, c.verified_bp, c.value_fen, c.correction_note,
                            c.confirmed_on, r.workers
                        from confirmed_progress c join progress_report r on r.id = c.report_id
                        where c.case_id = ? order by c.no""")
                .param(caseId)
                .query(Confirmed.class)
                .list();
    }

    Optional<Confirmed> lastConfirmed(long caseId) {
        List<Confirmed> all = confirmed(caseId);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    Optional<Progress> verifiedBySupervisor(long reportId) {
        return jdbc.sql(
                        """
                        select verified_bp, value_fen from progress_verdict
                        where report_id = ? and seat = 'SUPERVISOR' and decision = 'CONFIRM' order by id desc limit 1""")
                .param(reportId)
                .query((row, n) -> new Progress(row.getInt("verified_bp"), Money.ofFen(row.getLong("value_fen"))))
                .optional();
    }

    record Reported(
            long id,
            long caseId,
            LocalDate periodFrom,
            LocalDate periodTo,
            int physicalBp,
            long valueFen,
            int workers,
            @Nullable String correctionNote) {
        Progress progress() {
            return new Progress(physicalBp, Money.ofFen(valueFen));
        }
    }

    record Confirmed(
            int no,
            long reportId,
            LocalDate periodFrom,
            LocalDate periodTo,
            int verifiedBp,
            long valueFen,
            @Nullable String correctionNote,
            LocalDate confirmedOn,
            int workers) {
        Progress progress() {
            return new Progress(verifiedBp, Money.ofFen(valueFen));
        }
    }
}
