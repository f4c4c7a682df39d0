package org.jiugai.settlement;

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

/** Submissions and the settled price in the story of a case. */
@Component
class SettlementChronicle implements CaseFacts {
    private final JdbcClient jdbc;

    SettlementChronicle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CaseFact> of(long caseId) {
        return Stream.of(submitted(caseId), reviewed(caseId))
                .flatMap(List::stream)
                .toList();
    }

    private List<CaseFact> submitted(long caseId) {
        return told(
                caseId,
                Kind.MONEY,
                row -> "第%d次送审结算：%s".formatted(row.getInt("no"), yuan(row, "submitted_fen")),
                """

                select happened_on, recorded_at, actor_person as person, actor_office as office, no, submitted_fen
                from settlement_submission where case_id = :caseId""");
    }

    private List<CaseFact> reviewed(long caseId) {
        return told(
                caseId,
                Kind.MONEY,
                row -> row.getString("decision").equals("APPROVE")
                        ? "结算审定：" + yuan(row, "audited_fen")
                        : "结算退回：" + row.getString("comment"),
                """

                select r.happened_on, r.recorded_at, r.actor_person as person, r.actor_office as office, r.decision, r.audited_fen, r.comment
                from settlement_review r join settlement_submission s on s.id = r.submission_id where s.case_id = :caseId""");
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
