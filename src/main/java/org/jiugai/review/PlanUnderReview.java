package org.jiugai.review;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.consultation.PlanChange;
import org.jiugai.consultation.PlanManagement;
import org.jiugai.consultation.PlanSummary;
import org.jiugai.kernel.Money;
import org.springframework.stereotype.Component;

/** The figures of a case's plan as the bodies see them, its communities taken together, and how a revision differs from them. */
@Component
class PlanUnderReview {
    private final CaseManagement cases;
    private final PlanManagement plans;
    private final ReviewRounds rounds;

    PlanUnderReview(CaseManagement cases, PlanManagement plans, ReviewRounds rounds) {
        this.cases = cases;
        this.plans = plans;
        this.rounds = rounds;
    }

    /** @param versions e.g. {@code 示例小区 v1.1} */
    record Figures(
            Money estimate, int households, String versions, boolean structureChanged, boolean commonPartChanged) {}

    /** What the plan versions themselves tell of a revision. */
    record Comparison(boolean mandatoryClassChanged, boolean structure, boolean commonPart, boolean contribution) {}

    Figures of(long caseId) {
        List<PlanSummary> current = plans.ofCase(caseId);
        int households = cases.communities(caseId).stream()
                .mapToInt(CaseCommunity::households)
                .sum();
        return new Figures(
                current.isEmpty()
                        ? cases.get(caseId).investment()
                        : current.stream().map(PlanSummary::estimate).reduce(Money.ZERO, Money::plus),
                households,
                current.stream().map(p -> p.communityName() + " " + p.version()).collect(Collectors.joining("；")),
                current.stream().anyMatch(PlanSummary::structureChanged),
                current.stream().anyMatch(PlanSummary::commonPartChange));
    }

    /** Whether every community of the case has a plan, so that its versions can be compared. */
    boolean isDrawnUp(long caseId) {
        return plans.ofCase(caseId).size() == cases.communities(caseId).size();
    }

    /** Keeps which versions the bodies of a round review. */
    void keep(long caseId, long roundId) {
        plans.ofCase(caseId).forEach(p -> rounds.savePlan(roundId, p.communityId(), p.planId()));
    }

    /** The plan as it stands against the one that a round reviewed. */
    Comparison since(long caseId, long roundId) {
        List<PlanChange> changes = plans.ofCase(caseId).stream()
                .flatMap(p -> change(roundId, p).stream())
                .toList();
        return new Comparison(
                any(changes, c -> c.mandatoryItemRemoved() || c.classAdded()),
                any(changes, PlanChange::structureChanged),
                any(changes, PlanChange::commonPartChange),
                any(changes, PlanChange::residentShareChanged));
    }

    private Optional<PlanChange> change(long roundId, PlanSummary current) {
        return rounds.plan(roundId, current.communityId())
                .filter(reviewed -> reviewed != current.planId())
                .map(reviewed -> plans.between(reviewed, current.planId()));
    }

    private static boolean any(List<PlanChange> changes, Predicate<PlanChange> fact) {
        return changes.stream().anyMatch(fact);
    }

    /** A community's plan in the columns of {@link PlanSheet}. */
    List<String> row(CaseCommunity community) {
        Optional<PlanSummary> plan = plans.current(community.communityId());
        return List.of(
                community.name(),
                Integer.toString(community.households()),
                Integer.toString(community.buildings()),
                community.area().squareMetres(),
                plan.map(PlanSummary::version).orElse("—"),
                plan.map(p -> p.estimate().shown()).orElse("—"),
                plan.map(p -> p.residentShare().shown()).orElse("—"),
                plan.map(p -> p.structureChanged() ? "是" : "否").orElse("—"),
                plan.map(p -> p.commonPartChange() ? "是" : "否").orElse("—"));
    }
}
