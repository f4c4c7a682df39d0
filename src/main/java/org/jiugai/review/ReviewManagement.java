package org.jiugai.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.StateConflict;
import org.jiugai.policy.Parameters.ReviewParty;
import org.jiugai.policy.Parameters.Weight;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The joint review of a case: intake, rounds, conclusion, and what every body said in which round. */
@Service
@Transactional
public class ReviewManagement {
    private final ReviewRounds rounds;
    private final RoundOpening opening;
    private final Opinions opinions;
    private final Outcomes outcomes;
    private final Bodies bodies;
    private final CaseManagement cases;
    private final DocumentManagement documents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReviewManagement(
            ReviewRounds rounds,
            RoundOpening opening,
            Opinions opinions,
            Outcomes outcomes,
            Bodies bodies,
            CaseManagement cases,
            DocumentManagement documents,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rounds = rounds;
        this.opening = opening;
        this.opinions = opinions;
        this.outcomes = outcomes;
        this.bodies = bodies;
        this.cases = cases;
        this.documents = documents;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes in the submitted material, or asks once for what is missing (补正), or refuses it, which ends the review.
     *
     * @return the id of the review
     * @throws RuleViolation when the decision does not fit the material, a mandatory body is left out or 补正 was asked before
     */
    public long takeIn(long caseId, IntakeForm form, Actor actor) {
        cases.lock(caseId);
        Entry entry = entry(actor, null);
        long reviewId = rounds.running(caseId, entry);
        List<ReviewParty> parties = bodies.parties(caseId);
        intakeFaults(reviewId, form, parties).refuse("review.intakeRefused");
        long intake = rounds.saveIntake(reviewId, form, bodies.chair(caseId), entry);
        if (form.decision() == IntakeDecision.ACCEPTED) {
            parties.stream()
                    .filter(p -> form.participants().contains(Bodies.key(p)))
                    .forEach(p -> rounds.saveParticipant(intake, p.role(), Bodies.level(p)));
        }
        if (form.decision() == IntakeDecision.REFUSED) rounds.close(reviewId, "REJECTED", today());
        attach(caseId, "送审材料", "review-intake:" + intake, form.attachments(), actor);
        return reviewId;
    }

    private Faults intakeFaults(long reviewId, IntakeForm form, List<ReviewParty> parties) {
        boolean complete = form.materials().stream().allMatch(IntakeForm.Material::complete);
        Set<String> known = parties.stream().map(Bodies::key).collect(Collectors.toSet());
        String missing = parties.stream()
                .filter(p ->
                        p.weight() == Weight.MANDATORY && !form.participants().contains(Bodies.key(p)))
                .map(p -> bodies.roleName(p.role()))
                .collect(Collectors.joining("、"));
        boolean accepted = form.decision() == IntakeDecision.ACCEPTED;
        boolean chosen = accepted && !form.participants().isEmpty();
        return new Faults()
                .require(!accepted || complete, "decision", "【受理结果】送审材料不齐全，不能受理；请要求补正或不予受理")
                .require(form.decision() != IntakeDecision.SUPPLEMENT || !complete, "decision", "【受理结果】送审材料齐全，无须补正")
                .require(
                        form.decision() != IntakeDecision.SUPPLEMENT || !rounds.wasSupplemented(reviewId),
                        "decision",
                        "【受理结果】补正只能要求一次，本次须受理或不予受理")
                .require(accepted || isFilled(form.comment()), "comment", "【意见说明】要求补正或不予受理时必填，须一次性列明缺失材料或理由")
                .require(!accepted || !form.participants().isEmpty(), "participants", "【参评部门】必填")
                .require(known.containsAll(form.participants()), "participants", "【参评部门】包含政策未列明的部门")
                .require(!chosen || missing.isEmpty(), "participants", "【参评部门】必审部门不可缺少：" + missing);
    }

    /** Opens the next round: every body, or after a modification only those affected as the policy says. @return the round's id */
    public long openRound(long reviewId) {
        cases.lock(rounds.caseOf(reviewId));
        return opening.open(reviewId, entry(Actor.SYSTEM, null));
    }

    /**
     * Concludes a round.
     *
     * @param proposal what the decision table proposes
     * @throws RuleViolation when the outcome does not fit the opinions or departs from the proposal without a reason
     * @throws StateConflict while a contested opinion is unanswered
     */
    public void conclude(long roundId, Conclusion proposal, ConclusionForm form, Actor actor) {
        Round round = rounds.get(roundId);
        long caseId = rounds.caseOf(round.reviewId());
        cases.lock(caseId);
        List<Standing> standings = opinions.standings(roundId);
        if (standings.stream().anyMatch(Standing::contested)) {
            throw new StateConflict("review.contestOpen", "有部门对代录意见提出异议，须待该部门重新出具意见后方可形成结论");
        }
        ConclusionRules.check(form, proposal, standings, opinions.conditionsOfRound(roundId), today(), round.openedOn())
                .refuse("review.conclusionRefused");
        opening.conclude(roundId);
        outcomes.conclude(roundId, proposal, form, entry(actor, form.meetingDate()));
        attach(caseId, "联审会议纪要", "review-conclusion:" + roundId, form.minutes(), actor);
        if (form.outcome() == Conclusion.STOPPED) rounds.close(round.reviewId(), "REJECTED", today());
    }

    /**
     * A body contests an opinion that another office entered for it (代录). The round cannot be concluded until it has given its own.
     *
     * @throws RuleViolation when it is not this body's, was not entered for it, or has no reason
     * @throws StateConflict when the round is concluded, or the opinion contested or superseded already
     */
    public void contest(long opinionId, String reason, Actor actor) {
        Standing standing = opinions.ofOpinion(opinionId)
                .orElseThrow(() -> new StateConflict("review.opinionSuperseded", "该意见已被新的意见取代，请刷新后查看"));
        Round round = rounds.get(standing.roundId());
        long caseId = rounds.caseOf(round.reviewId());
        cases.lock(caseId);
        new Faults()
                .require(!reason.isBlank(), "reason", "【异议理由】必填")
                .require(Boolean.TRUE.equals(standing.enteredFor()), "", "只有代录的意见可以提出异议")
                .require(actor.officeId().equals(standing.office()), "", "只有该意见所属的部门可以提出异议")
                .refuse("review.contestRefused");
        if (standing.contested()) throw new StateConflict("review.alreadyContested", "该意见已经提出异议，请等待重新出具意见");
        if (standing.carriedFrom() != null || outcomes.conclusion(round.id()).isPresent()) {
            throw new StateConflict("review.roundConcluded", "本轮联审已形成结论，不能再提出异议");
        }
        opinions.contest(opinionId, reason.strip(), entry(actor, null));
        events.publishEvent(new OpinionContested(caseId, standing.requestId(), opinionId));
    }

    /** The opinions of the latest round that other offices entered for their bodies. */
    @Transactional(readOnly = true)
    public List<Standing> enteredForOthers(long caseId) {
        return rounds.latest(caseId).map(rounds::ofReview).stream()
                .flatMap(all -> all.stream().skip(Math.max(0, all.size() - 1)))
                .flatMap(round -> opinions.standings(round.id()).stream())
                .filter(s -> Boolean.TRUE.equals(s.enteredFor()) && s.office() != null && s.carriedFrom() == null)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Long> latest(long caseId) {
        return rounds.latest(caseId);
    }

    @Transactional(readOnly = true)
    public List<Round> rounds(long reviewId) {
        return rounds.ofReview(reviewId);
    }

    @Transactional(readOnly = true)
    public Round round(long roundId) {
        return rounds.get(roundId);
    }

    /** Where each body of a round stands. */
    @Transactional(readOnly = true)
    public List<Standing> standings(long roundId) {
        return opinions.standings(roundId);
    }

    @Transactional(readOnly = true)
    public Tally tally(long roundId) {
        return Tally.of(opinions.standings(roundId));
    }

    /** The conditions that count in a round. */
    @Transactional(readOnly = true)
    public List<Condition> conditions(long roundId) {
        return opinions.conditionsOfRound(roundId);
    }

    @Transactional(readOnly = true)
    public Optional<Concluded> conclusion(long roundId) {
        return outcomes.conclusion(roundId);
    }

    /** The bodies that the policy names for this case, as a form offers them: {@code role:LEVEL} and name. */
    @Transactional(readOnly = true)
    public List<BodyChoice> choices(long caseId) {
        return bodies.parties(caseId).stream()
                .map(p -> new BodyChoice(
                        Bodies.key(p),
                        bodies.of(caseId, p).stream().map(Bodies.Body::name).collect(Collectors.joining("、")),
                        p.weight() == Weight.MANDATORY))
                .toList();
    }

    /** A body on offer for a round. */
    public record BodyChoice(String key, String name, boolean mandatory) {}

    private void attach(long caseId, String purpose, String subject, List<UUID> files, Actor actor) {
        if (!files.isEmpty()) documents.attach(caseId, purpose, subject, files, actor);
    }

    private Entry entry(Actor actor, @Nullable LocalDate happenedOn) {
        return new Entry(actor, happenedOn == null ? today() : happenedOn, clock.instant());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static boolean isFilled(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
