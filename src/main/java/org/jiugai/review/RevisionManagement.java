package org.jiugai.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.policy.Parameters;
import org.jiugai.policy.Parameters.NoticeStage;
import org.jiugai.policy.Policy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The revised plan: conditions closed by those who set them, minor or major, publicised again or not. */
@Service
@Transactional
public class RevisionManagement {
    private final ReviewRounds rounds;
    private final Opinions opinions;
    private final Outcomes outcomes;
    private final CaseManagement cases;
    private final PlanUnderReview plan;
    private final DocumentManagement documents;
    private final Clock clock;

    RevisionManagement(
            ReviewRounds rounds,
            Opinions opinions,
            Outcomes outcomes,
            CaseManagement cases,
            PlanUnderReview plan,
            DocumentManagement documents,
            Clock clock) {
        this.rounds = rounds;
        this.opinions = opinions;
        this.outcomes = outcomes;
        this.cases = cases;
        this.plan = plan;
        this.documents = documents;
        this.clock = clock;
    }

    /** The bodies of a round (their requests) that still have an open condition. */
    @Transactional(readOnly = true)
    public List<Long> bodiesWithOpenConditions(long roundId) {
        return opinions.conditionsOfRound(roundId).stream()
                .filter(c -> !c.closed())
                .map(Condition::requestId)
                .distinct()
                .toList();
    }

    /** The conditions of one body that are still open. */
    @Transactional(readOnly = true)
    public List<Condition> openConditions(long requestId) {
        return opinions.conditionsOfRequest(requestId).stream()
                .filter(c -> !c.closed())
                .toList();
    }

    /**
     * The body that set conditions says of each whether the revision meets it.
     *
     * @throws RuleViolation when another office acts, or not exactly the open conditions are answered
     */
    public void checkConditions(long requestId, ConditionsForm form, Actor actor) {
        Request request = rounds.request(requestId);
        Round round = rounds.get(request.roundId());
        if (request.office() != null && !actor.officeId().equals(request.office())) {
            throw new RuleViolation("review.notYourCondition", "修改条件只能由提出条件的" + request.bodyName() + "确认落实");
        }
        Set<Long> open = openConditions(requestId).stream().map(Condition::id).collect(Collectors.toSet());
        List<Long> answered =
                form.checks().stream().map(ConditionsForm.Check::condition).toList();
        Faults faults = new Faults()
                .require(
                        answered.size() == open.size() && open.containsAll(answered),
                        "checks",
                        "【修改条件】须逐条确认本部门全部待落实条件，且不得包含其他条件");
        for (int i = 0; i < form.checks().size(); i++) {
            ConditionsForm.Check check = form.checks().get(i);
            faults.require(
                    check.result() == ConditionsForm.Result.CLOSED || isFilled(check.reason()),
                    "checks[%d].reason".formatted(i),
                    "【修改条件 第%d行 说明】未落实或变通落实时必填".formatted(i + 1));
        }
        faults.refuse("review.conditionsRefused");
        Entry entry = entry(actor);
        form.checks().forEach(c -> opinions.check(c.condition(), c.result().name(), c.reason(), entry));
        if (!form.attachments().isEmpty()) {
            documents.attach(
                    rounds.caseOf(round.reviewId()),
                    "条件落实附件",
                    "review-request:" + requestId,
                    form.attachments(),
                    actor);
        }
    }

