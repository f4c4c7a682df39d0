package org.jiugai.acceptance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiugai.casefile.CaseFact;
import org.jiugai.casefile.CaseFact.Kind;
import org.jiugai.casefile.CaseFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reports, opinions and outcomes of the acceptances in the story of a case. */
@Component
class AcceptanceChronicle implements CaseFacts {
    private final JdbcClient jdbc;

    AcceptanceChronicle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CaseFact> of(long caseId) {
        return Stream.of(
                        reported(caseId),
                        accepted(caseId),
                        voted(caseId),
                        found(caseId),
                        mended(caseId),
                        concluded(caseId))
                .flatMap(List::stream)
                .toList();
    }

    private List<CaseFact> reported(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "报送竣工报告，自检合格",
                """

                select happened_on, recorded_at, actor_person as person, actor_office as office from completion_report where case_id = :caseId""");
    }

    private List<CaseFact> accepted(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "第%d次竣工验收（%s）：%s"
                        .formatted(
                                row.getInt("attempt"),
                                row.getDate("acceptance_date"),
                                row.getString("outcome") == null
                                        ? "待定"
                                        : AcceptanceOutcome.valueOf(row.getString("outcome"))
                                                .label()),
                """

                select f.acceptance_date as happened_on, f.recorded_at, f.actor_person as person, f.actor_office as office, f.attempt,
                       f.acceptance_date, o.outcome
                from final_acceptance f left join final_acceptance_outcome o on o.acceptance_id = f.id where f.case_id = :caseId""");
    }

    private List<CaseFact> voted(long caseId) {
        return told(
                caseId,
                Kind.VOTE,
                row -> "第%d轮联合验收意见：%s%s"
                        .formatted(
                                row.getInt("round"),
                                OPINIONS.get(row.getString("opinion")),
                                row.getString("comment") == null ? "" : "，" + row.getString("comment")),
                """

                select o.happened_on, o.recorded_at, o.actor_person as person, o.actor_office as office, r.round, o.opinion, o.comment
                from joint_opinion o join joint_seat s on s.id = o.seat_id join joint_round r on r.id = s.round_id where r.case_id = :caseId""");
    }

    private List<CaseFact> found(long caseId) {
        return told(
                caseId,
                Kind.ISSUE,
                row -> "验收发现问题：%s（限%s前整改）".formatted(row.getString("content"), row.getDate("due_on")),
                """

                select o.happened_on, o.recorded_at, o.actor_person as person, o.actor_office as office, i.content, i.due_on
                from joint_issue i join joint_opinion o on o.seat_id = i.seat_id join joint_seat s on s.id = o.seat_id
                join joint_round r on r.id = s.round_id where r.case_id = :caseId
                union all
                select f.happened_on, f.recorded_at, f.actor_person, f.actor_office, i.content, i.due_on
                from final_acceptance_issue i join final_acceptance f on f.id = i.acceptance_id where f.case_id = :caseId""");
    }

    private List<CaseFact> mended(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "验收整改：" + row.getString("measures"),
                """

                select happened_on, recorded_at, actor_person as person, actor_office as office, measures
                from acceptance_rectification where case_id = :caseId""");
    }

    private List<CaseFact> concluded(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "综合验收：%s，满意度%s%%"
                        .formatted(
                                OPINIONS.get(row.getString("decision")),
                                BigDecimal.valueOf(row.getInt("satisfaction_bp"), 2)
                                        .toPlainString()),
                """

                select happened_on, recorded_at, actor_person as person, actor_office as office, decision, satisfaction_bp
                from comprehensive_acceptance where case_id = :caseId""");
    }

    private List<CaseFact> told(long caseId, Kind kind, CaseFact.Words words, String sql) {
        return jdbc.sql(sql)
                .param("caseId", caseId)
                .query(CaseFact.rows(kind, words))
                .list();
    }

    private static final Map<String, String> OPINIONS = Map.of("PASS", "通过", "RECTIFY", "整改后通过", "FAIL", "不通过");
}
