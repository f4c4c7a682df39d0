package org.jiugai.consultation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiugai.ballot.Matter;
import org.jiugai.ballot.VoteManagement;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.policy.Parameters;
import org.jiugai.policy.Policy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans of the communities of a case: every version is kept, the latest one counts. */
@Service
@Transactional
public class PlanManagement {
    /** Book 2.10: dropping an item of these classes is a major modification, whatever else a policy makes mandatory. */
    private static final Set<String> ALWAYS_MANDATORY = Set.of("基础类", "安全底线类");

    private final Plans plans;
    private final Rounds rounds;
    private final CaseManagement cases;
    private final DocumentManagement documents;
    private final VoteManagement votes;
    private final OwnersDecision decision;
    private final Clock clock;

    PlanManagement(
            Plans plans,
            Rounds rounds,
            CaseManagement cases,
            DocumentManagement documents,
            VoteManagement votes,
            OwnersDecision decision,
            Clock clock) {
        this.plans = plans;
        this.rounds = rounds;
        this.cases = cases;
        this.documents = documents;
        this.votes = votes;
        this.decision = decision;
        this.clock = clock;
    }

    /**
     * Records a new version of the community's plan: v1 in the first round, v2 in the second, v1.1 when revised within a round.
     *
     * @throws RuleViolation naming everything that does not add up or that the policy misses
     */
    public PlanSummary submit(long caseId, long communityId, PlanForm form, Actor actor) {
        Policy policy = cases.policy(caseId);
        PlanRules.check(
                form,
                policy.get(Parameters.PLAN_CHAPTERS),
                policy.get(Parameters.PLAN_MANDATORY_CLASSES),
                ceiling(caseId, communityId));
        long planId = plans.add(
                caseId, communityId, rounds.current(communityId), form, LocalDate.now(clock), actor, clock.instant());
        documents.attach(caseId, "改造方案文本", "renovation-plan:" + planId, form.planDocs(), actor);
        documents.attach(caseId, "方案图纸和照片", "renovation-plan:" + planId, form.drawings(), actor);
        PlanSummary plan = plans.get(planId);
        votes.propose(caseId, communityId, plan.version(), form.matters());
        decision.noteNewVersion(caseId, communityId);
        return plan;
    }

    /** What the other communities' plans leave of the case's investment. */
    @Transactional(readOnly = true)
    public Money ceiling(long caseId, long communityId) {
        Money others = ofCase(caseId).stream()
                .filter(plan -> plan.communityId() != communityId)
                .map(PlanSummary::estimate)
                .reduce(Money.ZERO, Money::plus);
        return cases.get(caseId).investment().minus(others);
    }

    /** The latest version of the community's plan. */
    @Transactional(readOnly = true)
    public Optional<PlanSummary> current(long communityId) {
        return plans.latest(communityId);
    }

    /** The version that the next submission will have. */
    @Transactional(readOnly = true)
    public String nextVersion(long communityId) {
        int round = rounds.current(communityId);
        return Plans.version(round, plans.countInRound(communityId, round));
    }

    /** The latest version of each community of the case. */
    @Transactional(readOnly = true)
    public List<PlanSummary> ofCase(long caseId) {
        Set<Long> remaining = cases.communities(caseId).stream()
                .map(CaseCommunity::communityId)
                .collect(Collectors.toSet());
        return plans.latestOfCase(caseId).stream()
                .filter(plan -> remaining.contains(plan.communityId()))
                .toList();
    }

    /** Every version of the community's plan, the oldest first. */
    @Transactional(readOnly = true)
    public List<PlanSummary> history(long communityId) {
        return plans.ofCommunity(communityId);
    }

    /** What the community's latest plan names for its owners to decide. */
    @Transactional(readOnly = true)
    public Set<Matter> matters(long communityId) {
        return votes.matters(communityId);
    }

    /** Whether the version belongs to the case. */
    @Transactional(readOnly = true)
    public boolean isOf(long caseId, long planId) {
        return plans.isOf(caseId, planId);
    }

    @Transactional(readOnly = true)
    public PlanDetails details(long planId) {
        return plans.details(planId);
    }

    /** What a reader sees of the way from the version before to this one; empty for the first. */
    @Transactional(readOnly = true)
    public Optional<PlanDifference> difference(long planId) {
        PlanDetails after = plans.details(planId);
        return before(after.summary()).map(plan -> PlanDifference.between(plans.details(plan.planId()), after));
    }

    /** The same from any earlier version of the community's plan. */
    @Transactional(readOnly = true)
    public PlanDifference difference(long previousPlanId, long planId) {
        return PlanDifference.between(plans.details(previousPlanId), plans.details(planId));
    }

    private Optional<PlanSummary> before(PlanSummary plan) {
        return history(plan.communityId()).stream()
                .takeWhile(each -> each.planId() != plan.planId())
                .reduce((first, second) -> second);
    }

    /** What changed from one version to another of the same community: the facts of the major-modification decision. */
    @Transactional(readOnly = true)
    public PlanChange between(long previousPlanId, long currentPlanId) {
        PlanDetails previous = plans.details(previousPlanId);
        long caseId = cases.community(previous.summary().communityId()).caseId();
        Set<String> mandatory = new LinkedHashSet<>(ALWAYS_MANDATORY);
        mandatory.addAll(cases.parameter(caseId, Parameters.PLAN_MANDATORY_CLASSES));
        return PlanComparison.between(previous, plans.details(currentPlanId), mandatory);
    }
}
