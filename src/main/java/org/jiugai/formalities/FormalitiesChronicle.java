package org.jiugai.formalities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jiugai.casefile.CaseFact;
import org.jiugai.casefile.CaseFact.Kind;
import org.jiugai.casefile.CaseFacts;
import org.jiugai.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Initiation, fiscal review, permits and funds in the story of a case. */
@Component
class FormalitiesChronicle implements CaseFacts {
    private final JdbcClient jdbc;

    FormalitiesChronicle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CaseFact> of(long caseId) {
        return Stream.of(initiated(caseId), reviewed(caseId), permitted(caseId), funded(caseId), collected(caseId))
                .flatMap(List::stream)
                .toList();
    }

    private List<CaseFact> initiated(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "立项：项目代码%s，投资估算%s".formatted(row.getString("project_code"), yuan(row, "estimate_fen")),
                """

                select happened_on, recorded_at, person, office, project_code, estimate_fen from formalities_initiation where case_id = :caseId""");
    }

    private List<CaseFact> reviewed(long caseId) {
        return told(
                caseId,
                Kind.MONEY,
                row -> row.getObject("reviewed_fen") == null
                        ? "财政评审退回：送审" + yuan(row, "submitted_fen")
                        : "财政评审：送审%s，审定%s，最高限价%s"
                                .formatted(
                                        yuan(row, "submitted_fen"),
                                        yuan(row, "reviewed_fen"),
                                        yuan(row, "ceiling_fen")),
                """

                select happened_on, recorded_at, person, office, submitted_fen, reviewed_fen, ceiling_fen
                from formalities_budget_review where case_id = :caseId""");
    }

    private List<CaseFact> permitted(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "许可事项认定：规划许可%s，施工许可%s；%s"
                        .formatted(
                                row.getString("planning_permit").equals("EXEMPT") ? "免办" : "需办理",
                                row.getString("construction_permit").equals("EXEMPT") ? "免办" : "需办理",
                                row.getString("basis")),
                """

                select happened_on, recorded_at, person, office, planning_permit, construction_permit, basis
                from formalities_permits where case_id = :caseId""");
    }

    private List<CaseFact> funded(long caseId) {
        return told(
                caseId,
                Kind.MONEY,
                row -> "资金落实：批复%s，专户%s".formatted(yuan(row, "approved_fen"), row.getString("account_no")),
                """

                select happened_on, recorded_at, person, office, approved_fen, account_no from formalities_funds where case_id = :caseId""");
    }

    private List<CaseFact> collected(long caseId) {
        return told(
                caseId,
                Kind.MONEY,
                row -> "居民出资到账：" + yuan(row, "amount_fen"),
                """

                select happened_on, recorded_at, person, office, amount_fen from residents_payment where case_id = :caseId""");
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
