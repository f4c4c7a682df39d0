package org.jiugai.review;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Opinions, their conditions, and what the bodies said of them later. Rows are only ever added. */
@Repository
class Opinions {
    private static final String CONDITIONS =
            """
            select c.id, s.request_id, s.body_name, s.weight = 'MANDATORY' as mandatory, c.opinion_id, c.item_no, c.content, c.result,
            c.reason, c.actor_name, c.happened_on, c.closed
            from review_standing s join review_condition_state c on c.opinion_id = s.opinion_id where %s order by s.request_id, c.item_no""";
    private final JdbcClient jdbc;

    Opinions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An opinion as it is to be recorded. */
    record Given(
            long requestId,
            Opinion opinion,
            @Nullable String legalGround,
            String reviewer,
            @Nullable String explanation,
            boolean enteredFor,
            boolean bySilence,
            @Nullable Long supersedes) {}

    long save(Given given, List<OpinionForm.Condition> conditions, Entry entry) {
        long opinion = jdbc.sql(
                        """
                        insert into review_opinion (request_id, opinion, legal_ground, reviewer, explanation, entered_for, by_silence,
                        supersedes, actor_person, actor_office, actor_name, happened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        given.requestId(),
                        given.opinion().name(),
                        given.legalGround(),
                        given.reviewer(),
                        given.explanation(),
                        given.enteredFor(),
                        given.bySilence(),
                        given.supersedes(),
                        entry.actor().personId(),
                        entry.actor().officeId(),
                        entry.actor().shown(),
                        entry.happenedOn(),
                        entry.recorded())
                .query(Long.class)
                .single();
        int item = 0;
        for (OpinionForm.Condition condition : conditions) {
            jdbc.sql("insert into review_condition (opinion_id, item_no, content) values (?, ?, ?)")
                    .params(opinion, ++item, condition.content().strip())
                    .update();
        }
        return opinion;
    }

    void save(long opinionId, int line, ExpertForm.Expert expert) {
        jdbc.sql(
                        """
                        insert into review_expert (opinion_id, line_no, name, unit, speciality, verdict, score_tenths, key_risks, recusal)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        opinionId,
                        line,
                        expert.name().strip(),
                        expert.unit().strip(),
                        expert.speciality().name(),
                        expert.verdict().name(),
                        expert.score() == null
                                ? null
                                : expert.score().movePointRight(1).intValueExact(),
                        expert.keyRisks(),
                        expert.recusal())
                .update();
    }

    List<Standing> standings(long roundId) {
        return jdbc.sql("select * from review_standing where round_id = ? order by request_id")
                .param(roundId)
                .query(Standing.class)
                .list();
    }

    Standing standing(long requestId) {
        return jdbc.sql("select * from review_standing where request_id = ?")
                .param(requestId)
                .query(Standing.class)
                .single();
    }

    /** The standing of the body whose own request this opinion answers, when the opinion counts. */
    Optional<Standing> ofOpinion(long opinionId) {
        return jdbc.sql("select * from review_standing where opinion_id = ? order by request_id limit 1")
                .param(opinionId)
                .query(Standing.class)
                .optional();
    }

    /** What the same body said in earlier rounds, latest first. */
    List<Standing> earlier(Request request) {
        return jdbc.sql(
                        """
                        select s.* from review_standing s join review_round r on r.id = s.round_id
                        join review_round mine on mine.review_id = r.review_id and mine.id = ?
                        where s.role = ? and s.office is not distinct from ? and s.opinion_id is not null
                        and s.carried_from is null and r.round_no < mine.round_no order by r.round_no desc""")
                .params(request.roundId(), request.role(), request.office())
                .query(Standing.class)
                .list();
    }

    List<Condition> conditionsOfRound(long roundId) {
        return conditions("s.round_id = ?", roundId);
    }

    List<Condition> conditionsOfRequest(long requestId) {
        return conditions("s.request_id = ?", requestId);
    }

    private List<Condition> conditions(String which, long id) {
        return jdbc.sql(CONDITIONS.formatted(which))
                .param(id)
                .query(Condition.class)
                .list();
    }

    void check(long conditionId, String result, @Nullable String reason, Entry entry) {
        jdbc.sql(
                        """
                        insert into review_condition_check (condition_id, result, reason, actor_person, actor_office, actor_name,
                        happened_on, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        conditionId,
                        result,
                        reason,
                        entry.actor().personId(),
                        entry.actor().officeId(),
                        entry.actor().shown(),
                        entry.happenedOn(),
                        entry.recorded())
                .update();
    }

    /** Why the body contests what was entered for it. */
    String contestReason(long opinionId) {
        return jdbc.sql("select reason from review_contest where opinion_id = ?")
                .param(opinionId)
                .query(String.class)
                .single();
    }

    void contest(long opinionId, String reason, Entry entry) {
        jdbc.sql(
                        """
                        insert into review_contest (opinion_id, reason, actor_person, actor_office, happened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        opinionId,
                        reason,
                        entry.actor().personId(),
                        entry.actor().officeId(),
                        entry.happenedOn(),
                        entry.recorded())
                .update();
    }
}
