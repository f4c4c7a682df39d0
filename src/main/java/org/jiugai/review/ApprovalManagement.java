package org.jiugai.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The approval of the reviewed plan and its filing with the city office. */
@Service
@Transactional
public class ApprovalManagement {
    private final ReviewRounds rounds;
    private final Outcomes outcomes;
    private final CaseManagement cases;
    private final DocumentManagement documents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApprovalManagement(
            ReviewRounds rounds,
            Outcomes outcomes,
            CaseManagement cases,
            DocumentManagement documents,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rounds = rounds;
        this.outcomes = outcomes;
        this.cases = cases;
        this.documents = documents;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Approves the plan or returns it for revision (book 5.5, task 22).
     *
     * @throws RuleViolation when number, amount or validity do not hold
     */
    public void decide(long reviewId, ApprovalForm form, Actor actor) {
        long caseId = rounds.caseOf(reviewId);
        cases.lock(caseId);
        String county = cases.get(caseId).county();
        LocalDate on = Objects.requireNonNullElse(form.approvalDate(), today());
        approvalFaults(form, county, on).refuse("review.approvalRefused");
        long approval = outcomes.approve(reviewId, county, form, entry(actor, on));
        if (!form.attachments().isEmpty()) {
            documents.attach(caseId, "方案批复文件", "review-approval:" + approval, form.attachments(), actor);
        }
        if (form.decision() == ApprovalDecision.APPROVED) {
            rounds.close(reviewId, "APPROVED", on);
            events.publishEvent(new PlanApproved(
                    caseId,
                    approval,
                    Objects.requireNonNull(form.approvalNo()),
                    Objects.requireNonNull(form.approvedInvestment()),
                    Objects.requireNonNull(form.validUntil())));
        }
    }

    private Faults approvalFaults(ApprovalForm form, String county, LocalDate on) {
        if (form.decision() == ApprovalDecision.RETURNED) {
            return new Faults().require(isFilled(form.comment()), "comment", "【意见说明】退回时必填，须写明修改要求");
        }
        String no = Objects.requireNonNullElse(form.approvalNo(), "").strip();
        return new Faults()
                .require(!no.isEmpty(), "approvalNo", "【批复文号】批复时必填")
                .require(no.isEmpty() || !outcomes.approvalNoTaken(county, no), "approvalNo", "【批复文号】本区县已有相同文号：" + no)
                .require(
                        form.approvedInvestment() != null
                                && form.approvedInvestment().isPositive(),
                        "approvedInvestment",
                        "【批准投资】必须大于0")
                .require(form.validUntil() != null && form.validUntil().isAfter(today()), "validUntil", "【有效期至】必须晚于今天")
                .require(!on.isAfter(today()), "approvalDate", "【批复日期】不能晚于今天");
    }

    /**
     * Files the approved plan (S0-83).
     *
     * @throws RuleViolation when the date lies before the approval or in the future
     */
    public void file(long reviewId, FilingForm form, Actor actor) {
        Approval approval = granted(reviewId).orElseThrow(() -> new IllegalStateException("nothing approved to file"));
        LocalDate on = Objects.requireNonNullElse(form.filingDate(), today());
        new Faults()
                .require(
                        !on.isBefore(approval.happenedOn()) && !on.isAfter(today()),
                        "filingDate",
                        "【备案日期】不能早于批复日期，也不能晚于今天")
                .refuse("review.filingRefused");
        outcomes.file(approval.id(), form, entry(actor, on));
        if (!form.attachments().isEmpty()) {
            documents.attach(
                    rounds.caseOf(reviewId), "方案备案回执", "review-filing:" + approval.id(), form.attachments(), actor);
        }
    }

    /** The approval in force of a case's plan. */
    @Transactional(readOnly = true)
    public Optional<Approval> approval(long caseId) {
        return rounds.latest(caseId).flatMap(this::granted);
    }

    /** Every decision of the approver in a review, oldest first. */
    @Transactional(readOnly = true)
    public List<Approval> decisions(long reviewId) {
        return outcomes.approvals(reviewId);
    }

    private Optional<Approval> granted(long reviewId) {
        return outcomes.approvals(reviewId).stream().filter(Approval::isGranted).findFirst();
    }

    private Entry entry(Actor actor, LocalDate happenedOn) {
        return new Entry(actor, happenedOn, clock.instant());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static boolean isFilled(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
