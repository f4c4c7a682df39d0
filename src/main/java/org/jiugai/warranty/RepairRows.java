package org.jiugai.warranty;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.jiugai.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of one defect's repair. */
@Repository
class RepairRows {
    private final JdbcClient jdbc;

    RepairRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(
            long defectId,
            RepairDispatch form,
            LocalDate until,
            boolean within,
            Actor actor,
            LocalDate on,
            Instant now) {
        return jdbc.sql(
                        """
                        insert into defect_dispatch (defect_id, decision, defect_type, urgent, warranty_until, within_warranty,
                            comment, actor_person, actor_office, happened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        defectId,
                        form.decision().name(),
                        form.defectType().name(),
                        form.urgent(),
                        until,
                        within,
                        form.comment(),
                        actor.personId(),
                        actor.officeId(),
                        on,
                        Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    long add(long defectId, Repair form, Actor actor, Instant now) {
        return jdbc.sql(
                        """
                        insert into defect_repair (defect_id, measures, actor_person, actor_office, happened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        defectId,
                        form.measures(),
                        actor.personId(),
                        actor.officeId(),
                        form.repairedAt(),
                        Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    long add(long defectId, RepairCheck form, Actor actor, LocalDate on, Instant now) {
        boolean byOthers = form.result() == RepairCheck.Result.THIRD_PARTY;
        return jdbc.sql(
                        """
                        insert into repair_check (defect_id, result, cost_fen, payee, deduct_from, comment, actor_person,
                            actor_office, happened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        defectId,
                        form.result().name(),
                        byOthers && form.thirdPartyCost() != null
                                ? form.thirdPartyCost().fen()
                                : null,
                        byOthers ? form.payee() : null,
                        byOthers && form.deductFrom() != null
                                ? form.deductFrom().name()
                                : null,
                        form.comment(),
                        actor.personId(),
                        actor.officeId(),
                        on,
                        Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    /** Whether the contractor has reported a repair since the defect was last sent to him. */
    boolean isRepaired(long defectId) {
        return jdbc.sql(
                        """
                        select exists (select 1 from defect_repair r where r.defect_id = :defect and r.recorded_at >=
                            (select max(d.recorded_at) from defect_dispatch d where d.defect_id = :defect))""")
                .param("defect", defectId)
                .query(Boolean.class)
                .single();
    }

    void remind(long defectId, LocalDate on, Instant now) {
        jdbc.sql(
                        """
                        insert into repair_reminder (defect_id, no, reminded_on, recorded_at)
                        values (:defect, (select coalesce(max(no), 0) + 1 from repair_reminder where defect_id = :defect), :on, :now)""")
                .param("defect", defectId)
                .param("on", on)
                .param("now", Timestamp.from(now))
                .update();
    }

    void close(long defectId, String how, LocalDate on, Instant now) {
        jdbc.sql("insert into defect_closure (defect_id, how, closed_on, closed_at) values (?, ?, ?, ?)")
                .params(defectId, how, on, Timestamp.from(now))
                .update();
    }
}
