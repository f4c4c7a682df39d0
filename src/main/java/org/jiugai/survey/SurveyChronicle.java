package org.jiugai.survey;

import java.util.List;
import java.util.stream.Stream;
import org.jiugai.casefile.CaseFact;
import org.jiugai.casefile.CaseFact.Kind;
import org.jiugai.casefile.CaseFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Household visits, condition survey and needs in the story of a case. */
@Component
class SurveyChronicle implements CaseFacts {
    private final JdbcClient jdbc;

    SurveyChronicle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CaseFact> of(long caseId) {
        return Stream.of(visited(caseId), inspected(caseId), troubled(caseId), recognised(caseId), summed(caseId))
                .flatMap(List::stream)
                .toList();
    }

    private List<CaseFact> visited(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "入户调查：%d户，已调查%d户，支持改造%d户%s"
                        .formatted(
                                row.getInt("households"),
                                row.getInt("surveyed"),
                                row.getInt("supporting"),
                                row.getString("comment") == null ? "" : "，" + row.getString("comment")),
                """

                select s.surveyed_on as happened_on, s.recorded_at, s.person, s.office, s.comment, b.households, b.surveyed, b.supporting
                from household_survey s cross join lateral (
                    select sum(households) as households, sum(surveyed) as surveyed, sum(supporting) as supporting
                    from surveyed_building x where x.survey_id = s.id) b
                where s.case_id = :caseId""");
    }

    private List<CaseFact> inspected(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "评估小区现状" + (row.getString("comment") == null ? "" : "：" + row.getString("comment")),
                """

                select surveyed_on as happened_on, recorded_at, person, office, comment from condition_survey where case_id = :caseId""");
    }

    private List<CaseFact> troubled(long caseId) {
        return told(
                caseId,
                Kind.ISSUE,
                row -> "现状问题：" + row.getString("description"),
                """

                select s.surveyed_on as happened_on, s.recorded_at, s.person, s.office, p.description
                from condition_problem p join condition_survey s on s.id = p.survey_id where s.case_id = :caseId""");
    }

    private List<CaseFact> summed(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "汇总居民需求：%d户支持改造，共调查%d户".formatted(row.getInt("supporting"), row.getInt("surveyed")),
                """

                select summed_on as happened_on, recorded_at, person, office, supporting, surveyed from need_summary where case_id = :caseId""");
    }

    private List<CaseFact> recognised(long caseId) {
        return told(
                caseId,
                Kind.ISSUE,
                row -> "认定%s（%s）：%s%s"
                        .formatted(
                                StructureKind.valueOf(row.getString("kind")).label(),
                                row.getString("location"),
                                Recognition.valueOf(row.getString("recognition"))
                                        .label(),
                                row.getString("legal_ground") == null ? "" : "，" + row.getString("legal_ground")),
                """

                select r.recognised_on as happened_on, r.recorded_at, r.person, r.office, s.kind, s.location, r.recognition, r.legal_ground
                from structure_recognition r join illegal_structure s on s.id = r.structure_id where s.case_id = :caseId""");
    }

    private List<CaseFact> told(long caseId, Kind kind, CaseFact.Words words, String sql) {
        return jdbc.sql(sql)
                .param("caseId", caseId)
                .query(CaseFact.rows(kind, words))
                .list();
    }
}
