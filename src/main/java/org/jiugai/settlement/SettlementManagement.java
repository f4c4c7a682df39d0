package org.jiugai.settlement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.CaseOfficeLookup;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.Money;
import org.jiugai.policy.Parameters;
import org.jiugai.policy.Parameters.Level;
import org.jiugai.policy.Parameters.Seat;
import org.jiugai.settlement.SettlementReview.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Settlement: submitted by the contractor, reviewed by the auditor of the policy, returned or approved once. */
@Service
@Transactional
public class SettlementManagement {
    private final SettlementRows rows;
    private final ContractSum contract;
    private final CaseManagement cases;
    private final CaseOfficeLookup offices;
    private final DocumentManagement documents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SettlementManagement(
            SettlementRows rows,
            ContractSum contract,
            CaseManagement cases,
            CaseOfficeLookup offices,
            DocumentManagement documents,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.contract = contract;
        this.cases = cases;
        this.offices = offices;
        this.documents = documents;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records the contractor's account.
     *
     * @return id of the submission
     */
    public long submit(long caseId, SettlementAccount form, Actor actor) {
        new Faults()
                .require(form.submitted().isPositive(), "submitted", "【送审结算】须大于零")
                .refuse("settlement.invalidAccount");
        long id = rows.add(caseId, form, actor, LocalDate.now(clock), clock.instant());
        documents.attach(caseId, "竣工结算书", "settlement:" + id, form.settlementBook(), actor);
        return id;
    }

    /** The amount by which {@code settlement-review-days} gives the days of review, in fen. */
    @Transactional(readOnly = true)
    public Money submitted(long submissionId) {
        return rows.submission(submissionId).submitted();
    }

    /** Records the review; an approval fixes the price and is published. */
    public void review(long submissionId, SettlementReview form, Actor actor) {
        SettlementRows.Submitted submission = rows.submission(submissionId);
        check(form, submission.submitted());
        LocalDate today = LocalDate.now(clock);
        rows.add(submissionId, form, actor, today, clock.instant());
        documents.attach(submission.caseId(), "结算审核报告", "settlement:" + submissionId, form.auditReport(), actor);
        if (form.decision() == Decision.RETURN) return;
        Money settled = Objects.requireNonNull(form.audited());
        rows.settle(submission.caseId(), submissionId, settled, today);
        events.publishEvent(new SettlementApproved(submission.caseId(), settled, today));
    }

    static void check(SettlementReview form, Money submitted) {
        Faults faults = new Faults();
        if (form.decision() == Decision.RETURN) {
            faults.require(!isBlank(form.comment()), "comment", "【意见说明】退回时必填，须写明需补正的内容");
        } else {
            Money audited = form.audited();
            faults.require(audited != null && audited.isPositive(), "audited", "【审定结算】审定时必填，须大于零")
                    .require(!form.auditReport().isEmpty(), "auditReport", "【审核报告】审定时必须上传")
                    .require(
                            audited == null || !audited.isMoreThan(submitted) || !isBlank(form.reason()),
                            "reason",
                            "【审定理由】审定金额超过送审金额时必填");
        }
        faults.refuse("settlement.invalidReview");
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** The settled price; empty until approved. */
    @Transactional(readOnly = true)
    public Optional<Money> settled(long caseId) {
        return rows.settled(caseId);
    }

    /** The office that reviews under the policy of the case. */
    @Transactional(readOnly = true)
    public String auditor(long caseId) {
        Seat seat = cases.parameter(caseId, Parameters.SETTLEMENT_AUDITOR);
        Level level = seat.level() == null ? Level.COUNTY : seat.level();
        return offices.holder(caseId, seat.role(), level).orElseGet(() -> offices.renovationOffice(caseId));
    }

    /** Earlier rounds and the contract price, for those who submit and review. */
    @Transactional(readOnly = true)
    public View view(long caseId) {
        return new View(
                contract.of(caseId),
                rows.submissions(caseId).stream()
                        .map(s -> new Round(
                                s.no(),
                                s.submitted(),
                                s.objection() == null ? "" : s.objection(),
                                s.comment() == null ? "" : s.comment()))
                        .toList());
    }

    public record View(Optional<Money> contractPrice, List<Round> rounds) {}

    public record Round(int no, Money submitted, String objection, String returnedFor) {}
}
