package org.jiugai.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiugai.casefile.CaseFact;
import org.jiugai.casefile.CaseFact.Kind;
import org.jiugai.casefile.CaseFacts;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Intake, opinions, conclusion, approval and filing of the joint review in the story of a case. */
@Component
class ReviewChronicle implements CaseFacts {
    private final JdbcClient jdbc;

    ReviewChronicle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CaseFact> of(long caseId) {
        return Stream.of(
                        received(caseId),
                        opined(caseId),
                        contested(caseId),
                        checked(caseId),
                        concluded(caseId),
                        modified(caseId),
                        decided(caseId),
                        filed(caseId))
                .flatMap(List::stream)
                .toList();
    }

    private List<CaseFact> received(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "送审材料" + INTAKE.get(row.getString("decision")) + because(row.getString("explanation")),
                """

                select i.happened_on, i.recorded_at, i.actor_person as person, i.actor_office as office, i.decision, i.explanation
                from review_intake i join joint_review j on j.id = i.review_id where j.case_id = :caseId""");
    }

    private List<CaseFact> opined(long caseId) {
        return told(
                caseId,
                Kind.VOTE,
                row -> "%s第%d轮联审意见：%s%s%s"
                        .formatted(
                                row.getString("body_name"),
                                row.getInt("round_no"),
                                Opinion.valueOf(row.getString("opinion")).label(),
                                row.getBoolean("by_silence") ? "（逾期视为同意）" : row.getBoolean("entered_for") ? "（代录）" : "",
                                because(row.getString("explanation"))),
                """

                select o.happened_on, o.recorded_at, o.actor_person as person, o.actor_office as office, q.body_name, r.round_no, o.opinion,
                       o.by_silence, o.entered_for, o.explanation
                from review_opinion o join review_request q on q.id = o.request_id join review_round r on r.id = q.round_id
                join joint_review j on j.id = r.review_id where j.case_id = :caseId""");
    }

    private List<CaseFact> contested(long caseId) {
        return told(
                caseId,
                Kind.ISSUE,
                row -> row.getString("body_name") + "对代录的意见提出异议" + because(row.getString("reason")),
                """

                select c.happened_on, c.recorded_at, c.actor_person as person, c.actor_office as office, q.body_name, c.reason
                from review_contest c join review_opinion o on o.id = c.opinion_id join review_request q on q.id = o.request_id
                join review_round r on r.id = q.round_id join joint_review j on j.id = r.review_id where j.case_id = :caseId""");
    }

    private List<CaseFact> checked(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "修改条件“%s”%s%s"
                        .formatted(
                                row.getString("content"),
                                CHECKED.get(row.getString("result")),
                                because(row.getString("reason"))),
                """

                select k.happened_on, k.recorded_at, k.actor_person as person, k.actor_office as office, c.content, k.result, k.reason
                from review_condition_check k join review_condition c on c.id = k.condition_id join review_opinion o on o.id = c.opinion_id
                join review_request q on q.id = o.request_id join review_round r on r.id = q.round_id
                join joint_review j on j.id = r.review_id where j.case_id = :caseId""");
    }

    private List<CaseFact> concluded(long caseId) {
        return told(
                caseId,
                Kind.VOTE,
                row -> "第%d轮联审结论：%s，会议纪要%s%s"
                        .formatted(
                                row.getInt("round_no"),
                                Conclusion.valueOf(row.getString("outcome")).label(),
                                row.getString("minutes_no"),
                                because(row.getString("override_reason"))),
                """

                select c.happened_on, c.recorded_at, c.actor_person as person, c.actor_office as office, r.round_no, c.outcome, c.minutes_no,
                       c.override_reason
                from review_conclusion c join review_round r on r.id = c.round_id join joint_review j on j.id = r.review_id
                where j.case_id = :caseId""");
    }

    private List<CaseFact> modified(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "方案修改认定为%s，概算由%s调整为%s%s"
                        .formatted(
                                Nature.valueOf(row.getString("judgement")).label(),
                                yuan(row, "estimate_before_fen"),
                                yuan(row, "estimate_after_fen"),
                                because(row.getString("explanation"))),
                """

                select m.happened_on, m.recorded_at, m.actor_person as person, m.actor_office as office, m.judgement, m.estimate_before_fen,
                       m.estimate_after_fen, m.explanation
                from review_modification m join review_round r on r.id = m.round_id join joint_review j on j.id = r.review_id
                where j.case_id = :caseId""");
    }

    private List<CaseFact> decided(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> row.getString("decision").equals("APPROVED")
                        ? "方案批复：%s，批复金额%s，有效期至%s"
                                .formatted(
                                        row.getString("approval_no"),
                                        yuan(row, "approved_fen"),
                                        row.getDate("valid_until"))
                        : "方案未批复，退回" + because(row.getString("explanation")),
                """

                select a.happened_on, a.recorded_at, a.actor_person as person, a.actor_office as office, a.decision, a.approval_no,
                       a.approved_fen, a.valid_until, a.explanation
                from review_approval a join joint_review j on j.id = a.review_id where j.case_id = :caseId""");
    }

    private List<CaseFact> filed(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "方案备案：" + row.getString("filing_no"),
                """

                select f.happened_on, f.recorded_at, f.actor_person as person, f.actor_office as office, f.filing_no
                from review_filing f join review_approval a on a.id = f.approval_id join joint_review j on j.id = a.review_id
                where j.case_id = :caseId""");
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

    private static final Map<String, String> INTAKE = Map.of("ACCEPTED", "受理", "SUPPLEMENT", "要求补正", "REFUSED", "不予受理");
    private static final Map<String, String> CHECKED =
            Map.of("CLOSED", "已落实", "ALTERED", "变更后落实", "OPEN", "未落实", "REOPENED", "重新提出");

    private static String because(@Nullable String reason) {
        return reason == null || reason.isBlank() ? "" : "：" + reason;
    }
}
