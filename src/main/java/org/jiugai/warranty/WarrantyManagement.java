package org.jiugai.warranty;

import java.time.Clock;
import java.time.LocalDate;
import org.jiugai.acceptance.AcceptanceManagement;
import org.jiugai.acceptance.AcceptancePassed;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.ProvisionalDates;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.StateConflict;
import org.jiugai.kernel.Unrecorded;
import org.jiugai.policy.Parameters;
import org.jiugai.tender.Contract;
import org.jiugai.tender.TenderManagement;
import org.jiugai.warranty.RetentionRelease.Decision;
import org.jiugai.warranty.RetentionRelease.Seat;
import org.jiugai.worktime.DueDate;
import org.jiugai.worktime.WorkingCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The warranty of a case: from its acceptance to the release of the retention money, which waits for every open defect. */
@Service
@Transactional
public class WarrantyManagement {
    /** Kind of a warranty among provisional dates. */
    public static final String SUBJECT = "warranty";

    private final WarrantyRows rows;
    private final AcceptanceManagement acceptance;
    private final TenderManagement tenders;
    private final CaseManagement cases;
    private final DocumentManagement documents;
    private final WorkingCalendar calendar;
    private final ProvisionalDates provisional;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WarrantyManagement(
            WarrantyRows rows,
            AcceptanceManagement acceptance,
            TenderManagement tenders,
            CaseManagement cases,
            DocumentManagement documents,
            WorkingCalendar calendar,
            ProvisionalDates provisional,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.acceptance = acceptance;
        this.tenders = tenders;
        this.cases = cases;
        this.documents = documents;
        this.calendar = calendar;
        this.provisional = provisional;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens the warranty as of the day of the passing final acceptance.
     *
     * @return the first day on which the retention money may be paid out, rolled to a working day
     */
    public LocalDate open(long caseId) {
        LocalDate accepted = acceptance
                .passed(caseId)
                .map(AcceptancePassed::acceptedOn)
                .orElseThrow(() -> new StateConflict("warranty.notAccepted", "工程尚未竣工验收合格，质保期不能起算"));
        int months = retentionMonths(caseId);
        DueDate end = calendar.endOfMonths(accepted, months);
        rows.open(new WarrantyRows.Term(caseId, accepted, months, end.effective(), end.provisional()), clock.instant());
        provisional.months(caseId, SUBJECT + ":" + caseId, accepted, months, end);
        return term(caseId).retentionEnd();
    }

    /** As agreed in the works contract, the longest where there are several; what the policy says where there is none. */
    private int retentionMonths(long caseId) {
        return tenders.contracts(caseId).stream()
                .filter(contract -> contract.type().isWorks())
                .mapToInt(Contract::retentionMonths)
                .max()
                .orElseGet(() -> cases.parameter(caseId, Parameters.RETENTION_MONTHS));
    }

    /** The end of the retention period was provisional and is counted again; released money stays released. */
    public void moveRetentionEnd(long caseId, DueDate end) {
        rows.moveRetentionEnd(caseId, end);
    }

    /**
     * Reports a defect; its repair begins at once.
     *
     * @return id of the defect
     * @throws StateConflict before the warranty has begun
     */
    public long report(long caseId, DefectReport report, Actor actor) {
        new Faults()
                .require(!report.description().isBlank(), "description", "【缺陷描述】必填")
                .require(report.description().length() <= 500, "description", "【缺陷描述】不得超过500字")
                .require(!report.location().isBlank(), "location", "【部位】必填")
                .require(report.location().length() <= 100, "location", "【部位】不得超过100字")
                .refuse("warranty.invalidReport");
        cases.lock(caseId);
        term(caseId);
        RenovationCase file = cases.get(caseId);
        long id = rows.add(caseId, report, actor, today(), clock.instant());
        if (!report.photos().isEmpty()) documents.attach(caseId, "报修照片", "defect:" + id, report.photos(), actor);
        events.publishEvent(new DefectReported(caseId, file.caseNo(), file.county(), id));
        return id;
    }

    /** How many defects are open, with the case locked: nobody opens or closes one until this transaction ends. */
    @Unrecorded("reads while it holds the case")
    public int countOpenDefects(long caseId) {
        cases.lock(caseId);
        return rows.openDefects(caseId);
    }

    /** The employer finds that the retention money may be paid out. */
    public void agreeAsEmployer(long caseId, RetentionRelease form, Actor actor) {
        new Faults()
                .require(form.decision() == Decision.AGREE, "decision", "【核查结论】核查发现质量问题的，请先登记报修；缺陷销号后再核查退还")
                .refuse("warranty.reportDefectInstead");
        decide(caseId, Seat.EMPLOYER, form, actor);
    }

    /**
     * The treasury agrees, and the money is released, or gives it back to the employer.
     *
     * @return whether it is released
     */
    public boolean decideAsTreasury(long caseId, RetentionRelease form, Actor actor) {
        decide(caseId, Seat.TREASURY, form, actor);
        if (form.decision() == Decision.REFUSE) return false;
        rows.release(caseId, today());
        events.publishEvent(new RetentionReleased(caseId, today()));
        return true;
    }

    private void decide(long caseId, Seat seat, RetentionRelease form, Actor actor) {
        int open = countOpenDefects(caseId);
        WarrantyRows.Term term = term(caseId);
        new Faults()
                .require(
                        form.decision() == Decision.REFUSE || open == 0,
                        "decision",
                        "【核查结论】尚有" + open + "项缺陷未销号，不得退还质保金")
                .require(
                        !today().isBefore(term.retentionEnd()), "decision", "【核查结论】质保金期限至" + term.retentionEnd() + "方满")
                .require(!form.applyDate().isAfter(today()), "applyDate", "【施工申请日】不得晚于今天")
                .require(
                        form.decision() == Decision.AGREE
                                || (form.comment() != null && !form.comment().isBlank()),
                        "comment",
                        "【意见说明】不同意时必填")
                .refuse("warranty.invalidRelease");
        rows.add(caseId, seat, form, actor, today(), clock.instant());
        documents.attach(caseId, "质保金核查记录", "retention-release:" + caseId, form.siteCheck(), actor);
    }

    /** When the warranty began and when its retention period ends. */
    @Transactional(readOnly = true)
    public WarrantyTerm warrantyTerm(long caseId) {
        WarrantyRows.Term term = term(caseId);
        return new WarrantyTerm(term.acceptedOn(), term.retentionEnd(), term.provisional(), rows.openDefects(caseId));
    }

    private WarrantyRows.Term term(long caseId) {
        return rows.term(caseId).orElseThrow(() -> new StateConflict("warranty.notOpened", "本案尚未进入质保期，不能登记报修"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * @param retentionEnd the first day on which the retention money may be paid out
     * @param provisional whether that day may still move, its year's calendar not being published
     */
    public record WarrantyTerm(LocalDate acceptedOn, LocalDate retentionEnd, boolean provisional, int openDefects) {}
}
