package org.jiugai.tender;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.StateConflict;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** TenderRounds of a package's tender: documents, opening, evaluation, award, failure. Rows are only added. */
@Repository
class TenderRounds {
    private final JdbcClient jdbc;

    TenderRounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Round(
            long id, long packageId, int roundNo, LocalDateTime saleStart, LocalDateTime bidDeadline, long ceilingFen) {
        Money ceiling() {
            return Money.ofFen(ceilingFen);
        }
    }

    record Bid(String bidder, long priceFen, boolean sealed) {}

    /** A candidate; {@code outReason} says why it is out of the running, null while it is not. */
    record Candidate(int rank, String bidder, long priceFen, String score, @Nullable String outReason) {
        boolean isAvailable() {
            return outReason == null;
        }
    }

    record Award(long id, long roundId, int rank, String bidder, long priceFen, LocalDate awardDate) {
        Money price() {
            return Money.ofFen(priceFen);
        }
    }

    /** The round under way. */
    Round current(long packageId) {
        return jdbc.sql("select * from tender_round where package_id = ? order by round_no desc limit 1")
                .param(packageId)
                .query(Round.class)
                .optional()
                .orElseThrow(() -> new StateConflict("tender.noRound", "该标段尚未编制招标文件"));
    }

    int count(long packageId) {
        return jdbc.sql("select count(*) from tender_round where package_id = ?")
                .param(packageId)
                .query(Integer.class)
                .single();
    }

