package org.jiugai.programme;

import java.util.List;
import java.util.stream.Stream;
import org.jiugai.casefile.CaseFact;
import org.jiugai.casefile.CaseFact.Kind;
import org.jiugai.casefile.CaseFacts;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a case comes from and how it left the programme, in the story of the case: application, review, issued list, 调出 or 退库. */
@Component
class ProgrammeChronicle implements CaseFacts {
    private final JdbcClient jdbc;

    ProgrammeChronicle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CaseFact> of(long caseId) {
        return Stream.of(applied(caseId), reviewed(caseId), overridden(caseId), listed(caseId), left(caseId))
                .flatMap(List::stream)
                .toList();
    }

    private List<CaseFact> applied(long caseId) {
        return told(
                caseId,
                row -> "申报%s：%d户，预计投资%s元，支持%d户，共调查%d户"
                        .formatted(
                                row.getString("number"),
                                row.getInt("households"),
                                Money.ofFen(row.getLong("investment_fen")).shown(),
                                row.getInt("supporting"),
                                row.getInt("surveyed")),
                """

                select e.happened_on, e.recorded_at, e.person, e.office, a.number, e.households, e.investment_fen, e.supporting, e.surveyed
                from application_entry e join project_application a on a.id = e.application_id where a.case_id = :caseId""");
    }

    private List<CaseFact> reviewed(long caseId) {
        return told(
                caseId,
                row -> "入库审查：%s，必备条件不符%d项，优先条件不符%d项"
                        .formatted(
                                decided(row.getString("decision"), row.getString("tier")),
                                row.getInt("failed_required"),
                                row.getInt("failed_priority")),
                """

                select r.happened_on, r.recorded_at, r.person, r.office, r.decision, r.tier, r.failed_required, r.failed_priority
                from library_review r join project_application a on a.id = r.application_id where a.case_id = :caseId""");
    }

    private List<CaseFact> overridden(long caseId) {
        return told(
                caseId,
                row -> "例外入库%s：%s".formatted(row.getBoolean("granted") ? "获批准" : "未批准", row.getString("reason")),
                """

                select o.happened_on, o.recorded_at, o.person, o.office, o.granted, o.reason
                from admission_override o join library_review r on r.id = o.review_id
                join project_application a on a.id = r.application_id where a.case_id = :caseId""");
    }

    private List<CaseFact> listed(long caseId) {
        return told(
                caseId,
                row -> "列入%d年度计划%s：%d个小区、%d户、%d栋，预计投资%s元"
                        .formatted(
                                row.getInt("year"),
                                row.getString("document_no") == null ? "" : "（" + row.getString("document_no") + "）",
                                row.getInt("communities"),
                                row.getInt("households"),
                                row.getInt("buildings"),
                                Money.ofFen(row.getLong("investment_fen")).shown()),
                """

                select p.happened_on, p.recorded_at, p.person, p.office, p.year, t.document_no, p.communities, p.households, p.buildings,
                       p.investment_fen
                from programme_project p left join annual_task t on t.id = p.annual_task_id where p.case_id = :caseId""");
    }

    /** The day only is kept; it is told as recorded at its end. */
    private List<CaseFact> left(long caseId) {
        return told(
                caseId,
                row -> "离开年度计划：" + row.getString("left_outcome"),
                """

                select left_on as happened_on, (left_on + time '23:59') at time zone 'Asia/Shanghai' as recorded_at, null as person,
                       null as office, left_outcome
                from programme_project where case_id = :caseId and left_on is not null""");
    }

    private static String decided(String decision, @Nullable String tier) {
        if (decision.equals("SUPPLEMENT")) return "须补正";
        return LibraryTier.valueOf(tier == null ? decision : tier).label();
    }

    private List<CaseFact> told(long caseId, CaseFact.Words words, String sql) {
        return jdbc.sql(sql)
                .param("caseId", caseId)
                .query(CaseFact.rows(Kind.BUSINESS, words))
                .list();
    }
}
