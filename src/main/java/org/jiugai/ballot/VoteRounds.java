package org.jiugai.ballot;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of proposals and rounds; only ever added. */
@Repository
class VoteRounds {
    private static final String ROUND =
            """
            select r.id, r.case_id, r.community_id, r.registered_id, r.attempt, r.organiser, r.unreturned, n.notice_date, n.starts_at, n.ends_at,
                   n.contact, (select count(*) from vote_count c where c.round_id = r.id) as counts, f.passed, f.concluded_on,
                   exists (select 1 from vote_abandonment a where a.round_id = r.id) as abandoned
            from vote_round r left join vote_notice n on n.round_id = r.id left join vote_conclusion f on f.round_id = r.id
            """;
    private final JdbcClient jdbc;

    VoteRounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Item(int no, int item, String content) {}

    void propose(long caseId, long communityId, String planVersion, Map<Matter, StatutoryItem> matters, Instant now) {
        long id = jdbc.sql(
                        """
                        insert into vote_proposal (case_id, community_id, plan_version, recorded_at) values (?, ?, ?, ?) returning id""")
                .params(caseId, communityId, planVersion, Timestamp.from(now))
                .query(Long.class)
                .single();
        matters.forEach((matter, item) -> jdbc.sql("insert into vote_proposal_matter values (?, ?, ?)")
                .params(id, matter.name(), item.no())
                .update());
    }

    /** The matters of the community's latest plan, and to which item each belongs. */
    Map<Matter, StatutoryItem> proposed(long communityId) {
        return jdbc
                .sql(
                        """
                        select matter, item from vote_proposal_matter
                        where proposal_id = (select max(id) from vote_proposal where community_id = ?)""")
                .param(communityId)
                .query((row, n) ->
                        Map.entry(Matter.valueOf(row.getString("matter")), StatutoryItem.of(row.getInt("item"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    long setUp(
            long caseId,
            long communityId,
            long registeredId,
            Unreturned unreturned,
            VoteSetUpForm form,
            LocalDate on,
            Actor actor,
            Instant now) {
        long id = jdbc.sql(
                        """
                        insert into vote_round (case_id, community_id, registered_id, attempt, organiser, unreturned, comment, person, office,
                            set_up_on, recorded_at)
                        values (:case, :community, :registered, (select count(*) + 1 from vote_round where community_id = :community),
                            :organiser, :unreturned, :comment, :person, :office, :on, :now) returning id""")
                .param("case", caseId)
                .param("community", communityId)
                .param("registered", registeredId)
                .param("organiser", form.organiser().strip())
                .param("unreturned", unreturned.name())
                .param("comment", form.comment())
                .param("person", actor.personId())
                .param("office", actor.officeId())
                .param("on", on)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
        int no = 1;
        for (VoteSetUpForm.Item item : form.items()) {
            jdbc.sql("insert into vote_item values (?, ?, ?, ?)")
                    .params(id, no++, item.item().no(), item.content().strip())
                    .update();
        }
        return id;
    }

    void confirm(long roundId, VoteConfirmationForm form, LocalDate on, Actor actor, Instant now) {
        jdbc.sql(
                        """
                        insert into vote_confirmation (round_id, confirmed, reason, person, office, happened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        roundId,
                        form.decision() == VoteConfirmationForm.Decision.CONFIRMED,
                        form.comment(),
                        actor.personId(),
                        actor.officeId(),
                        on,
                        Timestamp.from(now))
                .update();
    }

    void notify(
            long roundId, VoteNoticeForm form, int noticeDays, Instant starts, Instant ends, Actor actor, Instant now) {
        jdbc.sql(
                        """
                        insert into vote_notice (round_id, notice_date, committee_informed, starts_at, ends_at, contact, notice_days, person,
                            office, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        roundId,
                        form.noticeDate(),
                        form.committeeInformed(),
                        Timestamp.from(starts),
                        Timestamp.from(ends),
                        form.contact().strip(),
                        noticeDays,
                        actor.personId(),
                        actor.officeId(),
                        Timestamp.from(now))
                .update();
    }

    void conclude(long roundId, long countId, boolean passed, LocalDate on, Instant now) {
        jdbc.sql(
                        "insert into vote_conclusion (round_id, count_id, passed, concluded_on, recorded_at) values (?, ?, ?, ?, ?)")
                .params(roundId, countId, passed, on, Timestamp.from(now))
                .update();
    }

    void decideFailed(long roundId, FailedVoteForm form, LocalDate on, Actor actor, Instant now) {
        jdbc.sql(
                        """
                        insert into failed_vote_decision (round_id, decision, reason, person, office, happened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        roundId,
                        form.decision().name(),
                        form.comment(),
                        actor.personId(),
                        actor.officeId(),
                        on,
                        Timestamp.from(now))
                .update();
    }

    /** Ends the rounds of the community that have no result. */
    void abandon(long communityId, String reason, LocalDate on, Instant now) {
        jdbc.sql(
                        """
                        insert into vote_abandonment (round_id, reason, happened_on, recorded_at)
                        select r.id, :reason, :on, :now from vote_round r
                        where r.community_id = :community and not exists (select 1 from vote_conclusion f where f.round_id = r.id)
                        on conflict do nothing""")
                .param("community", communityId)
                .param("reason", reason)
                .param("on", on)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Lets paper ballots and a count of the round follow each other until the transaction ends. */
    void lock(long roundId) {
        jdbc.sql("select round_id from vote_notice where round_id = ? for update")
                .param(roundId)
                .query(Long.class)
                .optional();
    }

    /** The day on which the legal reviewer let the round go on. */
    LocalDate confirmedOn(long roundId) {
        return jdbc.sql("select happened_on from vote_confirmation where round_id = ? and confirmed")
                .param(roundId)
                .query(LocalDate.class)
                .single();
    }

    VoteRound get(long roundId) {
        return jdbc.sql(ROUND + "where r.id = ?")
                .param(roundId)
                .query(VoteRound.class)
                .optional()
                .orElseThrow(() -> new RuleViolation("ballot.unknownRound", "没有编号为 " + roundId + " 的表决"));
    }

    Optional<VoteRound> latest(long communityId) {
        return jdbc.sql(ROUND + "where r.community_id = ? order by r.id desc limit 1")
                .param(communityId)
                .query(VoteRound.class)
                .optional();
    }

    List<VoteRound> ofCase(long caseId) {
        return jdbc.sql(ROUND + "where r.case_id = ? order by r.id")
                .param(caseId)
                .query(VoteRound.class)
                .list();
    }

    List<VoteRound> ofRegistered(long registeredId) {
        return jdbc.sql(ROUND + "where r.registered_id = ? order by r.id desc")
                .param(registeredId)
                .query(VoteRound.class)
                .list();
    }

    List<Item> items(long roundId) {
        return jdbc.sql("select no, item, content from vote_item where round_id = ? order by no")
                .param(roundId)
                .query(Item.class)
                .list();
    }
}
