package org.jiugai.funding;

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

/** Applications, approvals and postings in the story of a case. */
@Component
class FundingChronicle implements CaseFacts {
    private final JdbcClient jdbc;

    FundingChronicle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CaseFact> of(long caseId) {
        return Stream.of(applied(caseId), approved(caseId), posted(caseId))
                .flatMap(List::stream)
                .toList();
    }

    private List<CaseFact> applied(long caseId) {
        return told(
                caseId,
                Kind.MONEY,
                row -> "申请拨付%s：%s".formatted(row.getString("name"), yuan(row, "applied_fen")),
                """

                select r.happened_on, r.recorded_at, r.person, r.office, t.name, r.applied_fen
                from payment_request r join funding_tranche t on t.id = r.tranche_id where t.case_id = :caseId""");
    }

    private List<CaseFact> approved(long caseId) {
        return told(
                caseId,
                Kind.MONEY,
                row -> "%s（%s）：%s%s%s"
                        .formatted(
                                ApprovalStep.valueOf(row.getString("step")).label(),
                                row.getString("name"),
                                PaymentApproval.Decision.valueOf(row.getString("decision"))
                                        .label(),
                                row.getObject("amount_fen") == null ? "" : yuan(row, "amount_fen"),
                                row.getString("reason") == null ? "" : "，" + row.getString("reason")),
                """

                select a.happened_on, a.recorded_at, a.person, a.office, a.step, t.name, a.decision, a.amount_fen, a.reason
                from payment_approval a join payment_request r on r.id = a.request_id join funding_tranche t on t.id = r.tranche_id
                where t.case_id = :caseId""");
    }

    private List<CaseFact> posted(long caseId) {
        return told(
                caseId,
                Kind.MONEY,
                row -> "记账%d %s：%s，%s → %s，%s（%s）"
                        .formatted(
                                row.getLong("id"),
                                PostingKind.valueOf(row.getString("kind")).label(),
                                yuan(row, "amount_fen"),
                                row.getString("from_account"),
                                row.getString("to_account"),
                                Source.valueOf(row.getString("source")).label(),
                                row.getString("cause")),
                """

                select p.happened_on, p.recorded_at, p.person, null as office, p.id, p.kind, p.amount_fen, p.from_account, p.to_account,
                       p.source, p.cause
                from ledger_posting p where p.case_id = :caseId""");
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
