package org.jiugai.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.CaseOfficeLookup;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.consultation.CouncilForm.Adoption;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.StateConflict;
import org.jiugai.messages.NewMessage;
import org.jiugai.messages.Outbox;
import org.jiugai.survey.SurveyAccess;
import org.jiugai.survey.VisitHeard;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 意见台账: every opinion of a resident is one row with its fate: adopted in which version, partly, or not, and why (S3-25). */
@Service
@Transactional
public class OpinionLedger {
    /** Whose offices answer: the street of the case, and its designer what is technical. */
    public static final List<String> ANSWERING = List.of("subdistrict", "designer");

    /** Whose offices write down what somebody says in person. */
    public static final List<String> RECEIVING = List.of("community", "subdistrict");

    private static final int LONGEST = 2000;
    private static final String OPINION =
            """
            select o.id, o.case_id, o.community_id, m.name as community, o.unit_id, o.source, p.round, p.revision, o.content, o.happened_on,
                   f.fate, f.reason, q.round as answered_round, q.revision as answered_revision, f.answered_on, f.plan_id as answered_plan
            from resident_opinion o join listed_community m on m.id = o.community_id
            left join renovation_plan p on p.id = o.plan_id
            left join opinion_fate f on f.opinion_id = o.id left join renovation_plan q on q.id = f.plan_id
            """;
    private final JdbcClient jdbc;
    private final Plans plans;
    private final CaseOfficeLookup offices;
    private final CaseManagement cases;
    private final SurveyAccess access;
    private final Outbox outbox;
    private final Clock clock;

