package org.jiugai.notice;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.policy.Parameters.NoticeStage;
import org.jiugai.worktime.DueDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of notices; only ever added, but for an end that was provisional. */
@Repository
class Notices {
    private static final String NOTICE =
            """
            select n.id notice_id, n.case_id, n.community_id, n.stage, n.requested_on, p.start_date, p.end_date,
                   coalesce(p.provisional, false) provisional, p.contact, c.closed_on, coalesce(c.objections, 0) objections,
                   case when c.notice_id is null or a.answered < c.objections then null
                        when a.major > 0 then 'MAJOR_UPHELD' when a.minor > 0 then 'MINOR_UPHELD' else 'CLEAN' end outcome
            from public_notice n
            left join notice_posting p on p.notice_id = n.id
            left join notice_closing c on c.notice_id = n.id
            cross join lateral (
                select count(r.decision) answered, count(*) filter (where r.decision = 'MAJOR') major,
                       count(*) filter (where r.decision = 'MINOR') minor
                from notice_objection o join notice_reply r on r.objection_id = o.id where o.notice_id = n.id) a
            """;
    private final JdbcClient jdbc;

    Notices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long request(long caseId, long communityId, NoticeStage stage, LocalDate on, Instant now) {
        return jdbc.sql(
                        """
                        insert into public_notice (case_id, community_id, stage, requested_on, recorded_at)
                        values (?, ?, ?, ?, ?) returning id""")
                .params(caseId, communityId, stage.name(), on, Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    PublicNotice get(long noticeId) {
        return jdbc.sql(NOTICE + "where n.id = ?")
                .param(noticeId)
                .query(PublicNotice.class)
                .optional()
                .orElseThrow(() -> new RuleViolation("notice.unknown", "没有编号为 " + noticeId + " 的公示"));
    }

    List<PublicNotice> ofCase(long caseId) {
        return jdbc.sql(NOTICE + "where n.case_id = ? order by n.id")
                .param(caseId)
                .query(PublicNotice.class)
                .list();
    }

    List<PublicNotice> ofCommunity(long communityId) {
        return jdbc.sql(NOTICE + "where n.community_id = ? order by n.id")
                .param(communityId)
                .query(PublicNotice.class)
                .list();
    }

    void post(long noticeId, PostingForm form, DueDate end, Actor actor, Instant now) {
        jdbc.sql(
                        """
                        insert into notice_posting (notice_id, start_date, days, day_type, counted_end, end_date, provisional,
                            contact, person, office, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        noticeId,
                        form.startDate(),
                        form.days(),
                        form.dayType().name(),
                        end.raw(),
                        end.effective(),
                        end.provisional(),
                        form.contact(),
                        actor.personId(),
                        actor.officeId(),
                        Timestamp.from(now))
                .update();
    }

    void moveEnd(long noticeId, DueDate end) {
        jdbc.sql(
                        """
                        update notice_posting set counted_end = ?, end_date = ?, provisional = ? where notice_id = ?
                        and not exists (select 1 from notice_closing c where c.notice_id = notice_posting.notice_id)""")
                .params(end.raw(), end.effective(), end.provisional(), noticeId)
                .update();
    }

    /** @param households of the first objections, those that came over the public page; a missing one is unknown */
    void close(PublicNotice notice, ClosingForm form, List<Optional<Long>> households, Actor actor, Instant now) {
        jdbc.sql(
                        """
                        insert into notice_closing (notice_id, end_date, closed_on, objections, person, office, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        notice.noticeId(),
                        notice.endDate(),
                        form.closedOn(),
                        form.objections().size(),
                        actor.personId(),
                        actor.officeId(),
                        Timestamp.from(now))
                .update();
        int no = 0;
        for (ClosingForm.Objection objection : form.objections()) {
            Long household = no < households.size() ? households.get(no).orElse(null) : null;
            jdbc.sql(
                            """
                            insert into notice_objection (notice_id, no, objector, anonymous, content, unit_id) values (?, ?, ?, ?, ?, ?)""")
                    .params(
                            notice.noticeId(),
                            ++no,
                            objection.objector(),
                            objection.anonymous(),
                            objection.content(),
                            household)
                    .update();
        }
    }

    List<ReceivedObjection> objections(long noticeId) {
        return jdbc.sql(
                        """
                        select o.id, o.notice_id, o.no, o.objector, o.anonymous, o.content, r.decision, r.reply, r.replied_on
                        from notice_objection o left join notice_reply r on r.objection_id = o.id
                        where o.notice_id = ? order by o.no""")
                .param(noticeId)
                .query(ReceivedObjection.class)
                .list();
    }

    void object(long noticeId, NewObjection objection, Instant now) {
        jdbc.sql(
                        """
                        insert into online_objection (notice_id, unit_id, objector, anonymous, content, received_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        noticeId,
                        objection.unitId(),
                        objection.anonymous() ? null : objection.objector(),
                        objection.anonymous(),
                        objection.content().strip(),
                        Timestamp.from(now))
                .update();
    }

    List<ClosingForm.Objection> online(long noticeId) {
        return jdbc.sql("select objector, anonymous, content from online_objection where notice_id = ? order by id")
                .param(noticeId)
                .query(ClosingForm.Objection.class)
                .list();
    }

    /** Of each of them, in the same order, the household that came with its code. */
    List<Optional<Long>> households(long noticeId) {
        return jdbc.sql("select unit_id from online_objection where notice_id = ? order by id")
                .param(noticeId)
                .query((row, n) -> Optional.ofNullable(row.getObject("unit_id", Long.class)))
                .list();
    }

    /** The households whose objections a closed notice has; one that stayed anonymous is nobody's to tell. */
    List<Long> objecting(long noticeId) {
        return jdbc.sql(
                        "select distinct unit_id from notice_objection where notice_id = ? and unit_id is not null and not anonymous order by 1")
                .param(noticeId)
                .query(Long.class)
                .list();
    }

    List<HouseholdObjection> ofUnit(long unitId) {
        return jdbc.sql(
                        """
                        select n.id as notice_id, n.stage, o.content, r.decision, r.reply, r.replied_on
                        from notice_objection o join public_notice n on n.id = o.notice_id left join notice_reply r on r.objection_id = o.id
                        where o.unit_id = :unit
                        union all
                        select n.id, n.stage, o.content, null, null, null
                        from online_objection o join public_notice n on n.id = o.notice_id
                        where o.unit_id = :unit and not exists (select 1 from notice_closing c where c.notice_id = o.notice_id)
                        order by notice_id""")
                .param("unit", unitId)
                .query(HouseholdObjection.class)
                .list();
    }

    void reply(ReceivedObjection objection, RepliesForm.Reply reply, Actor actor, Instant now) {
        jdbc.sql(
                        """
                        insert into notice_reply (objection_id, affected_items, decision, reply, replied_on, late_reason,
                            person, office, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        objection.id(),
                        reply.affectedItems(),
                        reply.decision().name(),
                        reply.reply(),
                        reply.replyDate(),
                        reply.lateReason(),
                        actor.personId(),
                        actor.officeId(),
                        Timestamp.from(now))
                .update();
    }
}
