package org.jiugai.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiugai.audit.AuditTrail;
import org.jiugai.audit.RecordedAct;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Finding;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.Unrecorded;
import org.jiugai.policy.LegalFindings;
import org.jiugai.policy.Parameter;
import org.jiugai.policy.Policy;
import org.jiugai.policy.PolicyManagement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The case for other rooms: open it, read it, its policy and its parties, note stages and findings. */
@Service
@Transactional
public class CaseManagement {
    private final CaseFile file;
    private final PolicyManagement policies;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    CaseManagement(
            CaseFile file, PolicyManagement policies, ApplicationEventPublisher events, AuditTrail audit, Clock clock) {
        this.file = file;
        this.policies = policies;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens a case: number, pinned policy version, communities, parties, planned dates, findings against the law. {@link CaseOpened} starts the backbone.
     *
     * @throws RuleViolation when the policy is not in force
     */
    public RenovationCase open(NewCase request, Actor actor) {
        Policy policy = policies.inForce(request.policyCode());
        RenovationCase opened = file.open(request, policy, today(), actor, clock.instant());
        file.plan(opened, PlannedStages.of(policy, opened.openedOn(), opened.programmeYear()));
        LegalFindings.of(policy).forEach(finding -> raise(opened.caseId(), finding));
        events.publishEvent(new CaseOpened(opened.caseId(), opened.caseNo(), opened.county()));
        return opened;
    }

    @Transactional(readOnly = true)
    public RenovationCase get(long caseId) {
        return file.get(caseId);
    }

    @Transactional(readOnly = true)
    public Optional<RenovationCase> find(String caseNo) {
        return file.find(caseNo);
    }

    /** The communities that are in the case; those that were carved out (剥离) are not. */
    @Transactional(readOnly = true)
    public List<CaseCommunity> communities(long caseId) {
        return file.communities(caseId);
    }

    /** Where a community of the registry is part of an open case, the latest first. */
    @Transactional(readOnly = true)
    public List<CaseCommunity> openWith(long registeredId) {
        return file.openWith(registeredId);
    }

    @Transactional(readOnly = true)
    public CaseCommunity community(long communityId) {
        return file.community(communityId);
    }

    /** Replaces a community's figures by those that a re-check found; whoever found them raises the finding that keeps the old ones. */
    @Unrecorded("recorded with the figures before and after")
    public void correctFigures(long communityId, int households, int buildings) {
        CaseCommunity known = file.community(communityId);
        audit.record(RecordedAct.of(Actor.SYSTEM, "casefile.figuresCorrected", "community:" + communityId)
                .inCase(known.caseId())
                .changing(
                        Map.of("households", known.households(), "buildings", known.buildings()),
                        Map.of("households", households, "buildings", buildings)));
        file.correct(communityId, households, buildings);
    }

    /** The policy version that the case pinned when it was opened. */
    @Transactional(readOnly = true)
    public Policy policy(long caseId) {
        return policies.pinned(get(caseId).policyVersionId());
    }

    /** A parameter of the case's policy. */
    @Transactional(readOnly = true)
    public <T> T parameter(long caseId, Parameter<T> parameter) {
        return policy(caseId).get(parameter);
    }

    /** Gives a role of this case to an office: the contractor after signing, the designer when named. */
    public void assignParty(long caseId, String role, String officeId, Actor actor) {
        file.assign(caseId, role, officeId, actor, clock.instant());
        events.publishEvent(new PartyNamed(caseId, role, officeId));
    }

    /** The office that holds the role for this case only; empty when the role is not one of its parties. */
    @Transactional(readOnly = true)
    public Optional<String> party(long caseId, String role) {
        return file.party(caseId, role);
    }

    /** Every party of the case with its office: latest holder of each role. */
    @Transactional(readOnly = true)
    public List<CaseParty> parties(long caseId) {
        return file.parties(caseId);
    }

    /** The case has come to this stage (again); the first date stays. */
    public void reach(long caseId, Stage stage) {
        file.reach(caseId, stage, today());
    }

    /** The case has left this stage. */
    public void leave(long caseId, Stage stage) {
        file.leave(caseId, stage, today());
    }

    /** Ends the case with its outcome, e.g. 归档办结 or 调出. {@link CaseClosed} tells the other rooms. */
    @Unrecorded("recorded with the state before and after")
    public void close(long caseId, String outcome) {
        RenovationCase open = get(caseId);
        audit.record(RecordedAct.of(Actor.SYSTEM, "casefile.closed", "case:" + caseId)
                .inCase(caseId)
                .changing(Map.of("state", open.state()), Map.of("state", "CLOSED", "outcome", outcome)));
        file.close(open, outcome, today());
        events.publishEvent(new CaseClosed(caseId, open.caseNo(), outcome));
    }

    /** Raises a finding against the law; raising the same one again changes nothing. */
    public void raise(long caseId, Finding finding) {
        file.raise(caseId, finding, today(), clock.instant());
    }

    /**
     * Answers a finding with a reason.
     *
     * @throws RuleViolation when it is unknown, already answered or the reason is empty
     */
    public void answer(long caseId, long findingId, String reason, Actor actor) {
        if (reason.isBlank()) throw new RuleViolation("casefile.reasonMissing", "answer", "【答复理由】必填");
        file.answer(caseId, findingId, reason.strip(), actor, clock.instant());
    }

    @Transactional(readOnly = true)
    public List<CaseFinding> findings(long caseId) {
        return file.findings(caseId);
    }

    @Transactional(readOnly = true)
    public List<StageEntry> stages(long caseId) {
        return file.stages(caseId);
    }

    /** Locks the case for the rest of the transaction: for rooms that check and then wait or wake. */
    @Unrecorded("holds the row of the case, and changes nothing")
    public void lock(long caseId) {
        file.lock(caseId);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** For the engine, which wants {@link Date}: the end of that day in Shanghai. */
    public static Date endOf(LocalDate day) {
        return Date.from(day.plusDays(1)
                .atStartOfDay(java.time.ZoneId.of("Asia/Shanghai"))
                .minusSeconds(1)
                .toInstant());
    }
}