    long open(long packageId, TenderDocumentsForm form, LocalDate on, Actor actor, Instant now) {
        return jdbc.sql(
                        """
                        insert into tender_round (package_id, round_no, sale_start, sale_end, bid_deadline, ceiling_fen,
                          bid_bond_fen, bond_share, consortium, evaluation_method, comment, happened_on, person, office, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        packageId,
                        count(packageId) + 1,
                        form.saleStart(),
                        form.saleEnd(),
                        form.bidDeadline(),
                        form.ceilingPrice().fen(),
                        form.bidBond() == null ? null : form.bidBond().fen(),
                        form.performanceBond() == null
                                ? null
                                : Percents.share(form.performanceBond()).toString(),
                        form.consortium(),
                        form.evaluationMethod().name(),
                        form.comment(),
                        on,
                        actor.personId(),
                        actor.officeId(),
                        Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    void opened(long roundId, OpeningForm form, boolean sufficient, Actor actor, Instant now) {
        jdbc.sql(
                        """
                        insert into tender_opening (round_id, open_time, sufficient, comment, happened_on, person, office, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        roundId,
                        form.openTime(),
                        sufficient,
                        form.comment(),
                        form.openTime().toLocalDate(),
                        actor.personId(),
                        actor.officeId(),
                        Timestamp.from(now))
                .update();
        int line = 1;
        for (OpeningForm.Bid bid : form.bidders()) {
            jdbc.sql("insert into tender_bid values (?, ?, ?, ?, ?)")
                    .params(roundId, line++, bid.name().strip(), bid.price().fen(), bid.sealed())
                    .update();
        }
        line = 1;
        for (OpeningForm.Objection o : form.objections()) {
            jdbc.sql("insert into tender_objection values (?, ?, ?, ?, ?)")
                    .params(roundId, line++, o.objector(), o.content(), o.answer())
                    .update();
        }
    }

    List<Bid> bids(long roundId) {
        return jdbc.sql("select bidder, price_fen, sealed from tender_bid where round_id = ? order by line")
                .param(roundId)
                .query(Bid.class)
                .list();
    }

    void evaluated(long roundId, EvaluationForm form, Actor actor, Instant now) {
        jdbc.sql(
                        """
                        insert into tender_evaluation (round_id, decision, report_date, comment, happened_on, person, office, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        roundId,
                        form.decision().name(),
                        form.reportDate(),
                        form.comment(),
                        form.reportDate(),
                        actor.personId(),
                        actor.officeId(),
                        Timestamp.from(now))
                .update();
        int line = 1;
        for (EvaluationForm.Member m : form.committee()) {
            jdbc.sql("insert into tender_committee values (?, ?, ?, ?)")
                    .params(roundId, line++, m.name().strip(), m.kind().name())
                    .update();
        }
        line = 1;
        for (EvaluationForm.Rejection r : form.rejected()) {
            jdbc.sql("insert into tender_rejection values (?, ?, ?, ?)")
                    .params(roundId, line++, r.bidder().strip(), r.reason())
                    .update();
        }
        for (EvaluationForm.Candidate c : form.candidates()) {
            jdbc.sql("insert into tender_candidate values (?, ?, ?, ?, ?)")
                    .params(roundId, c.rank(), c.bidder().strip(), c.price().fen(), c.score())
                    .update();
        }
    }

    Optional<LocalDate> reportDate(long roundId) {
        return jdbc.sql("select report_date from tender_evaluation where round_id = ?")
                .param(roundId)
                .query(LocalDate.class)
                .optional();
    }

    List<Candidate> candidates(long roundId) {
        return jdbc.sql(
                        """
                        select c.rank, c.bidder, c.price_fen, c.score, o.reason out_reason from tender_candidate c
                        left join tender_candidate_out o on o.round_id = c.round_id and o.rank = c.rank
                        where c.round_id = ? order by c.rank""")
                .param(roundId)
                .query(Candidate.class)
                .list();
    }

    void drop(long roundId, int rank, String reason, LocalDate on, Actor actor, Instant now) {
        jdbc.sql("insert into tender_candidate_out values (?, ?, ?, ?, ?, ?, ?)")
                .params(roundId, rank, reason, actor.personId(), actor.officeId(), on, Timestamp.from(now))
                .update();
    }

    long award(long roundId, AwardForm form, Actor actor, Instant now) {
        return jdbc.sql(
                        """
                        insert into tender_award (round_id, rank, price_fen, notice_start, notice_end, award_date, late_reason,
                          comment, happened_on, person, office, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        roundId,
                        form.winner(),
                        Lot.fen(form.awardPrice()),
                        form.noticeStart(),
                        form.noticeEnd(),
                        form.awardDate(),
                        form.lateReason(),
                        form.comment(),
                        form.awardDate(),
                        actor.personId(),
                        actor.officeId(),
                        Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    /** The latest award of the round under way. */
    Award award(long packageId) {
        return findAward(packageId).orElseThrow(() -> new StateConflict("tender.noAward", "该标段尚未定标"));
    }

    Optional<Award> findAward(long packageId) {
        return jdbc.sql(
                        """
                        select a.id, a.round_id, a.rank, c.bidder, a.price_fen, a.award_date from tender_award a
                        join tender_candidate c on c.round_id = a.round_id and c.rank = a.rank
                        where a.round_id = ? order by a.id desc limit 1""")
                .param(current(packageId).id())
                .query(Award.class)
                .optional();
    }

    /** Notes why the round failed, from what was recorded in it. */
    void fail(long roundId, LocalDate on, Instant now) {
        jdbc.sql(
                        """
                        insert into tender_failure (round_id, reason, happened_on, recorded_at)
                        select r.id, case when not o.sufficient then '投标人不足或流标' when e.decision = 'ALL_REJECTED' then '全部投标被否决'
                          else '候选人均放弃或拒签' end, ?, ?
                        from tender_round r join tender_opening o on o.round_id = r.id
                        left join tender_evaluation e on e.round_id = r.id where r.id = ?""")
                .params(on, Timestamp.from(now), roundId)
                .update();
    }

    /** What happened in the rounds of a package, for people: number, deadline, bidders, result. */
    List<List<String>> history(long packageId) {
        return jdbc.sql(
                        """
                        select r.round_no, r.bid_deadline, (select count(*) from tender_bid b where b.round_id = r.id) bids,
                          coalesce(f.reason, case when k.id is not null then '已签合同' when a.round_id is not null then '已定标'
                            when e.round_id is not null then '已评标' when o.round_id is not null then '已开标' else '招标中' end) result
                        from tender_round r left join tender_opening o on o.round_id = r.id
                        left join tender_evaluation e on e.round_id = r.id left join tender_failure f on f.round_id = r.id
                        left join lateral (select id, round_id from tender_award w where w.round_id = r.id order by id desc limit 1) a on true
                        left join contract k on k.award_id = a.id where r.package_id = ? order by r.round_no""")
                .param(packageId)
                .query((row, n) -> List.of(
                        "第" + row.getInt("round_no") + "轮",
                        row.getTimestamp("bid_deadline")
                                .toLocalDateTime()
                                .toString()
                                .replace('T', ' '),
                        row.getString("bids"),
                        row.getString("result")))
                .list();
    }
}
