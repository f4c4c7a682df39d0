package org.jiugai.warranty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiugai.casefile.CaseFact;
import org.jiugai.casefile.CaseFact.Kind;
import org.jiugai.casefile.CaseFacts;
import org.jiugai.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Defects, repairs and the retention money in the story of a case. */
@Component
class WarrantyChronicle implements CaseFacts {
    private final JdbcClient jdbc;

    WarrantyChronicle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CaseFact> of(long caseId) {
        return Stream.of(reported(caseId), dispatched(caseId), repaired(caseId), checked(caseId), released(caseId))
                .flatMap(List::stream)
                .toList();
    }

    private List<CaseFact> reported(long caseId) {
        return told(
                caseId,
                Kind.ISSUE,
                row -> "报修（%s）：%s%s"
                        .formatted(
                                row.getString("location"),
                                row.getString("description"),
                                row.getBoolean("urgent") ? "，紧急" : ""),
                """

                select happened_on, recorded_at, actor_person as person, actor_office as office, location, description, urgent
                from defect where case_id = :caseId""");
    }

    private List<CaseFact> dispatched(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> row.getString("decision").equals("DISPATCH")
                        ? "缺陷派修，保修至" + row.getDate("warranty_until")
                        : "缺陷不属保修：" + row.getString("comment"),
                """

                select p.happened_on, p.recorded_at, p.actor_person as person, p.actor_office as office, p.decision, p.warranty_until, p.comment
                from defect_dispatch p join defect d on d.id = p.defect_id where d.case_id = :caseId""");
    }

    private List<CaseFact> repaired(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "缺陷维修：" + row.getString("measures"),
                """

                select p.happened_on, p.recorded_at, p.actor_person as person, p.actor_office as office, p.measures
                from defect_repair p join defect d on d.id = p.defect_id where d.case_id = :caseId""");
    }

    private List<CaseFact> checked(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "维修复验：%s%s"
                        .formatted(
                                CHECKED.get(row.getString("result")),
                                row.getObject("cost_fen") == null ? "" : "，费用" + yuan(row, "cost_fen")),
                """

                select k.happened_on, k.recorded_at, k.actor_person as person, k.actor_office as office, k.result, k.cost_fen
                from repair_check k join defect d on d.id = k.defect_id where d.case_id = :caseId""");
    }

    private List<CaseFact> released(long caseId) {
        return told(
                caseId,
                Kind.MONEY,
                row -> "质保金释放%s：%s%s"
                        .formatted(
                                row.getString("seat").equals("TREASURY") ? "（财政）" : "（建设单位）",
                                row.getString("decision").equals("AGREE") ? "同意" : "不同意",
                                row.getString("comment") == null ? "" : "，" + row.getString("comment")),
                """

                select happened_on, recorded_at, actor_person as person, actor_office as office, seat, decision, comment
                from retention_decision where case_id = :caseId""");
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

    private static final Map<String, String> CHECKED = Map.of("PASS", "合格", "REDO", "返工", "THIRD_PARTY", "委托第三方维修");
}
