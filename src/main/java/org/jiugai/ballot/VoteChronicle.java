package org.jiugai.ballot;

import java.util.List;
import java.util.stream.Stream;
import org.jiugai.casefile.CaseFact;
import org.jiugai.casefile.CaseFact.Kind;
import org.jiugai.casefile.CaseFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The owners' votes in the story of a case, in totals only. */
@Component
class VoteChronicle implements CaseFacts {
    private final JdbcClient jdbc;

    VoteChronicle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CaseFact> of(long caseId) {
        return Stream.of(
                        setUp(caseId),
                        confirmed(caseId),
                        notified(caseId),
                        counted(caseId),
                        failed(caseId),
                        abandoned(caseId),
                        unsealed(caseId))
                .flatMap(List::stream)
                .toList();
    }

    private List<CaseFact> setUp(long caseId) {
        return told(
                caseId,
                row -> "设置表决事项：%s第%d次，%s"
                        .formatted(row.getString("community"), row.getInt("attempt"), row.getString("items")),
                """

                select r.set_up_on as happened_on, r.recorded_at, r.person, r.office, m.name as community, r.attempt,
                       (select string_agg(i.content, '；' order by i.no) from vote_item i where i.round_id = r.id) as items
                from vote_round r join listed_community m on m.id = r.community_id where r.case_id = :caseId""");
    }

    private List<CaseFact> confirmed(long caseId) {
        return told(
                caseId,
                row -> row.getBoolean("confirmed") ? "核定表决事项" : "退回表决事项：" + row.getString("reason"),
                """

                select c.happened_on, c.recorded_at, c.person, c.office, c.confirmed, c.reason
                from vote_confirmation c join vote_round r on r.id = c.round_id where r.case_id = :caseId""");
    }

    private List<CaseFact> notified(long caseId) {
        return told(
                caseId,
                row -> "通知全体业主：%s，名册%d人，投票%s至%s"
                        .formatted(
                                row.getString("community"),
                                row.getInt("voters"),
                                row.getString("starts"),
                                row.getString("ends")),
                """

                select n.notice_date as happened_on, n.recorded_at, n.person, n.office, m.name as community,
                       to_char(n.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as starts,
                       to_char(n.ends_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as ends,
                       (select count(*) from roll_entry e where e.round_id = n.round_id) as voters
                from vote_notice n join vote_round r on r.id = n.round_id join listed_community m on m.id = r.community_id
                where r.case_id = :caseId""");
    }

    private List<CaseFact> counted(long caseId) {
        return told(
                caseId,
                row -> "计票：%s，参与%d人、同意%d人，%s"
                        .formatted(
                                row.getString("content"),
                                row.getInt("participated_persons"),
                                row.getInt("agreed_persons"),
                                row.getBoolean("passed") ? "通过" : "未通过"),
                """

                select c.counted_on as happened_on, c.recorded_at, c.person, c.office, i.content, x.participated_persons, x.agreed_persons,
                       x.quorate and x.approved as passed
                from vote_result x join vote_count c on c.id = x.count_id join vote_round r on r.id = c.round_id
                join vote_item i on i.round_id = r.id and i.no = x.no where r.case_id = :caseId""");
    }

    private List<CaseFact> failed(long caseId) {
        return told(
                caseId,
                row -> "处理表决未通过：%s，%s"
                        .formatted(
                                FailedVoteForm.Decision.valueOf(row.getString("decision"))
                                        .label(),
                                row.getString("reason")),
                """

                select d.happened_on, d.recorded_at, d.person, d.office, d.decision, d.reason
                from failed_vote_decision d join vote_round r on r.id = d.round_id where r.case_id = :caseId""");
    }

    private List<CaseFact> abandoned(long caseId) {
        return told(
                caseId,
                row -> "表决终止：%s，%s".formatted(row.getString("community"), row.getString("reason")),
                """

                select a.happened_on, a.recorded_at, null as person, null as office, m.name as community, a.reason
                from vote_abandonment a join vote_round r on r.id = a.round_id join listed_community m on m.id = r.community_id
                where r.case_id = :caseId""");
    }

    private List<CaseFact> unsealed(long caseId) {
        return told(
                caseId,
                row -> "批准拆封选票：名册序号%d，%s".formatted(row.getInt("no"), row.getString("reason")),
                """

                select u.approved_on as happened_on, u.approved_at as recorded_at, u.approved_by as person, u.approved_office as office, e.no,
                       u.reason
                from vote_unsealing u join roll_entry e on e.id = u.entry_id join vote_round r on r.id = u.round_id
                where r.case_id = :caseId and u.approved_at is not null""");
    }

    private List<CaseFact> told(long caseId, CaseFact.Words words, String sql) {
        return jdbc.sql(sql)
                .param("caseId", caseId)
                .query(CaseFact.rows(Kind.VOTE, words))
                .list();
    }
}
