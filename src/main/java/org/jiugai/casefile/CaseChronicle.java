package org.jiugai.casefile;

import java.util.List;
import java.util.stream.Stream;
import org.jiugai.casefile.CaseFact.Kind;
import org.jiugai.organisation.Roles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Findings, parties and guests in the story of a case. */
@Component
class CaseChronicle implements CaseFacts {
    private final JdbcClient jdbc;

    CaseChronicle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CaseFact> of(long caseId) {
        return Stream.of(
                        found(caseId),
                        answered(caseId),
                        named(caseId),
                        admitted(caseId),
                        asked(caseId),
                        decided(caseId))
                .flatMap(List::stream)
                .toList();
    }

    private List<CaseFact> found(long caseId) {
        return told(
                caseId,
                Kind.ISSUE,
                row -> "合规提示%s：%s（%s）"
                        .formatted(row.getString("rule_id"), row.getString("message"), row.getString("legal_basis")),
                """

                select raised_on as happened_on, raised_at as recorded_at, null as person, null as office, rule_id, message, legal_basis
                from case_finding where case_id = :caseId""");
    }

    private List<CaseFact> answered(long caseId) {
        return told(
                caseId,
                Kind.ISSUE,
                row -> "答复合规提示%s：%s".formatted(row.getString("rule_id"), row.getString("answer")),
                """

                select (answered_at at time zone 'Asia/Shanghai')::date as happened_on, answered_at as recorded_at, answered_by as person,
                       null as office, rule_id, answer
                from case_finding where case_id = :caseId and answer is not null""");
    }

    private List<CaseFact> named(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "%s确定为%s".formatted(Roles.name(row.getString("role")), row.getString("office_name")),
                """

                select (p.assigned_at at time zone 'Asia/Shanghai')::date as happened_on, p.assigned_at as recorded_at,
                       p.assigned_by as person, null as office, p.role, coalesce(o.name, p.office) as office_name
                from case_party p left join office o on o.id = p.office where p.case_id = :caseId""");
    }

    private List<CaseFact> admitted(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "准予%s来访查阅：%s至%s，%s"
                        .formatted(
                                row.getString("guest"),
                                row.getDate("valid_from"),
                                row.getDate("valid_until"),
                                row.getString("purpose")),
                """

                select (g.recorded_at at time zone 'Asia/Shanghai')::date as happened_on, g.recorded_at, g.person, null as office,
                       coalesce(o.name, g.office) as guest, g.valid_from, g.valid_until, g.purpose
                from case_guest g left join office o on o.id = g.office where g.case_id = :caseId""");
    }

    private List<CaseFact> asked(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "申请剥离小区：%s，%s".formatted(row.getString("community"), row.getString("reason")),
                """

                select (d.asked_at at time zone 'Asia/Shanghai')::date as happened_on, d.asked_at as recorded_at, d.asked_by as person,
                       d.asked_office as office, c.name as community, d.reason
                from community_departure d join case_community c on c.id = d.community_id where d.case_id = :caseId""");
    }

    private List<CaseFact> decided(long caseId) {
        return told(
                caseId,
                Kind.BUSINESS,
                row -> "%s剥离小区：%s，%s"
                        .formatted(
                                row.getBoolean("approved") ? "同意" : "不同意",
                                row.getString("community"),
                                row.getString("answer")),
                """

                select d.decided_on as happened_on, d.decided_at as recorded_at, d.decided_by as person, d.decided_office as office,
                       c.name as community, d.approved, d.answer
                from community_departure d join case_community c on c.id = d.community_id
                where d.case_id = :caseId and d.approved is not null""");
    }

    private List<CaseFact> told(long caseId, Kind kind, CaseFact.Words words, String sql) {
        return jdbc.sql(sql)
                .param("caseId", caseId)
                .query(CaseFact.rows(kind, words))
                .list();
    }
}
