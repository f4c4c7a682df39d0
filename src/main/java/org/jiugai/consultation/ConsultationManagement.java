package org.jiugai.consultation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.Share;
import org.jiugai.notice.NoticeManagement;
import org.jiugai.notice.PublicNotice;
import org.jiugai.notice.ReceivedObjection;
import org.jiugai.policy.Parameters;
import org.jiugai.policy.Parameters.NoticeStage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The course of a community's consultation: rounds, councils, the final plan. */
@Service
@Transactional
public class ConsultationManagement {
    private final ConsultationFile file;
    private final CaseManagement cases;
    private final NoticeManagement notices;
    private final DocumentManagement documents;
    private final OwnersDecision decision;
    private final OpinionLedger ledger;
    private final Clock clock;

    ConsultationManagement(
            ConsultationFile file,
            CaseManagement cases,
            NoticeManagement notices,
            DocumentManagement documents,
            OwnersDecision decision,
            OpinionLedger ledger,
            Clock clock) {
        this.file = file;
        this.cases = cases;
        this.notices = notices;
        this.documents = documents;
        this.decision = decision;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What is due after a plan was submitted. */
    public record Course(boolean noticeDue, boolean councilDue, boolean nextRoundDue, boolean voteDue) {}

    /**
     * @param held whether the meeting counts; otherwise a second one follows
     * @param revisionDue whether the plan is revised before it goes on, where no further round follows anyway
     */
    public record CouncilResult(boolean held, boolean revisionDue) {}

    /** Opens the next round; its draft belongs to the returned notice stage. */
    public NoticeStage openRound(long caseId, long communityId) {
        return Progress.stageOf(file.rounds().open(caseId, communityId, today(), clock.instant()));
    }

    @Transactional(readOnly = true)
    public Course course(long caseId, long communityId) {
        Progress progress = progress(caseId, communityId);
        return new Course(
                progress.noticeDue(),
                progress.councilDue(),
                progress.nextRoundDue(),
                decision.isDue(caseId, communityId));
    }

    /**
     * Records a meeting of the residents' council.
     *
     * @throws RuleViolation when a first meeting without quorum claims a result, or a second one has no written opinions
     */
    public CouncilResult recordCouncil(long caseId, long communityId, CouncilForm form, Actor actor) {
        int attempt = attempt(communityId);
        CouncilRules.check(
                form, attempt, quorum(caseId), cases.community(communityId).buildings(), today());
        int round = file.rounds().current(communityId);
        long id = file.councils().add(caseId, communityId, round, attempt, form, actor, clock.instant());
        String subject = "residents-council:" + id;
        documents.attach(caseId, "议事会会议纪要", subject, form.minutes(), actor);
        documents.attach(caseId, "议事会签到表", subject, form.signSheet(), actor);
        documents.attach(caseId, "居民书面意见", subject, form.writtenOpinionDocs(), actor);
        return new CouncilResult(
                form.decision() != CouncilForm.Decision.ADJOURNED, form.decision() == CouncilForm.Decision.REVISE);
    }

    /** Which meeting of the running round comes next: 1, or 2 after one without quorum. */
    @Transactional(readOnly = true)
    public int attempt(long communityId) {
        int round = file.rounds().current(communityId);
        return 1
                + (int) councils(communityId).stream()
                        .filter(c -> c.round() == round)
                        .count();
    }

    /** The share of those invited that must come. */
    @Transactional(readOnly = true)
    public Share quorum(long caseId) {
        return cases.parameter(caseId, Parameters.COUNCIL_QUORUM);
    }

    /**
     * Makes the latest version final.
     *
     * @throws RuleViolation naming every item of the checklist that is missing
     */
    public void finalise(long caseId, long communityId, FinalPlanForm form, Actor actor) {
        PlanSummary plan = file.plans()
                .latest(communityId)
                .orElseThrow(() -> new RuleViolation("consultation.noPlan", "本小区还没有编制方案"));
        progress(caseId, communityId).checkFinal(form, plan.version());
        file.finals().add(caseId, plan, form, today(), actor, clock.instant());
        documents.attach(caseId, "意见采纳情况表", "renovation-plan:" + plan.planId(), form.opinionAdoption(), actor);
    }

    /** What the policy requires before the plan is final, and whether it is done. */
    @Transactional(readOnly = true)
    public Map<CheckItem, Boolean> checklist(long caseId, long communityId) {
        return progress(caseId, communityId).checklist();
    }

    /** The day on which the community's plan became final. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> finalisedOn(long communityId) {
        return file.finals().ofCommunity(communityId).map(FinalPlans.FinalPlan::finalisedOn);
    }

    @Transactional(readOnly = true)
    public List<Council> councils(long communityId) {
        return file.councils().ofCommunity(communityId);
    }

    @Transactional(readOnly = true)
    public List<CouncilForm.Opinion> opinions(long councilId) {
        return file.councils().opinions(councilId);
    }

    /** Objections to the community's notices that were upheld: stage, content, decision, reply. */
    @Transactional(readOnly = true)
    public List<List<String>> upheldObjections(long communityId) {
        return notices.ofCommunity(communityId).stream()
                .flatMap(notice -> notices.objections(notice.noticeId()).stream()
                        .filter(ReceivedObjection::upheld)
                        .map(objection -> List.of(
                                PublicNotice.name(notice.stage()),
                                objection.content(),
                                objection.shownDecision(),
                                objection.shownReply())))
                .toList();
    }

    private Progress progress(long caseId, long communityId) {
        return Progress.of(
                cases.policy(caseId),
                file.rounds().current(communityId),
                notices.ofCommunity(communityId),
                councils(communityId),
                decision.outcome(caseId, communityId),
                ledger.open(communityId));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
