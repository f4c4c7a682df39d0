package org.jiugai.warranty;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiugai.kernel.Actor;
import org.jiugai.warranty.RetentionRelease.Seat;
import org.jiugai.worktime.DueDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the warranty itself: beginning, defects, release. */
@Repository
class WarrantyRows {
    private final JdbcClient jdbc;

    WarrantyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(Term term, Instant now) {
        jdbc.sql(
                        """
                        insert into warranty (case_id, accepted_on, months, retention_end, provisional, opened_at)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        term.caseId(),
                        term.acceptedOn(),
                        term.months(),
                        term.retentionEnd(),
                        term.provisional(),
                        Timestamp.from(now))
                .update();
    }

    void moveRetentionEnd(long caseId, DueDate end) {
        jdbc.sql(
                        """
                        update warranty set retention_end = ?, provisional = ? where case_id = ?
                        and not exists (select 1 from released_retention r where r.case_id = warranty.case_id)""")
                .params(end.effective(), end.provisional(), caseId)
                .update();
    }

    Optional<Term> term(long caseId) {
        return jdbc.sql(
                        "select case_id, accepted_on, months, retention_end, provisional from warranty where case_id = ?")
                .param(caseId)
                .query(Term.class)
                .optional();
    }

    long add(long caseId, DefectReport report, Actor actor, LocalDate on, Instant now) {
        return jdbc.sql(
                        """
                        insert into defect (case_id, description, location, urgent, actor_person, actor_office, happened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        caseId,
                        report.description().strip(),
                        report.location().strip(),
                        report.urgent(),
                        actor.personId(),
                        actor.officeId(),
                        on,
                        Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    int openDefects(long caseId) {
        return jdbc.sql(
                        """
                        select count(*) from defect d left join defect_closure c on c.defect_id = d.id
                        where d.case_id = ? and c.defect_id is null""")
                .param(caseId)
                .query(Integer.class)
                .single();
    }

    List<Defect> defects(long caseId) {
        return jdbc.sql(DEFECTS + " where d.case_id = ? order by d.id")
                .param(caseId)
                .query(Defect.class)
                .list();
    }

    Defect defect(long defectId) {
        return jdbc.sql(DEFECTS + " where d.id = ?")
                .param(defectId)
                .query(Defect.class)
                .single();
    }

    void add(long caseId, Seat seat, RetentionRelease form, Actor actor, LocalDate on, Instant now) {
        jdbc.sql(
                        """
                        insert into retention_decision (case_id, seat, decision, apply_date, comment, actor_person, actor_office,
                            happened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        caseId,
                        seat.name(),
                        form.decision().name(),
                        form.applyDate(),
                        form.comment(),
                        actor.personId(),
                        actor.officeId(),
                        on,
                        Timestamp.from(now))
                .update();
    }

    void release(long caseId, LocalDate on) {
        jdbc.sql("insert into released_retention (case_id, released_on) values (?, ?)")
                .params(caseId, on)
                .update();
    }

    Optional<LocalDate> releasedOn(long caseId) {
        return jdbc.sql("select released_on from released_retention where case_id = ?")
                .param(caseId)
                .query(LocalDate.class)
                .optional();
    }

    private static final String DEFECTS =
            """
            select d.id, d.case_id, d.description, d.location, d.urgent, d.actor_office, d.happened_on,
                x.defect_type, x.warranty_until, x.urgent as dispatched_urgent, c.how, c.closed_on,
                (select count(*) from repair_reminder r where r.defect_id = d.id) as reminders
            from defect d
                left join lateral (select * from defect_dispatch p where p.defect_id = d.id order by p.id desc limit 1) x on true
                left join defect_closure c on c.defect_id = d.id""";

    /**
     * @param retentionEnd the first day on which the retention money may be paid out
     * @param provisional whether that day lies in a year whose calendar is not published
     */
    record Term(long caseId, LocalDate acceptedOn, int months, LocalDate retentionEnd, boolean provisional) {}

    record Defect(
            long id,
            long caseId,
            String description,
            String location,
            boolean urgent,
            String actorOffice,
            LocalDate happenedOn,
            @Nullable String defectType,
            @Nullable LocalDate warrantyUntil,
            @Nullable Boolean dispatchedUrgent,
            @Nullable String how,
            @Nullable LocalDate closedOn,
            int reminders) {}
}