    /**
     * Records how the revised plan differs from the reviewed one and what the chair holds it to be. Reopens conditions that it no longer
     * meets.
     *
     * @return the id of the modification
     */
    public long record(long roundId, ModificationForm form, Actor actor) {
        Round round = rounds.get(roundId);
        cases.lock(rounds.caseOf(round.reviewId()));
        List<Condition> conditions = opinions.conditionsOfRound(roundId);
        boolean majorObjection = unanswered(round.reviewId()).stream().anyMatch(Notice::isMajor);
        Faults faults = modificationFaults(round, form, conditions, majorObjection);
        requireWhatThePlansTell(round, form, faults);
        faults.refuse("review.modificationRefused");
        Entry entry = entry(actor);
        long modification = outcomes.save(
                new Modification(
                        0,
                        roundId,
                        round.estimateFen(),
                        form.revisedEstimate().fen(),
                        round.households(),
                        form.revisedHouseholds(),
                        form.mandatoryClassChanged(),
                        form.structureOrFire(),
                        form.commonPartChanged(),
                        form.contributionChanged(),
                        conditions.stream().anyMatch(c -> c.mandatory() && "ALTERED".equals(c.result())),
                        majorObjection,
                        outcomes.notices(round.reviewId()).stream()
                                .mapToLong(Notice::id)
                                .max()
                                .orElse(0),
                        form.nature(),
                        form.overrideReason(),
                        form.comment(),
                        entry.happenedOn()),
                entry);
        form.affectedBodies().forEach(request -> outcomes.saveAffected(modification, request));
        form.reopenedConditions().forEach(c -> opinions.check(c, "REOPENED", form.comment(), entry));
        return modification;
    }

    private Faults modificationFaults(
            Round round, ModificationForm form, List<Condition> conditions, boolean majorObjection) {
        Set<Long> bodies = rounds.requests(round.id()).stream().map(Request::id).collect(Collectors.toSet());
        Set<Long> closed =
                conditions.stream().filter(Condition::closed).map(Condition::id).collect(Collectors.toSet());
        boolean needsBodies = form.nature() == Nature.MAJOR
                && policy(round).get(Parameters.MAJOR_NEEDS_REVIEW)
                && policy(round).get(Parameters.RE_REVIEW_SCOPE).equals("AFFECTED");
        return new Faults()
                .require(form.revisedEstimate().isPositive(), "revisedEstimate", "【修改后投资估算】必须大于0")
                .require(!majorObjection || form.nature() == Nature.MAJOR, "nature", "【修改性质】公示异议成立且属重大，须为重大修改")
                .require(
                        !needsBodies || !form.affectedBodies().isEmpty(),
                        "affectedBodies",
                        "【受影响部门】重大修改时至少选择一个须重新出具意见的部门")
                .require(bodies.containsAll(form.affectedBodies()), "affectedBodies", "【受影响部门】包含本轮未参评的部门")
                .require(closed.containsAll(form.reopenedConditions()), "reopenedConditions", "【须重新确认的条件】只能选择已落实的条件");
    }

    /** What the plan versions themselves show cannot be denied in the form. */
    private void requireWhatThePlansTell(Round round, ModificationForm form, Faults faults) {
        long caseId = rounds.caseOf(round.reviewId());
        PlanUnderReview.Comparison found = plan.since(caseId, round.id());
        String fault = "与方案版本比对结果不符，比对结果为“是”";
        faults.require(
                        !plan.isDrawnUp(caseId)
                                || form.revisedEstimate().equals(plan.of(caseId).estimate()),
                        "revisedEstimate",
                        "【修改后投资估算】与各小区现行方案合计 " + plan.of(caseId).estimate().shown() + " 元不一致")
                .require(
                        form.mandatoryClassChanged() || !found.mandatoryClassChanged(),
                        "mandatoryClassChanged",
                        "【减少基础类内容或新增类别】" + fault)
                .require(form.structureOrFire() || !found.structure(), "structureOrFire", "【改变结构、消防车道、疏散或荷载】" + fault)
                .require(
                        form.commonPartChanged() || !found.commonPart(),
                        "commonPartChanged",
                        "【改变共有部分用途或占用共有场地】" + fault)
                .require(
                        form.contributionChanged() || !found.contribution(), "contributionChanged", "【改变居民出资】" + fault);
    }

