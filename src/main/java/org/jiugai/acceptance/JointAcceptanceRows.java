package org.jiugai.acceptance;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiugai.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of joint acceptance: rounds, the seats asked in each, their opinions. */
@Repository
class JointAcceptanceRows {
    private final JdbcClient jdbc;

    JointAcceptanceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long addRound(long caseId, int round, LocalDate on) {
        return jdbc.sql("insert into joint_round (case_id, round, opened_on) values (?, ?, ?) returning id")
                .params(caseId, round, on)
                .query(Long.class)
                .single();
    }

    long addSeat(long roundId, AcceptanceSeat seat) {
        return jdbc.sql(
                        """
                        insert into joint_seat (round_id, role, level, office, weight) values (?, ?, ?, ?, ?) returning id""")
                .params(
                        roundId,
                        seat.role(),
                        seat.level().name(),
                        seat.office(),
                        seat.weight().name())
                .query(Long.class)
                .single();
    }

    void add(long seatId, JointOpinion form, Actor actor, LocalDate on, Instant now) {
        jdbc.sql(
                        """
                        insert into joint_opinion (seat_id, opinion, comment, actor_person, actor_office, happened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        seatId,
                        form.opinion().name(),
                        form.comment(),
                        actor.personId(),
                        actor.officeId(),
                        on,
                        Timestamp.from(now))
                .update();
        int row = 0;
        for (Issue issue : form.items()) {
            jdbc.sql("insert into joint_issue (seat_id, row_no, content, due_on) values (?, ?, ?, ?)")
                    .params(seatId, ++row, issue.content(), issue.dueOn())
                    .update();
        }
    }

    Optional<Round> lastRound(long caseId) {
        return jdbc.sql("select id, round from joint_round where case_id = ? order by round desc limit 1")
                .param(caseId)
                .query(Round.class)
                .optional();
    }

    Seat seat(long seatId) {
        return jdbc.sql(SEATS + " where s.id = ?")
                .param(seatId)
                .query(Seat.class)
                .single();
    }

    List<Seat> seats(long roundId) {
        return jdbc.sql(SEATS + " where s.round_id = ? order by s.id")
                .param(roundId)
                .query(Seat.class)
                .list();
    }

    List<Seat> ofCase(long caseId) {
        return jdbc.sql(SEATS + " where r.case_id = ? order by s.id")
                .param(caseId)
                .query(Seat.class)
                .list();
    }

    int issueCount(long roundId) {
        return jdbc.sql("select count(*) from joint_issue i join joint_seat s on s.id = i.seat_id where s.round_id = ?")
                .param(roundId)
                .query(Integer.class)
                .single();
    }

    private static final String SEATS =
            """
            select s.id, r.case_id, r.round, s.role, s.level, s.office, s.weight, o.opinion, o.happened_on, o.comment
            from joint_seat s join joint_round r on r.id = s.round_id left join joint_opinion o on o.seat_id = s.id""";

    record Round(long id, int round) {}

    record Seat(
            long id,
            long caseId,
            int round,
            String role,
            String level,
            String office,
            String weight,
            @Nullable String opinion,
            @Nullable LocalDate happenedOn,
            @Nullable String comment) {
        boolean refuses() {
            return "MANDATORY".equals(weight)
                    && JointOpinion.Opinion.FAIL.name().equals(opinion);
        }
    }
}
