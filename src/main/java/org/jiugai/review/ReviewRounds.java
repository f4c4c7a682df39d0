package org.jiugai.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.policy.Parameters.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reviews, their intake, rounds and the bodies asked. */
@Repository
class ReviewRounds {
    private final JdbcClient jdbc;

    ReviewRounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The running review of a case, opened when there is none. */
    long running(long caseId, Entry entry) {
        return jdbc.sql("select id from joint_review where case_id = ? and outcome is null")
                .param(caseId)
                .query(Long.class)
                .optional()
                .orElseGet(() -> jdbc.sql(
                                "insert into joint_review (case_id, opened_on, opened_at) values (?, ?, ?) returning id")
                        .params(caseId, entry.happenedOn(), entry.recorded())
                        .query(Long.class)
                        .single());
    }

    Optional<Long> latest(long caseId) {
        return jdbc.sql("select id from joint_review where case_id = ? order by id desc limit 1")
                .param(caseId)
                .query(Long.class)
                .optional();
    }

    long caseOf(long reviewId) {
        return jdbc.sql("select case_id from joint_review where id = ?")
                .param(reviewId)
                .query(Long.class)
                .single();
    }

    void close(long reviewId, String outcome, LocalDate on) {
        jdbc.sql("update joint_review set outcome = ?, closed_on = ? where id = ?")
                .params(outcome, on, reviewId)
                .update();
    }

    boolean wasSupplemented(long reviewId) {
        return jdbc.sql("select exists (select 1 from review_intake where review_id = ? and decision = 'SUPPLEMENT')")
                .param(reviewId)
                .query(Boolean.class)
                .single();
    }

    long saveIntake(long reviewId, IntakeForm form, String chairOffice, Entry entry) {
        long intake = jdbc.sql(
                        """
                        insert into review_intake (review_id, decision, chair_office, explanation, actor_person, actor_office,
                        happened_on, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        reviewId,
                        form.decision().name(),
                        chairOffice,
                        form.comment(),
                        entry.actor().personId(),
                        entry.actor().officeId(),
                        entry.happenedOn(),
                        entry.recorded())
                .query(Long.class)
                .single();
        int line = 0;
        for (IntakeForm.Material m : form.materials()) {
            jdbc.sql(
                            "insert into review_intake_material (intake_id, line_no, name, complete, remark) values (?, ?, ?, ?, ?)")
                    .params(intake, ++line, m.name(), m.complete(), m.remark())
                    .update();
        }
        return intake;
    }

    void saveParticipant(long intakeId, String role, Level level) {
        jdbc.sql("insert into review_participant (intake_id, role, level) values (?, ?, ?)")
                .params(intakeId, role, level.name())
                .update();
    }

    /** The bodies that the accepted intake named, as {@code role:LEVEL}. */
    List<String> participants(long reviewId) {
        return jdbc.sql(
                        """
                        select p.role || ':' || p.level from review_participant p join review_intake i on i.id = p.intake_id
                        where i.review_id = ? and i.decision = 'ACCEPTED'""")
                .param(reviewId)
                .query(String.class)
                .list();
    }

    long save(Round round, Entry entry) {
        return jdbc.sql(
                        """
                        insert into review_round (review_id, round_no, cause, scope, chair_office, estimate_fen, households,
                        plan_versions, structure_changed, common_part_changed, opened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        round.reviewId(),
                        round.roundNo(),
                        round.cause(),
                        round.scope(),
                        round.chairOffice(),
                        round.estimateFen(),
                        round.households(),
                        round.planVersions(),
                        round.structureChanged(),
                        round.commonPartChanged(),
                        round.openedOn(),
                        entry.recorded())
                .query(Long.class)
                .single();
    }

    Round get(long roundId) {
        return jdbc.sql("select * from review_round where id = ?")
                .param(roundId)
                .query(Round.class)
                .single();
    }

    List<Round> ofReview(long reviewId) {
        return jdbc.sql("select * from review_round where review_id = ? order by round_no")
                .param(reviewId)
                .query(Round.class)
                .list();
    }

    void savePlan(long roundId, long communityId, long planId) {
        jdbc.sql("insert into review_round_plan (round_id, community_id, plan_id) values (?, ?, ?)")
                .params(roundId, communityId, planId)
                .update();
    }

    /** The plan version of a community that the bodies of a round reviewed. */
    Optional<Long> plan(long roundId, long communityId) {
        return jdbc.sql("select plan_id from review_round_plan where round_id = ? and community_id = ?")
                .params(roundId, communityId)
                .query(Long.class)
                .optional();
    }

    void save(Request request) {
        jdbc.sql(
                        """
                        insert into review_request (round_id, role, office, body_name, weight, silence_consent, due_on, remind_on,
                        escalate_on, carried_from) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        request.roundId(),
                        request.role(),
                        request.office(),
                        request.bodyName(),
                        request.weight().name(),
                        request.silenceConsent(),
                        request.dueOn(),
                        request.remindOn(),
                        request.escalateOn(),
                        request.carriedFrom())
                .update();
    }

    Request request(long requestId) {
        return jdbc.sql("select * from review_request where id = ?")
                .param(requestId)
                .query(Request.class)
                .optional()
                .orElseThrow(() -> new RuleViolation("review.unknownRequest", "没有编号为 " + requestId + " 的征求意见事项"));
    }

    List<Request> requests(long roundId) {
        return jdbc.sql("select * from review_request where round_id = ? order by id")
                .param(roundId)
                .query(Request.class)
                .list();
    }

    /** Notes that a body was reminded or escalated; a second time changes nothing and gives false. */
    boolean note(long requestId, String kind, LocalDate on, Entry entry) {
        return jdbc.sql(
                                """
                        insert into review_request_event (request_id, kind, happened_on, recorded_at) values (?, ?, ?, ?)
                        on conflict do nothing""")
                        .params(requestId, kind, on, entry.recorded())
                        .update()
                == 1;
    }

    List<Long> toRemind(LocalDate today) {
        return jdbc.sql(
                        """
                        select r.id from review_request r where r.remind_on <= ? and r.carried_from is null
                        and not exists (select 1 from review_opinion o where o.request_id = r.id)
                        and not exists (select 1 from review_request_event e where e.request_id = r.id and e.kind = 'REMINDED')
                        order by r.id""")
                .param(today)
                .query(Long.class)
                .list();
    }

    /** Only bodies that are asked in this round and have not answered get another date. */
    void move(long roundId, OpinionDeadlines.Deadline deadline, LocalDate day) {
        jdbc.sql(
                        """
                        update review_request r set %s = ? where r.round_id = ? and r.carried_from is null
                        and not exists (select 1 from review_opinion o where o.request_id = r.id)"""
                                .formatted(deadline.column()))
                .params(day, roundId)
                .update();
    }

    List<String> events(long requestId) {
        return jdbc.sql(
                        """
                        select case kind when 'REMINDED' then '已催办 ' else '已督办 ' end || happened_on from review_request_event
                        where request_id = ? order by recorded_at""")
                .param(requestId)
                .query(String.class)
                .list();
    }
}
