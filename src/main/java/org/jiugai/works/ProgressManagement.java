package org.jiugai.works;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.works.ProgressReport.Item;
import org.jiugai.works.ProgressVerdict.Decision;
import org.jiugai.works.ProgressVerdict.Seat;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Progress of the works: reported by the contractor, verified by the supervisor, confirmed by the employer; always cumulative. */
@Service
@Transactional
public class ProgressManagement {
    private final ProgressRows rows;
    private final StartFormalities start;
    private final ContractOfCase contracts;
    private final CaseManagement cases;
    private final DocumentManagement documents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProgressManagement(
            ProgressRows rows,
            StartFormalities start,
            ContractOfCase contracts,
            CaseManagement cases,
            DocumentManagement documents,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.start = start;
        this.contracts = contracts;
        this.cases = cases;
        this.documents = documents;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records a report; its period begins where the last confirmed one ended.
     *
     * @return id of the report
     * @throws RuleViolation when the weights do not add up, something decreased without a note, or the value exceeds the contract
     */
    public long report(long caseId, ProgressReport form, Actor actor) {
        Optional<ProgressRows.Confirmed> last = rows.lastConfirmed(caseId);
        LocalDate from = periodFrom(caseId, last);
        ProgressRules.check(
                form,
                from,
                LocalDate.now(clock),
                last.map(ProgressRows.Confirmed::progress).orElse(null),
                last.map(l -> rows.items(l.reportId())).orElse(List.of()),
                contracts.of(caseId).map(ContractOfCase.Terms::price).orElse(null));
        long id = rows.add(
                caseId, form, from, ProgressRules.physical(form.items()), actor, LocalDate.now(clock), clock.instant());
        documents.attach(caseId, "施工现场影像", "progress-report:" + id, form.photos(), actor);
        return id;
    }

    private LocalDate periodFrom(long caseId, Optional<ProgressRows.Confirmed> last) {
        return last.map(l -> l.periodTo().plusDays(1))
                .or(() -> start.started(caseId).map(StartFormalities.StartedOn::startDate))
                .orElseThrow(() -> new RuleViolation("works.notStarted", "本案尚未签发开工令，不能填报进度"));
    }

    /** Records the supervisor's verdict on a report. */
    public void verify(long reportId, ProgressVerdict form, Actor actor) {
        record(reportId, Seat.SUPERVISOR, form, actor);
    }

    /**
     * Records the employer's verdict; a confirmation is published.
     *
     * @return whether all work is done
     */
    public boolean confirm(long reportId, ProgressVerdict form, Actor actor) {
        ProgressRows.Reported report = rows.report(reportId);
        cases.lock(report.caseId());
        record(reportId, Seat.EMPLOYER, form, actor);
        if (form.decision() != Decision.CONFIRM) return false;
        Progress verified = new Progress(
                Progress.hundredths(Objects.requireNonNull(form.verifiedPct())),
                Objects.requireNonNull(form.verifiedValue()));
        LocalDate today = LocalDate.now(clock);
        rows.confirm(report.caseId(), reportId, verified, form.correctionNote(), today, clock.instant());
        events.publishEvent(new ProgressConfirmed(report.caseId(), verified.share(), verified.value(), today));
        return verified.isComplete();
    }

    private void record(long reportId, Seat seat, ProgressVerdict form, Actor actor) {
        ProgressRows.Reported report = rows.report(reportId);
        Progress confirmed = rows.lastConfirmed(report.caseId())
                .map(ProgressRows.Confirmed::progress)
                .orElse(null);
        ProgressRules.check(form, seat, report.progress(), confirmed);
        rows.add(reportId, seat, form, actor, LocalDate.now(clock), clock.instant());
    }

    /** The last confirmed state of a case. */
    @Transactional(readOnly = true)
    public Optional<Progress> confirmed(long caseId) {
        return rows.lastConfirmed(caseId).map(ProgressRows.Confirmed::progress);
    }

    /** The items of the last confirmed report, to be carried on. */
    @Transactional(readOnly = true)
    public List<Item> lastItems(long caseId) {
        return rows.lastConfirmed(caseId).map(l -> rows.items(l.reportId())).orElse(List.of());
    }

    /** The first day that the next report covers. */
    @Transactional(readOnly = true)
    public LocalDate nextPeriodFrom(long caseId) {
        return periodFrom(caseId, rows.lastConfirmed(caseId));
    }

    /** The price that the value of the work done may not exceed. */
    @Transactional(readOnly = true)
    public Optional<Money> contractPrice(long caseId) {
        return contracts.of(caseId).map(ContractOfCase.Terms::price);
    }

    /** A report as those who verify it read it. */
    @Transactional(readOnly = true)
    public ReportView view(long reportId) {
        ProgressRows.Reported report = rows.report(reportId);
        return new ReportView(
                report.periodFrom(),
                report.periodTo(),
                report.progress(),
                report.workers(),
                report.correctionNote() == null ? "" : report.correctionNote(),
                rows.items(reportId),
                rows.verifiedBySupervisor(reportId));
    }

    /**
     * @param verified what the supervisor confirmed, if he did
     */
    public record ReportView(
            LocalDate from,
            LocalDate to,
            Progress reported,
            int workers,
            String correctionNote,
            List<Item> items,
            Optional<Progress> verified) {}
}
