package org.jiugai.tender;

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

/** Packages, openings, awards and contracts in the story of a case. */
@Component
class TenderChronicle implements CaseFacts {
    private final JdbcClient jdbc;

    TenderChronicle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CaseFact> of(long caseId) {
        return Stream.of(
                        planned(caseId),
                        announced(caseId),
                        opened(caseId),
                        objected(caseId),
                        evaluated(caseId),
                        awarded(caseId),
                        failed(caseId),
                        signed(caseId))
                .flatMap(List::stream)
                .toList();
    }

    private List<CaseFact> planned(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "确定采购方式：预算%s，投资%s".formatted(yuan(row, "budget_fen"), yuan(row, "investment_fen")),
                """

                select d.happened_on, d.recorded_at, d.person, d.office, d.budget_fen, d.investment_fen
                from procurement_decision d where d.case_id = :caseId""");
    }

    private List<CaseFact> announced(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "标段%s第%d次发标：最高限价%s"
                        .formatted(row.getString("package_no"), row.getInt("round_no"), yuan(row, "ceiling_fen")),
                """

                select r.happened_on, r.recorded_at, r.person, r.office, p.package_no, r.round_no, r.ceiling_fen
                from tender_round r join tender_package p on p.id = r.package_id join package_case c on c.package_id = p.id
                where c.case_id = :caseId""");
    }

    private List<CaseFact> opened(long caseId) {
        return told(
                caseId,
                Kind.VOTE,
                row -> "标段%s开标：%d家投标%s"
                        .formatted(
                                row.getString("package_no"),
                                row.getInt("bids"),
                                row.getBoolean("sufficient") ? "" : "，不足法定家数"),
                """

                select o.happened_on, o.recorded_at, o.person, o.office, p.package_no, o.sufficient,
                       (select count(*) from tender_bid b where b.round_id = o.round_id) as bids
                from tender_opening o join tender_round r on r.id = o.round_id join tender_package p on p.id = r.package_id
                join package_case c on c.package_id = p.id where c.case_id = :caseId""");
    }

    private List<CaseFact> objected(long caseId) {
        return told(
                caseId,
                Kind.ISSUE,
                row -> "开标异议（%s）：%s；答复：%s"
                        .formatted(row.getString("objector"), row.getString("content"), row.getString("answer")),
                """

                select o.happened_on, o.recorded_at, o.person, o.office, x.objector, x.content, x.answer
                from tender_objection x join tender_opening o on o.round_id = x.round_id join tender_round r on r.id = o.round_id
                join package_case c on c.package_id = r.package_id where c.case_id = :caseId""");
    }

    private List<CaseFact> evaluated(long caseId) {
        return told(
                caseId,
                Kind.VOTE,
                row -> "标段%s评标：%s"
                        .formatted(
                                row.getString("package_no"),
                                row.getString("decision").equals("PROPOSED")
                                        ? "推荐中标候选人" + row.getString("candidates")
                                        : "否决全部投标"),
                """

                select e.happened_on, e.recorded_at, e.person, e.office, p.package_no, e.decision,
                       (select string_agg(k.rank || '. ' || k.bidder, '、' order by k.rank) from tender_candidate k
                        where k.round_id = e.round_id) as candidates
                from tender_evaluation e join tender_round r on r.id = e.round_id join tender_package p on p.id = r.package_id
                join package_case c on c.package_id = p.id where c.case_id = :caseId""");
    }

    private List<CaseFact> awarded(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "标段%s定标：%s，中标价%s，候选人公示%s至%s"
                        .formatted(
                                row.getString("package_no"),
                                row.getString("bidder"),
                                yuan(row, "price_fen"),
                                row.getDate("notice_start"),
                                row.getDate("notice_end")),
                """

                select a.happened_on, a.recorded_at, a.person, a.office, p.package_no, k.bidder, a.price_fen, a.notice_start, a.notice_end
                from tender_award a join tender_candidate k on k.round_id = a.round_id and k.rank = a.rank
                join tender_round r on r.id = a.round_id join tender_package p on p.id = r.package_id
                join package_case c on c.package_id = p.id where c.case_id = :caseId""");
    }

    private List<CaseFact> failed(long caseId) {
        return told(
                caseId,
                Kind.ISSUE,
                row -> "标段%s第%d次招标失败：%s"
                        .formatted(row.getString("package_no"), row.getInt("round_no"), row.getString("reason")),
                """

                select f.happened_on, f.recorded_at, null as person, null as office, p.package_no, r.round_no, f.reason
                from tender_failure f join tender_round r on r.id = f.round_id join tender_package p on p.id = r.package_id
                join package_case c on c.package_id = p.id where c.case_id = :caseId""");
    }

    private List<CaseFact> signed(long caseId) {
        return told(
                caseId,
                Kind.MONEY,
                row -> "签订合同%s：%s，本案份额%s"
                        .formatted(row.getString("contract_no"), yuan(row, "price_fen"), yuan(row, "amount_fen")),
                """

                select k.happened_on, k.recorded_at, k.person, k.office, k.contract_no, k.price_fen, c.amount_fen
                from contract k join contract_case c on c.contract_id = k.id where c.case_id = :caseId""");
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
