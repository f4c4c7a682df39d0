package org.jiugai.works;

import java.math.BigDecimal;
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

/** Start formalities and progress in the story of a case. */
@Component
class WorksChronicle implements CaseFacts {
    private final JdbcClient jdbc;

    WorksChronicle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CaseFact> of(long caseId) {
        return Stream.of(
                        registered(caseId),
                        permitted(caseId),
                        banked(caseId),
                        started(caseId),
                        reported(caseId),
                        verified(caseId))
                .flatMap(List::stream)
                .toList();
    }

    private List<CaseFact> registered(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "办理质量安全监督：" + row.getString("reg_no"),
                """

                select happened_on, recorded_at, actor_person as person, actor_office as office, reg_no
                from supervision_registration where case_id = :caseId""");
    }

    private List<CaseFact> permitted(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "施工许可：%s"
                        .formatted(
                                switch (row.getString("outcome")) {
                                    case "GRANTED" -> "核发" + row.getString("permit_no");
                                    case "EXEMPT" -> "免办，" + row.getString("exempt_basis");
                                    default -> "不予许可，" + row.getString("reason");
                                }),
                """

                select happened_on, recorded_at, actor_person as person, actor_office as office, outcome, permit_no, exempt_basis, reason
                from start_permit where case_id = :caseId""");
    }

    private List<CaseFact> banked(long caseId) {
        return told(
                caseId,
                Kind.MONEY,
                row -> "开立农民工工资专户：" + row.getString("account_no"),
                """

                select happened_on, recorded_at, actor_person as person, actor_office as office, account_no from wage_account where case_id = :caseId""");
    }

    private List<CaseFact> started(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "签发开工令：%s开工，计划%s完工".formatted(row.getDate("start_date"), row.getDate("planned_end")),
                """

                select happened_on, recorded_at, actor_person as person, actor_office as office, start_date, planned_end
                from start_order where case_id = :caseId""");
    }

    private List<CaseFact> reported(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "报送进度（%s至%s）：完成%s%%，产值%s"
                        .formatted(
                                row.getDate("period_from"),
                                row.getDate("period_to"),
                                BigDecimal.valueOf(row.getInt("physical_bp"), 2).toPlainString(),
                                yuan(row, "value_fen")),
                """

                select happened_on, recorded_at, actor_person as person, actor_office as office, period_from, period_to, physical_bp, value_fen
                from progress_report where case_id = :caseId""");
    }

    private List<CaseFact> verified(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "%s核定进度：%s%s"
                        .formatted(
                                row.getString("seat").equals("SUPERVISOR") ? "监理" : "建设单位",
                                switch (row.getString("decision")) {
                                    case "CONFIRM" ->
                                        "确认"
                                                + BigDecimal.valueOf(row.getInt("verified_bp"), 2)
                                                        .toPlainString() + "%";
                                    case "RETURN" -> "退回";
                                    default -> "重新计量";
                                },
                                row.getString("comment") == null ? "" : "，" + row.getString("comment")),
                """

                select v.happened_on, v.recorded_at, v.actor_person as person, v.actor_office as office, v.seat, v.decision, v.verified_bp,
                       v.comment
                from progress_verdict v join progress_report r on r.id = v.report_id where r.case_id = :caseId""");
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
