package org.jiugai.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.PeriodRecounted;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.StateConflict;
import org.jiugai.kernel.Unrecorded;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The opinions of bodies and experts: given, entered for a body, taken from its silence; reminders and escalation of what is late. */
@Service
@Transactional
public class OpinionManagement {
    private final ReviewRounds rounds;
    private final Opinions opinions;
    private final Bodies bodies;
    private final OpinionDeadlines deadlines;
    private final CaseManagement cases;
    private final DocumentManagement documents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OpinionManagement(
            ReviewRounds rounds,
            Opinions opinions,
            Bodies bodies,
            OpinionDeadlines deadlines,
            CaseManagement cases,
            DocumentManagement documents,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rounds = rounds;
        this.opinions = opinions;
        this.bodies = bodies;
        this.deadlines = deadlines;
        this.cases = cases;
        this.documents = documents;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A body's opinion. When another office acts, the stamped paper opinion is entered for the body (代录).
     *
     * @throws RuleViolation when a rule of book 5.5, task 19 does not hold
     * @throws StateConflict when the body has already given its opinion
     */
    public long give(long requestId, OpinionForm form, Actor actor) {
        Request request = rounds.request(requestId);
        long caseId = caseOf(request);
        Standing standing = opinions.standing(requestId);
        Long superseded = supersededBy(standing, actor);
        OpinionRules.check(form, today(), rounds.get(request.roundId()).openedOn())
                .require(!isDesigner(caseId, request, form.reviewer(), actor), "reviewer", "【审查人】与设计单位有利害关系，须回避")
                .refuse("review.opinionRefused");
        long opinion = opinions.save(
                new Opinions.Given(
                        requestId,
                        form.opinion(),
                        form.legalGround(),
                        form.reviewer().strip(),
                        form.comment(),
                        isEnteredFor(request, actor),
                        false,
                        superseded),
                form.opinion() == Opinion.REVISE ? form.conditions() : List.of(),
                entry(actor, form.opinionDate()));
        attach(caseId, "盖章意见书", opinion, form.signedDoc(), actor);
        return opinion;
    }

    /** The expert group's opinion, with each expert's own (book 5.5, task 20). */
    public long giveAsExperts(long requestId, ExpertForm form, Actor actor) {
        Request request = rounds.request(requestId);
        long caseId = caseOf(request);
        Long superseded = supersededBy(opinions.standing(requestId), actor);
        Round round = rounds.get(request.roundId());
        ExpertRules.check(
                        form,
                        round.structureChanged(),
                        bodies.designer(caseId).map(d -> d.name()).orElse(""))
                .refuse("review.expertOpinionRefused");
        long opinion = opinions.save(
                new Opinions.Given(
                        requestId,
                        form.opinion(),
                        form.legalGround(),
                        form.experts().get(0).name().strip(),
                        form.comment(),
                        isEnteredFor(request, actor),
                        false,
                        superseded),
                form.opinion() == Opinion.REVISE ? form.conditions() : List.of(),
                entry(actor, null));
        int line = 0;
        for (ExpertForm.Expert expert : form.experts()) opinions.save(opinion, ++line, expert);
        attach(caseId, "专家组意见书", opinion, form.signedDoc(), actor);
        return opinion;
    }

    /** The period has passed and the policy takes this body's silence as consent (默示同意). */
    public void consentBySilence(long requestId) {
        Request request = rounds.request(requestId);
        if (!request.silenceConsent())
            throw new IllegalStateException("silence of " + request.bodyName() + " is no consent");
        opinions.save(
                new Opinions.Given(requestId, Opinion.AGREE, null, "—", null, false, true, null),
                List.of(),
                entry(Actor.SYSTEM, null));
    }

    /** The opinion is overdue: noted on the request. @return whether the body's silence counts as consent */
    public boolean becomesOverdue(long requestId) {
        Request request = rounds.request(requestId);
        if (!request.silenceConsent()) rounds.note(requestId, "ESCALATED", today(), entry(Actor.SYSTEM, null));
        return request.silenceConsent();
    }

    /** The bodies whose reminder is due, and that have neither answered nor been reminded. */
    @Transactional(readOnly = true)
    public List<Long> toRemind() {
        return rounds.toRemind(today());
    }

    /** Reminds a body. @return whether nobody else did so before */
    public boolean remind(long requestId) {
        if (!rounds.note(requestId, "REMINDED", today(), entry(Actor.SYSTEM, null))) return false;
        Request request = rounds.request(requestId);
        events.publishEvent(new OpinionReminded(caseOf(request), requestId, request.office(), request.dueOn()));
        return true;
    }

    /** Remembers the day on which an opinion is due under a further subject, as long as it is provisional. */
    @Unrecorded("notes when a period is to be counted again, which is no fact")
    public void remember(long requestId, String subject) {
        Request request = rounds.request(requestId);
        long caseId = caseOf(request);
        LocalDate opened = rounds.get(request.roundId()).openedOn();
        deadlines.remember(OpinionDeadlines.Deadline.DUE, caseId, subject, cases.policy(caseId), opened);
    }

    /** A date of a round was provisional and is counted again. @return whether it was one of a round */
    @Unrecorded("tells whether the day is one of a round; that the year was loaded is on record")
    public boolean moveDeadline(PeriodRecounted recounted) {
        return deadlines.move(recounted);
    }

    @Transactional(readOnly = true)
    public Request request(long requestId) {
        return rounds.request(requestId);
    }

    @Transactional(readOnly = true)
    public List<Request> requests(long roundId) {
        return rounds.requests(roundId);
    }

    /** What the same body said in earlier rounds, latest first. */
    @Transactional(readOnly = true)
    public List<Standing> earlier(long requestId) {
        return opinions.earlier(rounds.request(requestId));
    }

    /** Reminder and escalation of a request, for people. */
    @Transactional(readOnly = true)
    public List<String> events(long requestId) {
        return rounds.events(requestId);
    }

    /** Why a body contests what was entered for it. */
    @Transactional(readOnly = true)
    public String contestReason(long opinionId) {
        return opinions.contestReason(opinionId);
    }

    /** An opinion that stands cannot be given again, unless the body contests what was entered for it and now speaks itself. */
    private @Nullable Long supersededBy(Standing standing, Actor actor) {
        if (standing.opinionId() == null) return null;
        if (!standing.contested()) throw new StateConflict("review.opinionGiven", standing.bodyName() + "已出具意见，不能重复出具");
        if (!actor.officeId().equals(standing.office())) {
            throw new RuleViolation("review.notYourOpinion", "提出异议后，须由" + standing.bodyName() + "自行出具意见");
        }
        return standing.opinionId();
    }

    private boolean isDesigner(long caseId, Request request, String reviewer, Actor actor) {
        return bodies.designer(caseId)
                .filter(d -> d.id().equals(request.office())
                        || reviewer.contains(d.name())
                        || (!isEnteredFor(request, actor) && bodies.belongsTo(actor.personId(), d.id())))
                .isPresent();
    }

    private static boolean isEnteredFor(Request request, Actor actor) {
        return !actor.officeId().equals(request.office());
    }

    private long caseOf(Request request) {
        return rounds.caseOf(rounds.get(request.roundId()).reviewId());
    }

    private void attach(long caseId, String purpose, long opinion, List<UUID> files, Actor actor) {
        documents.attach(caseId, purpose, "review-opinion:" + opinion, files, actor);
    }

    private Entry entry(Actor actor, @Nullable LocalDate happenedOn) {
        return new Entry(actor, happenedOn == null ? today() : happenedOn, clock.instant());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
