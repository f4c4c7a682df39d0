package org.jiugai.notice;

import java.util.List;
import java.util.stream.Stream;
import org.jiugai.casefile.CaseFact;
import org.jiugai.casefile.CaseFact.Kind;
import org.jiugai.casefile.CaseFacts;
import org.jiugai.policy.Parameters.NoticeStage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notices and objections in the story of a case. */
@Component
class NoticeChronicle implements CaseFacts {
    private final JdbcClient jdbc;

    NoticeChronicle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CaseFact> of(long caseId) {
        return Stream.of(posted(caseId), closed(caseId), objected(caseId), replied(caseId))
                .flatMap(List::stream)
                .toList();
    }

    private List<CaseFact> posted(long caseId) {
        return told(
                caseId,
                Kind.NOTICE,
                row -> "%s公示发布：%s，%s至%s，共%d%s"
                        .formatted(
                                PublicNotice.name(NoticeStage.valueOf(row.getString("stage"))),
                                row.getString("community"),
                                row.getDate("start_date"),
                                row.getDate("end_date"),
                                row.getInt("days"),
                                row.getString("day_type").equals("WORKING") ? "个工作日" : "日"),
                """

                select p.start_date as happened_on, p.recorded_at, p.person, p.office, n.stage, m.name as community, p.start_date,
                       p.end_date, p.days, p.day_type
                from notice_posting p join public_notice n on n.id = p.notice_id join listed_community m on m.id = n.community_id
                where n.case_id = :caseId""");
    }

    private List<CaseFact> closed(long caseId) {
        return told(
                caseId,
                Kind.NOTICE,
                row -> "%s公示结束：%s，收到异议%d件"
                        .formatted(
                                PublicNotice.name(NoticeStage.valueOf(row.getString("stage"))),
                                row.getString("community"),
                                row.getInt("objections")),
                """

                select c.closed_on as happened_on, c.recorded_at, c.person, c.office, n.stage, m.name as community, c.objections
                from notice_closing c join public_notice n on n.id = c.notice_id join listed_community m on m.id = n.community_id
                where n.case_id = :caseId""");
    }

    private List<CaseFact> objected(long caseId) {
        return told(
                caseId,
                Kind.ISSUE,
                row -> "公示异议：" + row.getString("content"),
                """

                select c.closed_on as happened_on, c.recorded_at, c.person, c.office, o.content
                from notice_objection o join notice_closing c on c.notice_id = o.notice_id join public_notice n on n.id = c.notice_id
                where n.case_id = :caseId""");
    }

    private List<CaseFact> replied(long caseId) {
        return told(
                caseId,
                Kind.NOTICE,
                row -> "异议%s：%s"
                        .formatted(
                                ObjectionDecision.valueOf(row.getString("decision"))
                                        .label(),
                                row.getString("reply")),
                """

                select r.replied_on as happened_on, r.recorded_at, r.person, r.office, r.decision, r.reply
                from notice_reply r join notice_objection o on o.id = r.objection_id join public_notice n on n.id = o.notice_id
                where n.case_id = :caseId""");
    }

    private List<CaseFact> told(long caseId, Kind kind, CaseFact.Words words, String sql) {
        return jdbc.sql(sql)
                .param("caseId", caseId)
                .query(CaseFact.rows(kind, words))
                .list();
    }
}
