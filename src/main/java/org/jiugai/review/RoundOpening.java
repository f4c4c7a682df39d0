package org.jiugai.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.policy.Parameters;
import org.jiugai.policy.Parameters.ReviewParty;
import org.jiugai.policy.Parameters.Weight;
import org.jiugai.policy.Policy;
import org.springframework.stereotype.Component;

/** Opens a round: which bodies are asked, whose earlier opinion is carried over, and by when. */
@Component
class RoundOpening {
    /** Whose silence never counts as consent, whatever a policy says (book 1.4 D2). */
    private static final Set<String> NEVER_SILENT =
            Set.of("fire-rescue", "natural-resources", "housing-bureau", "finance-bureau");

    private static final ReviewParty EXPERTS = new ReviewParty(Request.EXPERT, null, Weight.ADVISORY, false);

    private final ReviewRounds rounds;
    private final Opinions opinions;
    private final Outcomes outcomes;
    private final Bodies bodies;
    private final CaseManagement cases;
    private final PlanUnderReview plan;
    private final OpinionDeadlines dates;

    RoundOpening(
            ReviewRounds rounds,
            Opinions opinions,
            Outcomes outcomes,
            Bodies bodies,
            CaseManagement cases,
            PlanUnderReview plan,
            OpinionDeadlines dates) {
        this.rounds = rounds;
        this.opinions = opinions;
        this.outcomes = outcomes;
        this.bodies = bodies;
        this.cases = cases;
        this.plan = plan;
        this.dates = dates;
    }

    long open(long reviewId, Entry entry) {
        long caseId = rounds.caseOf(reviewId);
        List<Round> before = rounds.ofReview(reviewId);
        Policy policy = cases.policy(caseId);
        Round previous = before.isEmpty() ? null : before.get(before.size() - 1);
        Set<Long> affected = previous == null ? Set.of() : affected(previous);
        boolean onlyAffected =
                !affected.isEmpty() && policy.get(Parameters.RE_REVIEW_SCOPE).equals("AFFECTED");
        String cause = previous == null ? "FIRST" : wasRejected(previous) ? "REJECTED" : "MAJOR";
        PlanUnderReview.Figures figures = plan.of(caseId);
        long roundId = rounds.save(
                new Round(
                        0,
                        reviewId,
                        before.size() + 1,
                        cause,
                        onlyAffected ? "AFFECTED" : "ALL",
                        bodies.chair(caseId),
                        figures.estimate().fen(),
                        figures.households(),
                        figures.versions(),
                        figures.structureChanged(),
                        figures.commonPartChanged(),
                        entry.happenedOn()),
                entry);
        plan.keep(caseId, roundId);
        Deadlines deadlines = deadlines(policy, entry.happenedOn());
        dates.remember(caseId, roundId, policy, entry.happenedOn());
        if (previous == null) askFirst(caseId, reviewId, roundId, policy, deadlines);
        else askAgain(previous, roundId, deadlines, r -> !onlyAffected || affected.contains(r.id()));
        return roundId;
    }

    /** Nobody waits for the round's dates any more. */
    void conclude(long roundId) {
        dates.forget(roundId);
    }

    private record Deadlines(LocalDate due, LocalDate remind, LocalDate escalate) {}

    private Deadlines deadlines(Policy policy, LocalDate today) {
        return new Deadlines(
                dates.of(OpinionDeadlines.Deadline.DUE, policy, today),
                dates.of(OpinionDeadlines.Deadline.REMINDER, policy, today),
                dates.of(OpinionDeadlines.Deadline.ESCALATION, policy, today));
    }

    private void askFirst(long caseId, long reviewId, long roundId, Policy policy, Deadlines deadlines) {
        List<String> chosen = rounds.participants(reviewId);
        bodies.parties(caseId).stream()
                .filter(p -> chosen.contains(Bodies.key(p)))
                .flatMap(p -> bodies.of(caseId, p).stream())
                .forEach(b -> ask(roundId, b, deadlines));
        if (policy.get(Parameters.EXPERT_REVIEW)) {
            bodies.of(caseId, EXPERTS).stream().limit(1).forEach(b -> ask(roundId, b, deadlines));
        }
    }

    private void ask(long roundId, Bodies.Body body, Deadlines deadlines) {
        boolean silence = Boolean.TRUE.equals(body.party().silenceConsent()) && !NEVER_SILENT.contains(body.role());
        rounds.save(new Request(
                0,
                roundId,
                body.role(),
                body.office(),
                body.name(),
                body.party().weight(),
                silence,
                deadlines.due(),
                deadlines.remind(),
                deadlines.escalate(),
                null));
    }

    /** The same bodies again; who is not affected keeps the opinion he gave. */
    private void askAgain(Round previous, long roundId, Deadlines deadlines, Predicate<Request> isAsked) {
        for (Request r : rounds.requests(previous.id())) {
            Long origin = r.carriedFrom() == null ? (Long) r.id() : r.carriedFrom();
            rounds.save(new Request(
                    0,
                    roundId,
                    r.role(),
                    r.office(),
                    r.bodyName(),
                    r.weight(),
                    r.silenceConsent(),
                    deadlines.due(),
                    deadlines.remind(),
                    deadlines.escalate(),
                    isAsked.test(r) ? null : origin));
        }
    }

    private boolean wasRejected(Round previous) {
        return outcomes.conclusion(previous.id())
                .filter(c -> c.outcome() == Conclusion.REJECTED)
                .isPresent();
    }

    /** After a rejection: who did not simply agree. After a major modification: whom the chair named, and whose conditions are open. */
    private Set<Long> affected(Round previous) {
        if (wasRejected(previous)) {
            return opinions.standings(previous.id()).stream()
                    .filter(s -> !s.is(Opinion.AGREE))
                    .map(Standing::requestId)
                    .collect(Collectors.toSet());
        }
        Set<Long> affected = opinions.conditionsOfRound(previous.id()).stream()
                .filter(c -> !c.closed())
                .map(Condition::requestId)
                .collect(Collectors.toSet());
        List<Modification> modifications = outcomes.modifications(previous.id());
        if (!modifications.isEmpty()) {
            affected.addAll(outcomes.affected(
                    modifications.get(modifications.size() - 1).id()));
        }
        return affected;
    }
}
