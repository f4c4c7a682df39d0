package org.jiugai.casefile;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Finding;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.StateConflict;
import org.jiugai.policy.Policy;
import org.jiugai.registry.RegistryManagement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The case's rows. What accumulates (parties, findings) is only ever added. */
@Repository
class CaseFile {
    private final RenovationCases cases;
    private final CaseCommunities communities;
    private final RegistryManagement registry;
    private final JdbcClient jdbc;

    CaseFile(RenovationCases cases, CaseCommunities communities, RegistryManagement registry, JdbcClient jdbc) {
        this.cases = cases;
        this.communities = communities;
        this.registry = registry;
        this.jdbc = jdbc;
    }

    RenovationCase open(NewCase request, Policy policy, LocalDate today, Actor actor, Instant now) {
        long running =
                jdbc.sql("select nextval('case_number_seq')").query(Long.class).single();
        String caseNo = "%s-%d-%04d".formatted(request.county(), request.programmeYear(), running);
        RenovationCase saved = cases.save(new RenovationCase(
                null,
                caseNo,
                request.name(),
                request.county(),
                request.street(),
                request.programmeYear(),
                policy.versionId(),
                policy.code(),
                request.investment().fen(),
                "OPEN",
                today,
                null,
                null,
                0));
        for (NewCase.Community c : request.communities()) {
            communities.save(new CaseCommunity(
                    null,
                    saved.caseId(),
                    c.name(),
                    c.residentsCommittee(),
                    c.buildYear(),
                    c.households(),
                    c.buildings(),
                    c.area().hundredths(),
                    registry.register(request.county(), request.street(), c.name(), c.residentsCommittee())));
        }
        policy.cityRoles().forEach(role -> jdbc.sql("insert into case_city_role (case_id, role) values (?, ?)")
                .params(saved.caseId(), role)
                .update());
        request.parties().forEach((role, office) -> assign(saved.caseId(), role, office, actor, now));
        return saved;
    }

    void plan(RenovationCase opened, Map<Stage, LocalDate> planned) {
        planned.forEach((stage, on) -> jdbc.sql("insert into case_stage (case_id, stage, planned_on) values (?, ?, ?)")
                .params(opened.caseId(), stage.name(), on)
                .update());
    }

    RenovationCase get(long caseId) {
        return cases.findById(caseId)
                .orElseThrow(() -> new RuleViolation("casefile.unknownCase", "没有编号为 " + caseId + " 的案件"));
    }

    Optional<RenovationCase> find(String caseNo) {
        return cases.findByCaseNo(caseNo);
    }

    List<CaseCommunity> communities(long caseId) {
        return communities.remainingIn(caseId);
    }

    List<CaseCommunity> openWith(long registeredId) {
        return communities.openWith(registeredId);
    }

    CaseCommunity community(long communityId) {
        return communities
                .findById(communityId)
                .orElseThrow(() -> new RuleViolation("casefile.unknownCommunity", "没有编号为 " + communityId + " 的小区"));
    }

    void correct(long communityId, int households, int buildings) {
        jdbc.sql("update case_community set households = ?, buildings = ? where id = ?")
                .params(households, buildings, communityId)
                .update();
    }

    void assign(long caseId, String role, String office, Actor actor, Instant now) {
        jdbc.sql("insert into case_party (case_id, role, office, assigned_by, assigned_at) values (?, ?, ?, ?, ?)")
                .params(caseId, role, office, actor.personId(), Timestamp.from(now))
                .update();
    }

    Optional<String> party(long caseId, String role) {
        return jdbc.sql("select office from case_party where case_id = ? and role = ? order by id desc limit 1")
                .params(caseId, role)
                .query(String.class)
                .optional();
    }

    List<CaseParty> parties(long caseId) {
        return jdbc.sql(
                        """
                        select distinct on (p.role) p.role, p.office, o.name as office_name, p.assigned_at
                        from case_party p left join office o on o.id = p.office where p.case_id = ? order by p.role, p.id desc""")
                .param(caseId)
                .query(CaseParty.class)
                .list();
    }

    void reach(long caseId, Stage stage, LocalDate on) {
        jdbc.sql(
                        "update case_stage set reached_on = coalesce(reached_on, ?), left_on = null where case_id = ? and stage = ?")
                .params(on, caseId, stage.name())
                .update();
    }

    void leave(long caseId, Stage stage, LocalDate on) {
        jdbc.sql("update case_stage set left_on = ? where case_id = ? and stage = ?")
                .params(on, caseId, stage.name())
                .update();
    }

    void close(RenovationCase open, String outcome, LocalDate on) {
        cases.save(open.closed(outcome, on));
    }

    void raise(long caseId, Finding finding, LocalDate on, Instant now) {
        jdbc.sql(
                        """
                        insert into case_finding (case_id, rule_id, severity, message, legal_basis, raised_on, raised_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        caseId,
                        finding.ruleId(),
                        finding.severity().name(),
                        finding.message(),
                        finding.legalBasis(),
                        on,
                        Timestamp.from(now))
                .update();
    }

    void answer(long caseId, long findingId, String reason, Actor actor, Instant now) {
        int answered = jdbc.sql(
                        """
                        update case_finding set answer = ?, answered_by = ?, answered_at = ?
                        where id = ? and case_id = ? and answer is null""")
                .params(reason, actor.shown(), Timestamp.from(now), findingId, caseId)
                .update();
        if (answered == 0) throw new StateConflict("casefile.findingAnswered", "该合规提示不存在或已经答复，请刷新后查看");
    }

    List<CaseFinding> findings(long caseId) {
        return jdbc.sql("select * from case_finding where case_id = ? order by id")
                .param(caseId)
                .query(CaseFinding.class)
                .list();
    }

    List<StageEntry> stages(long caseId) {
        return jdbc
                .sql("select stage, planned_on, reached_on, left_on from case_stage where case_id = ?")
                .param(caseId)
                .query(StageEntry.class)
                .list()
                .stream()
                .sorted((a, b) -> a.stage().compareTo(b.stage()))
                .toList();
    }

    /** Not {@code for update}: two who have just added rows that refer to the case would wait for each other. */
    void lock(long caseId) {
        jdbc.sql("select id from renovation_case where id = ? for no key update")
                .param(caseId)
                .query(Long.class)
                .single();
    }
}
