package org.jiugai.works;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiugai.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of what precedes the works. */
@Repository
class StartFormalities {
    private final JdbcClient jdbc;

    StartFormalities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(long caseId, SupervisionRegistration form, Actor actor, LocalDate on, Instant now) {
        long id = jdbc.sql(
                        """
                        insert into supervision_registration (case_id, reg_no, actor_person, actor_office, happened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?) returning id""")
                .params(caseId, form.regNo(), actor.personId(), actor.officeId(), on, Timestamp.from(now))
                .query(Long.class)
                .single();
        form.responsiblePersons().forEach(p -> jdbc.sql(
                        """
                                insert into supervised_person (registration_id, party, person_name, qualification_no)
                                values (?, ?, ?, ?)""")
                .params(id, p.party().name(), p.name(), p.qualificationNo())
                .update());
        return id;
    }

    long add(long caseId, PermitDecision form, @Nullable LocalDate startBy, Actor actor, LocalDate on, Instant now) {
        return jdbc.sql(
                        """
                        insert into start_permit (case_id, outcome, permit_no, issue_date, start_by, exempt_basis, reason,
                            actor_person, actor_office, happened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        caseId,
                        form.decision().name(),
                        form.permitNo(),
                        form.issueDate(),
                        startBy,
                        form.exemptBasis(),
                        form.comment(),
                        actor.personId(),
                        actor.officeId(),
                        on,
                        Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    long add(long caseId, WageAccount form, Actor actor, Instant now) {
        return jdbc.sql(
                        """
                        insert into wage_account (case_id, account_name, account_no, deposit_bp, deposit_exemption,
                            actor_person, actor_office, happened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        caseId,
                        form.accountName(),
                        form.accountNo(),
                        form.depositPct() == null ? null : Progress.hundredths(form.depositPct()),
                        form.depositPct() == null ? form.depositExemption() : null,
                        actor.personId(),
                        actor.officeId(),
                        form.openDate(),
                        Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    long add(long caseId, StartOrder form, Actor actor, LocalDate on, Instant now) {
        long id = jdbc.sql(
                        """
                        insert into start_order (case_id, start_date, planned_end, actor_person, actor_office, happened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        caseId,
                        form.startDate(),
                        form.plannedEnd(),
                        actor.personId(),
                        actor.officeId(),
                        on,
                        Timestamp.from(now))
                .query(Long.class)
                .single();
        form.gates()
                .forEach(g -> jdbc.sql("insert into start_gate (order_id, gate, number, dated_on) values (?, ?, ?, ?)")
                        .params(id, g.gate().name(), g.number(), g.datedOn())
                        .update());
        return id;
    }

    /** What is already on record for the conditions of the start: gate, number, date. */
    List<KnownGate> known(long caseId) {
        return jdbc.sql(
                        """
                        select 'SUPERVISION' as gate, reg_no as number, happened_on as dated_on
                            from supervision_registration where case_id = :case
                        union all
                        select 'PERMIT', coalesce(permit_no, left(exempt_basis, 60)), coalesce(issue_date, happened_on)
                            from start_permit where case_id = :case and outcome <> 'REFUSED'
                        union all
                        select 'WAGE_ACCOUNT', account_no, happened_on from wage_account where case_id = :case""")
                .param("case", caseId)
                .query(KnownGate.class)
                .list();
    }

    Optional<LocalDate> startBy(long caseId) {
        return jdbc.sql("select start_by from start_permit where case_id = ? and outcome = 'GRANTED'")
                .param(caseId)
                .query(LocalDate.class)
                .optional();
    }

    Optional<StartedOn> started(long caseId) {
        return jdbc.sql("select start_date, planned_end from start_order where case_id = ?")
                .param(caseId)
                .query(StartedOn.class)
                .optional();
    }

    record KnownGate(String gate, String number, LocalDate datedOn) {}

    record StartedOn(LocalDate startDate, LocalDate plannedEnd) {}
}