    OpinionLedger(
            JdbcClient jdbc,
            Plans plans,
            CaseOfficeLookup offices,
            CaseManagement cases,
            SurveyAccess access,
            Outbox outbox,
            Clock clock) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.offices = offices;
        this.cases = cases;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Writes an opinion down, on the plan version that is on the table. */
    public void record(long caseId, NewOpinion opinion, Actor actor) {
        new Faults()
                .require(!opinion.content().isBlank(), "content", "【意见】必填")
                .require(opinion.content().length() <= LONGEST, "content", "【意见】不超过2000字")
                .refuse("consultation.opinionRefused");
        Optional<PlanSummary> plan = plans.latest(opinion.communityId());
        jdbc.sql(
                        """
                        insert into resident_opinion (case_id, community_id, unit_id, source, plan_id, content, happened_on, person, office,
                            recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        caseId,
                        opinion.communityId(),
                        opinion.unitId(),
                        opinion.source().name(),
                        plan.map(PlanSummary::planId).orElse(null),
                        opinion.content().strip(),
                        LocalDate.now(clock),
                        actor.personId(),
                        actor.officeId(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * Writes down what somebody says who comes in person.
     *
     * @throws VisibleCases.NotAllowed when it is neither the residents' committee of the community nor the street of the case
     */
    public void receive(long caseId, @Nullable Long communityId, String content, Actor actor) {
        CaseCommunity community = cases.communities(caseId).stream()
                .filter(each -> Objects.equals(each.communityId(), communityId))
                .findFirst()
                .orElseThrow(() -> new RuleViolation("consultation.opinionRefused", "communityId", "【小区】请选择本案的小区"));
        if (!access.allows(community.communityId(), actor)) throw new VisibleCases.NotAllowed();
        record(caseId, new NewOpinion(community.communityId(), OpinionSource.WALK_IN, null, content), actor);
    }

    /** What a household added to its survey form is an opinion like any other. */
    @EventListener
    void on(VisitHeard heard) {
        record(
                heard.caseId(),
                new NewOpinion(heard.communityId(), OpinionSource.VISIT, heard.unitId(), heard.content()),
                heard.actor());
    }

    /**
     * Answers an opinion; an adopted one names the version that answers it: the latest.
     *
     * @throws StateConflict when it is answered already
     */
    public void answer(long caseId, long opinionId, @Nullable Adoption fate, String reason, Actor actor) {
        if (!mayAnswer(caseId, actor)) throw new VisibleCases.NotAllowed();
        HeardOpinion opinion = ofCase(caseId).stream()
                .filter(each -> each.id() == opinionId)
                .findFirst()
                .orElseThrow(() -> new RuleViolation("consultation.unknownOpinion", "没有该意见"));
        new Faults()
                .require(fate != null, "fate", "【采纳情况】必填")
                .require(fate == Adoption.ADOPTED || !reason.isBlank(), "reason", "【理由】部分采纳或不采纳的须说明理由")
                .require(reason.length() <= 1000, "reason", "【理由】不超过1000字")
                .refuse("consultation.answerRefused");
        if (!opinion.isOpen() || fate == null) throw new StateConflict("consultation.answered", "该意见已经答复，请刷新后查看");
        Optional<PlanSummary> plan = plans.latest(opinion.communityId());
        jdbc.sql(
                        """
                        insert into opinion_fate (opinion_id, fate, reason, plan_id, answered_on, person, office, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        opinionId,
                        fate.name(),
                        reason.isBlank() ? null : reason.strip(),
                        fate == Adoption.NOT_ADOPTED
                                ? null
                                : plan.map(PlanSummary::planId).orElse(null),
                        LocalDate.now(clock),
                        actor.personId(),
                        actor.officeId(),
                        Timestamp.from(clock.instant()))
                .update();
        Long household = opinion.unitId();
        if (household != null)
            outbox.write(new NewMessage(
                    caseId,
                    opinion.communityId(),
                    household,
                    "opinion:" + opinionId,
                    "您家" + opinion.happenedOn() + "提出的意见已答复：" + fate.label() + "。"));
    }

    @Transactional(readOnly = true)
    public List<HeardOpinion> ofCase(long caseId) {
        return jdbc.sql(OPINION + "where o.case_id = ? order by o.id")
                .param(caseId)
                .query(OpinionLedger::opinion)
                .list();
    }

    /** What a household has said, and what it was answered. */
    @Transactional(readOnly = true)
    public List<HeardOpinion> ofUnit(long unitId) {
        return jdbc.sql(OPINION + "where o.unit_id = ? order by o.id")
                .param(unitId)
                .query(OpinionLedger::opinion)
                .list();
    }

    /** The opinions that a version of a plan answers. */
    @Transactional(readOnly = true)
    public List<HeardOpinion> answeredIn(long caseId, long planId) {
        return ofCase(caseId).stream()
                .filter(opinion -> Objects.equals(opinion.answeredPlanId(), planId))
                .toList();
    }

    /** How many opinions of the community nobody has answered. */
    @Transactional(readOnly = true)
    public int open(long communityId) {
        return jdbc.sql(
                        """
                        select count(*)::int from resident_opinion o
                        where o.community_id = ? and not exists (select 1 from opinion_fate f where f.opinion_id = o.id)""")
                .param(communityId)
                .query(Integer.class)
                .single();
    }

    /** Whether it is the street's or the designer's office of the case; another street sees the case, too, and has no say in it. */
    @Transactional(readOnly = true)
    public boolean mayAnswer(long caseId, Actor actor) {
        return ANSWERING.stream()
                .flatMap(role -> offices.holder(caseId, role).stream())
                .anyMatch(actor.officeId()::equals);
    }

    private static HeardOpinion opinion(ResultSet row, int n) throws SQLException {
        String fate = row.getString("fate");
        return new HeardOpinion(
                row.getLong("id"),
                row.getLong("case_id"),
                row.getLong("community_id"),
                row.getString("community"),
                row.getObject("unit_id", Long.class),
                OpinionSource.valueOf(row.getString("source")),
                version(row, "round", "revision"),
                row.getString("content"),
                row.getObject("happened_on", LocalDate.class),
                fate == null ? null : Adoption.valueOf(fate),
                row.getString("reason"),
                version(row, "answered_round", "answered_revision"),
                row.getObject("answered_on", LocalDate.class),
                row.getObject("answered_plan", Long.class));
    }

    private static @Nullable String version(ResultSet row, String round, String revision) throws SQLException {
        Integer of = row.getObject(round, Integer.class);
        return of == null ? null : Plans.version(of, row.getInt(revision));
    }
}