    /**
     * Settles the nature of a modification.
     *
     * @param grounds the rows of the decision table that hold
     * @return what happens next
     * @throws RuleViolation when the chair departs from the table without a reason
     */
    public NextStep settle(long modificationId, List<String> grounds) {
        Modification m = outcomes.modification(modificationId);
        Nature proposed = grounds.isEmpty() ? Nature.MINOR : Nature.MAJOR;
        new Faults()
                .require(
                        m.judgement() == proposed || isFilled(m.overrideReason()),
                        "overrideReason",
                        "【改变建议性质的理由】修改性质与建议“" + proposed.label() + "”"
                                + (grounds.isEmpty() ? "" : "（" + String.join("、", grounds) + "）") + "不一致时必填")
                .refuse("review.natureRefused");
        outcomes.settle(
                modificationId, String.join("、", grounds), m.judgement(), m.overrideReason(), entry(Actor.SYSTEM));
        Round round = rounds.get(m.roundId());
        if (m.judgement() == Nature.MAJOR && policy(round).get(Parameters.MAJOR_NEEDS_REVIEW))
            return NextStep.REVIEW_AGAIN;
        return bodiesWithOpenConditions(m.roundId()).isEmpty() ? NextStep.GO_ON : NextStep.CONFIRM_CONDITIONS;
    }

    /** What follows a revision. */
    public enum NextStep {
        GO_ON,
        CONFIRM_CONDITIONS,
        REVIEW_AGAIN
    }

    @Transactional(readOnly = true)
    public Modification modification(long modificationId) {
        return outcomes.modification(modificationId);
    }

    @Transactional(readOnly = true)
    public List<Modification> modifications(long roundId) {
        return outcomes.modifications(roundId);
    }

    /** The nature that was settled; null while the modification is open. */
    @Transactional(readOnly = true)
    public @Nullable Nature nature(long modificationId) {
        return outcomes.nature(modificationId).orElse(null);
    }

    /**
     * The communities whose plan has to be publicised now: the policy has a notice after the review and none was held since this round
     * opened, or a major modification needs a new one.
     */
    @Transactional(readOnly = true)
    public List<Long> communitiesToPublicise(long roundId) {
        Round round = rounds.get(roundId);
        List<Notice> held = outcomes.notices(round.reviewId());
        boolean afterReview = policy(round).get(Parameters.NOTICE_STAGES).contains(NoticeStage.AFTER_REVIEW)
                && held.stream().noneMatch(n -> n.roundId() == roundId);
        boolean afterMajor = policy(round).get(Parameters.MAJOR_NEEDS_NOTICE)
                && outcomes.lastSettled(round.reviewId(), Nature.MAJOR)
                        .filter(m -> held.stream().noneMatch(n -> n.id() > m.noticesSeen()))
                        .isPresent();
        return afterReview || afterMajor ? communities(rounds.caseOf(round.reviewId())) : List.of();
    }

    /** The communities of a case, whose plans are revised one after another. */
    @Transactional(readOnly = true)
    public List<Long> communities(long caseId) {
        return cases.communities(caseId).stream()
                .map(CaseCommunity::communityId)
                .toList();
    }

    /** @param outcome CLEAN, MINOR_UPHELD or MAJOR_UPHELD */
    public void recordNotice(long roundId, long communityId, String outcome) {
        outcomes.saveNotice(roundId, communityId, outcome, entry(Actor.SYSTEM));
    }

    /** Whether an objection was upheld that no revision has answered yet. */
    @Transactional(readOnly = true)
    public boolean hasUpheldObjection(long roundId) {
        return !unanswered(rounds.get(roundId).reviewId()).isEmpty();
    }

    private List<Notice> unanswered(long reviewId) {
        long answered = outcomes.noticesAnswered(reviewId);
        return outcomes.notices(reviewId).stream()
                .filter(n -> n.isUpheld() && n.id() > answered)
                .toList();
    }

    private Policy policy(Round round) {
        return cases.policy(rounds.caseOf(round.reviewId()));
    }

    private Entry entry(Actor actor) {
        return new Entry(actor, LocalDate.now(clock), clock.instant());
    }

    private static boolean isFilled(@Nullable String text) {
        return !Objects.requireNonNullElse(text, "").isBlank();
    }
}
