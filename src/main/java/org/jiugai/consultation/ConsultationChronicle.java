package org.jiugai.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jiugai.casefile.CaseFact;
import org.jiugai.casefile.CaseFact.Kind;
import org.jiugai.casefile.CaseFacts;
import org.jiugai.consultation.CouncilForm.Adoption;
import org.jiugai.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plans and residents' councils in the story of a case. */
@Component
class ConsultationChronicle implements CaseFacts {
    private final JdbcClient jdbc;

    ConsultationChronicle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CaseFact> of(long caseId) {
        return Stream.of(planned(caseId), met(caseId), finalised(caseId), heard(caseId), answered(caseId))
                .flatMap(List::stream)
                .toList();
    }

    private List<CaseFact> planned(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "编制方案：%s第%d轮第%d稿，概算%s，居民出资%s"
                        .formatted(
                                row.getString("community"),
                                row.getInt("round"),
                                row.getInt("revision") + 1,
                                yuan(row, "estimate_fen"),
                                yuan(row, "resident_share_fen")),
                """

                select p.submitted_on as happened_on, p.recorded_at, p.person, p.office, m.name as community, p.round, p.revision,
                       p.estimate_fen, p.resident_share_fen
                from renovation_plan p join listed_community m on m.id = p.community_id where p.case_id = :caseId""");
    }

    private List<CaseFact> met(long caseId) {
        return told(
                caseId,
                Kind.VOTE,
                row -> "居民议事会：%s第%d轮，应到%d人实到%d人，%s%s"
                        .formatted(
                                row.getString("community"),
                                row.getInt("round"),
                                row.getInt("invited"),
                                row.getInt("attendees"),
                                CouncilForm.Decision.valueOf(row.getString("decision"))
                                        .label(),
                                row.getString("comment") == null ? "" : "，" + row.getString("comment")),
                """

                select c.met_at::date as happened_on, c.recorded_at, c.person, c.office, m.name as community, c.round, c.invited, c.attendees,
                       c.decision, c.comment
                from residents_council c join listed_community m on m.id = c.community_id where c.case_id = :caseId""");
    }

    private List<CaseFact> finalised(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "方案定稿：" + row.getString("community"),
                """

                select f.finalised_on as happened_on, f.recorded_at, f.person, f.office, m.name as community
                from final_plan f join listed_community m on m.id = f.community_id where f.case_id = :caseId""");
    }

    private List<CaseFact> heard(long caseId) {
        return told(
                caseId,
                Kind.ISSUE,
                row -> "收到意见：%s（%s）%s"
                        .formatted(
                                row.getString("community"),
                                OpinionSource.valueOf(row.getString("source")).label(),
                                row.getString("content")),
                """

                select o.happened_on, o.recorded_at, o.person, o.office, m.name as community, o.source, o.content
                from resident_opinion o join listed_community m on m.id = o.community_id where o.case_id = :caseId""");
    }

    private List<CaseFact> answered(long caseId) {
        return told(
                caseId,
                Kind.ISSUE,
                row -> "答复意见：%s“%s”%s"
                        .formatted(
                                row.getString("content"),
                                Adoption.valueOf(row.getString("fate")).label(),
                                row.getString("reason") == null ? "" : "，" + row.getString("reason")),
                """

                select f.answered_on as happened_on, f.recorded_at, f.person, f.office, o.content, f.fate, f.reason
                from opinion_fate f join resident_opinion o on o.id = f.opinion_id where o.case_id = :caseId""");
    }

    private List<CaseFact> told(long caseId, Kind kind, CaseFact.Words words, String sql) {
        return jdbc.sql(sql)
                .param("caseId", caseId)
                .query(CaseFact.rows(kind, words))
                .list();
    }

    private static String yuan(ResultSet row, String column) throws SQLException {
        return Money.ofFen(row.getLong(column)).shown() + "元";
    }
}
