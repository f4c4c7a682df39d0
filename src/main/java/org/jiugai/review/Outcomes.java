package org.jiugai.review;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What follows from the opinions: conclusions, modifications, notices, approvals, filings. */
@Repository
class Outcomes {
    private final JdbcClient jdbc;

    Outcomes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void conclude(long roundId, Conclusion proposal, ConclusionForm form, Entry entry) {
        jdbc.sql(
                        """
                        insert into review_conclusion (round_id, proposal, outcome, override_reason, minutes_no, explanation, actor_person,
                        actor_office, happened_on, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        roundId,
                        proposal.name(),
                        form.outcome().name(),
                        form.overrideReason(),
                        form.minutesNo().strip(),
                        form.comment(),
                        entry.actor().personId(),
                        entry.actor().officeId(),
                        entry.happenedOn(),
                        entry.recorded())
                .update();
    }

    Optional<Concluded> conclusion(long roundId) {
        return jdbc.sql("select * from review_conclusion where round_id = ?")
                .param(roundId)
                .query(Concluded.class)
                .optional();
    }

    long save(Modification m, Entry entry) {
        return jdbc.sql(
                        """
                        insert into review_modification (round_id, estimate_before_fen, estimate_after_fen, households_before,
                        households_after, mandatory_class_changed, structure_or_fire, common_part_changed, contribution_changed,
                        condition_altered, major_objection, notices_seen, judgement, override_reason, explanation, actor_person,
                        actor_office, happened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        m.roundId(),
                        m.estimateBeforeFen(),
                        m.estimateAfterFen(),
                        m.householdsBefore(),
                        m.householdsAfter(),
                        m.mandatoryClassChanged(),
                        m.structureOrFire(),
                        m.commonPartChanged(),
                        m.contributionChanged(),
                        m.conditionAltered(),
                        m.majorObjection(),
                        m.noticesSeen(),
                        m.judgement().name(),
                        m.overrideReason(),
                        m.explanation(),
                        entry.actor().personId(),
                        entry.actor().officeId(),
                        entry.happenedOn(),
                        entry.recorded())
                .query(Long.class)
                .single();
    }

    void saveAffected(long modificationId, long requestId) {
        jdbc.sql("insert into review_affected (modification_id, request_id) values (?, ?) on conflict do nothing")
                .params(modificationId, requestId)
                .update();
    }

    List<Long> affected(long modificationId) {
        return jdbc.sql("select request_id from review_affected where modification_id = ?")
                .param(modificationId)
                .query(Long.class)
                .list();
    }

    Modification modification(long modificationId) {
        return jdbc.sql("select * from review_modification where id = ?")
                .param(modificationId)
                .query(Modification.class)
                .single();
    }

    List<Modification> modifications(long roundId) {
        return jdbc.sql("select * from review_modification where round_id = ? order by id")
                .param(roundId)
                .query(Modification.class)
                .list();
    }

    void settle(long modificationId, String grounds, Nature nature, @Nullable String reason, Entry entry) {
        jdbc.sql(
                        """
                        insert into review_modification_verdict (modification_id, grounds, nature, override_reason, recorded_at)
                        values (?, ?, ?, ?, ?)""")
                .params(modificationId, grounds, nature.name(), reason, entry.recorded())
                .update();
    }

    Optional<Nature> nature(long modificationId) {
        return jdbc.sql("select nature from review_modification_verdict where modification_id = ?")
                .param(modificationId)
                .query(Nature.class)
                .optional();
    }

    void saveNotice(long roundId, long communityId, String outcome, Entry entry) {
        jdbc.sql(
                        "insert into review_notice (round_id, community_id, outcome, happened_on, recorded_at) values (?, ?, ?, ?, ?)")
                .params(roundId, communityId, outcome, entry.happenedOn(), entry.recorded())
                .update();
    }

    /** Every notice of the review, oldest first. */
    List<Notice> notices(long reviewId) {
        return jdbc.sql(
                        """
                        select n.id, n.round_id, n.community_id, n.outcome, n.happened_on
                        from review_notice n join review_round r on r.id = n.round_id where r.review_id = ? order by n.id""")
                .param(reviewId)
                .query(Notice.class)
                .list();
    }

    /** The last modification of the review with this nature. */
    Optional<Modification> lastSettled(long reviewId, Nature nature) {
        return jdbc.sql(
                        """
                        select m.* from review_modification m join review_round r on r.id = m.round_id
                        join review_modification_verdict v on v.modification_id = m.id
                        where r.review_id = ? and v.nature = ? order by m.id desc limit 1""")
                .params(reviewId, nature.name())
                .query(Modification.class)
                .optional();
    }

    /** The last notice that a modification of the review has already answered. */
    long noticesAnswered(long reviewId) {
        return jdbc.sql(
                        """
                        select coalesce(max(m.notices_seen), 0) from review_modification m join review_round r on r.id = m.round_id
                        where r.review_id = ?""")
                .param(reviewId)
                .query(Long.class)
                .single();
    }

    long approve(long reviewId, String county, ApprovalForm form, Entry entry) {
        boolean granted = form.decision() == ApprovalDecision.APPROVED;
        return jdbc.sql(
                        """
                        insert into review_approval (review_id, county, decision, approval_no, approved_fen, valid_until,
                        special_conditions, explanation, actor_person, actor_office, happened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        reviewId,
                        county,
                        form.decision().name(),
                        granted && form.approvalNo() != null ? form.approvalNo().strip() : null,
                        granted && form.approvedInvestment() != null
                                ? form.approvedInvestment().fen()
                                : null,
                        granted ? form.validUntil() : null,
                        granted ? form.specialConditions() : null,
                        form.comment(),
                        entry.actor().personId(),
                        entry.actor().officeId(),
                        entry.happenedOn(),
                        entry.recorded())
                .query(Long.class)
                .single();
    }

    boolean approvalNoTaken(String county, String approvalNo) {
        return jdbc.sql("select exists (select 1 from review_approval where county = ? and approval_no = ?)")
                .params(county, approvalNo)
                .query(Boolean.class)
                .single();
    }

    List<Approval> approvals(long reviewId) {
        return jdbc.sql(
                        """
                        select a.id, a.review_id, a.decision, a.approval_no, a.approved_fen, a.valid_until, a.special_conditions,
                        a.explanation, a.actor_person, a.actor_office, a.happened_on, f.filing_no, f.happened_on as filed_on
                        from review_approval a left join review_filing f on f.approval_id = a.id where a.review_id = ? order by a.id""")
                .param(reviewId)
                .query(Approval.class)
                .list();
    }

    void file(long approvalId, FilingForm form, Entry entry) {
        jdbc.sql(
                        """
                        insert into review_filing (approval_id, filing_no, explanation, actor_person, actor_office, happened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        approvalId,
                        form.filingNo().strip(),
                        form.comment(),
                        entry.actor().personId(),
                        entry.actor().officeId(),
                        entry.happenedOn(),
                        entry.recorded())
                .update();
    }
}
