package org.jiugai.acceptance;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiugai.acceptance.FinalAcceptance.PartyResult;
import org.jiugai.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of completion report and final acceptance. */
@Repository
class FinalAcceptanceRows {
    private final JdbcClient jdbc;

    FinalAcceptanceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(long caseId, CompletionReport form, Actor actor, LocalDate on, Instant now) {
        long id = jdbc.sql(
                        """
                        insert into completion_report (case_id, self_check, actor_person, actor_office, happened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?) returning id""")
                .params(caseId, form.selfCheck().name(), actor.personId(), actor.officeId(), on, Timestamp.from(now))
                .query(Long.class)
                .single();
        int row = 0;
        for (CompletionReport.Item item : form.completedItems()) {
            jdbc.sql(
                            """
                            insert into completion_item (report_id, row_no, item, completed, omission_basis)
                            values (?, ?, ?, ?, ?)""")
                    .params(id, ++row, item.item(), item.completed(), item.omissionBasis())
                    .update();
        }
        return id;
    }

    /**
     * @param seats the office and weight of each role
     */
    long add(
            long caseId,
            int attempt,
            FinalAcceptance form,
            Map<String, AcceptanceSeat> seats,
            Actor actor,
            LocalDate on,
            Instant now) {
        long id = jdbc.sql(
                        """
                        insert into final_acceptance (case_id, attempt, notify_date, acceptance_date, resident_reps,
                            actor_person, actor_office, happened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        caseId,
                        attempt,
                        form.notifyDate(),
                        form.acceptanceDate(),
                        form.residentReps(),
                        actor.personId(),
                        actor.officeId(),
                        on,
                        Timestamp.from(now))
                .query(Long.class)
                .single();
        form.partyResults().forEach(r -> addResult(id, r, seats.get(r.role())));
        form.conditions16().stream().distinct().forEach(c -> jdbc.sql(
                        "insert into final_acceptance_condition (acceptance_id, condition) values (?, ?)")
                .params(id, c.name())
                .update());
        int row = 0;
        for (Issue issue : form.rectifyList()) {
            jdbc.sql("insert into final_acceptance_issue (acceptance_id, row_no, content, due_on) values (?, ?, ?, ?)")
                    .params(id, ++row, issue.content(), issue.dueOn())
                    .update();
        }
        return id;
    }

    private void addResult(long id, PartyResult result, @Nullable AcceptanceSeat seat) {
        if (seat == null) throw new IllegalArgumentException("no seat for " + result.role());
        jdbc.sql(
                        """
                        insert into final_acceptance_party (acceptance_id, role, office, weight, result, signatory)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        result.role(),
                        seat.office(),
                        seat.weight().name(),
                        result.result().name(),
                        result.signatory())
                .update();
    }

    void conclude(long acceptanceId, AcceptanceOutcome outcome, Instant now) {
        jdbc.sql(
                        """
                        insert into final_acceptance_outcome (acceptance_id, case_id, outcome, recorded_at)
                        select id, case_id, ?, ? from final_acceptance where id = ?""")
                .params(outcome.name(), Timestamp.from(now), acceptanceId)
                .update();
    }

    Attempt attempt(long acceptanceId) {
        return jdbc.sql(ATTEMPT + " where a.id = ?")
                .param(acceptanceId)
                .query(Attempt.class)
                .single();
    }

    List<Attempt> attempts(long caseId) {
        return jdbc.sql(ATTEMPT + " where a.case_id = ? order by a.attempt")
                .param(caseId)
                .query(Attempt.class)
                .list();
    }

    Optional<Attempt> passed(long caseId) {
        return jdbc.sql(ATTEMPT + " where a.case_id = ? and o.outcome <> 'FAILED'")
                .param(caseId)
                .query(Attempt.class)
                .optional();
    }

    int mandatoryFailures(long acceptanceId) {
        return count(
                "select count(*) from final_acceptance_party where acceptance_id = ? and weight = 'MANDATORY' and result = 'FAIL'",
                acceptanceId);
    }

    int conditionsMet(long acceptanceId) {
        return count("select count(*) from final_acceptance_condition where acceptance_id = ?", acceptanceId);
    }

    int issueCount(long acceptanceId) {
        return count("select count(*) from final_acceptance_issue where acceptance_id = ?", acceptanceId);
    }

    List<Issue> issues(long acceptanceId) {
        return jdbc.sql("select content, due_on from final_acceptance_issue where acceptance_id = ? order by row_no")
                .param(acceptanceId)
                .query(Issue.class)
                .list();
    }

    void add(long caseId, Rectification.Cause cause, Rectification form, Actor actor, Instant now) {
        jdbc.sql(
                        """
                        insert into acceptance_rectification (case_id, cause, measures, actor_person, actor_office,
                            happened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        caseId,
                        cause.name(),
                        form.measures(),
                        actor.personId(),
                        actor.officeId(),
                        form.completedOn(),
                        Timestamp.from(now))
                .update();
    }

    private int count(String sql, long id) {
        return jdbc.sql(sql).param(id).query(Integer.class).single();
    }

    private static final String ATTEMPT =
            """
            select a.id, a.case_id, a.attempt, a.notify_date, a.acceptance_date, a.resident_reps, o.outcome
            from final_acceptance a left join final_acceptance_outcome o on o.acceptance_id = a.id""";

    record Attempt(
            long id,
            long caseId,
            int attempt,
            LocalDate notifyDate,
            LocalDate acceptanceDate,
            int residentReps,
            @Nullable String outcome) {}
}
