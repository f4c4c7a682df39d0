package org.jiugai.acceptance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiugai.acceptance.FinalAcceptance.Condition;
import org.jiugai.acceptance.FinalAcceptanceRows.Attempt;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.Finding;
import org.jiugai.kernel.Finding.Severity;
import org.jiugai.policy.Parameters;
import org.jiugai.worktime.DayType;
import org.jiugai.worktime.WorkingCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Completion report and final acceptance (竣工验收): attempt after attempt until it passes; then the warranty begins. */
@Service
@Transactional
public class AcceptanceManagement {
    private static final int FAILURES_FOR_TALK = 2;
    private final FinalAcceptanceRows rows;
    private final AcceptanceBodies bodies;
    private final CaseManagement cases;
    private final DocumentManagement documents;
    private final WorkingCalendar calendar;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AcceptanceManagement(
            FinalAcceptanceRows rows,
            AcceptanceBodies bodies,
            CaseManagement cases,
            DocumentManagement documents,
            WorkingCalendar calendar,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.bodies = bodies;
        this.cases = cases;
        this.documents = documents;
        this.calendar = calendar;
        this.events = events;
        this.clock = clock;
    }

    /** Records that the contractor reports completion; what is left out needs its approval named. */
    public void reportCompletion(long caseId, CompletionReport form, Actor actor) {
        Faults faults = new Faults();
        for (int i = 0; i < form.completedItems().size(); i++) {
            CompletionReport.Item item = form.completedItems().get(i);
            faults.require(
                    item.completed()
                            || (item.omissionBasis() != null
                                    && !item.omissionBasis().isBlank()),
                    "completedItems[" + i + "].omissionBasis",
                    "【甩项批准依据】未完成的内容须写明批准依据，否则不得报竣工");
        }
        faults.refuse("acceptance.notComplete");
        long id = rows.add(caseId, form, actor, today(), clock.instant());
        documents.attach(caseId, "工程质量保修书", "completion-report:" + id, form.warrantyLetter(), actor);
        documents.attach(caseId, "竣工图", "completion-report:" + id, form.asBuilt(), actor);
    }

    /**
     * Records one attempt of the final acceptance; its outcome follows by {@link #conclude}.
     *
     * @return id of the attempt
     */
    public long recordFinal(long caseId, FinalAcceptance form, Actor actor) {
        List<AcceptanceSeat> seats = bodies.finalParties(caseId);
        List<Attempt> before = rows.attempts(caseId);
        FinalAcceptanceRules.check(
                form,
                new FinalAcceptanceRules.Frame(
                        seats,
                        cases.parameter(caseId, Parameters.RESIDENT_REPS),
                        cases.parameter(caseId, Parameters.PIPE_TEST),
                        today(),
                        lastNotice(caseId, form.acceptanceDate()),
                        form.acceptanceDate().plusDays(cases.parameter(caseId, Parameters.RECTIFY_DAYS)),
                        before.isEmpty() ? null : before.get(before.size() - 1).acceptanceDate()));
        long id = rows.add(
                caseId,
                before.size() + 1,
                form,
                seats.stream().collect(Collectors.toMap(AcceptanceSeat::role, Function.identity())),
                actor,
                today(),
                clock.instant());
        documents.attach(caseId, "竣工验收报告", "final-acceptance:" + id, form.acceptanceReport(), actor);
        if (!form.pipeTestReport().isEmpty()) {
            documents.attach(caseId, "管网检测报告", "final-acceptance:" + id, form.pipeTestReport(), actor);
        }
        return id;
    }

    private LocalDate lastNotice(long caseId, LocalDate acceptance) {
        int days = cases.parameter(caseId, Parameters.ACCEPTANCE_NOTIFY_DAYS);
        DayType type = DayType.valueOf(cases.parameter(caseId, Parameters.ACCEPTANCE_NOTIFY_DAY_TYPE));
        return type == DayType.WORKING ? calendar.workingDaysBefore(acceptance, days) : acceptance.minusDays(days);
    }

    /** The figures on which {@code acceptance-outcome} decides. */
    @Transactional(readOnly = true)
    public Figures figures(long acceptanceId) {
        return new Figures(
                rows.mandatoryFailures(acceptanceId),
                Condition.values().length - rows.conditionsMet(acceptanceId),
                rows.issueCount(acceptanceId));
    }

    /** Notes the outcome of an attempt. A passing one is published; after the second failure a talk is due. */
    public void conclude(long acceptanceId, AcceptanceOutcome outcome) {
        rows.conclude(acceptanceId, outcome, clock.instant());
        Attempt attempt = rows.attempt(acceptanceId);
        if (outcome != AcceptanceOutcome.FAILED) {
            events.publishEvent(new AcceptancePassed(attempt.caseId(), attempt.acceptanceDate(), attempt.attempt()));
        } else if (attempt.attempt() >= FAILURES_FOR_TALK) {
            cases.raise(
                    attempt.caseId(),
                    new Finding(
                            "ACCEPTANCE-TALK",
                            Severity.WARN,
                            "竣工验收第" + attempt.attempt() + "次不合格（" + attempt.acceptanceDate() + "），须约谈施工、监理单位并限期整改",
                            "建设工程质量管理条例第16、32条；约谈次数为拟议规则"));
        }
    }

    /** Records what was done about the issues of an acceptance that did not pass. */
    public void rectify(long caseId, Rectification.Cause cause, Rectification form, Actor actor) {
        new Faults()
                .require(!form.completedOn().isAfter(today()), "completedOn", "【整改完成日期】不得晚于今天")
                .refuse("acceptance.invalidRectification");
        rows.add(caseId, cause, form, actor, clock.instant());
        documents.attach(caseId, "验收整改证明", "acceptance-rectification:" + cause, form.evidence(), actor);
    }

    /** The day and the attempt with which the case passed its final acceptance; empty before. */
    @Transactional(readOnly = true)
    public Optional<AcceptancePassed> passed(long caseId) {
        return rows.passed(caseId).map(a -> new AcceptancePassed(caseId, a.acceptanceDate(), a.attempt()));
    }

    /** Who signs the final acceptance under the policy of the case. */
    @Transactional(readOnly = true)
    public List<AcceptanceSeat> finalParties(long caseId) {
        return bodies.finalParties(caseId);
    }

    /** The attempts so far: date, outcome and what was to be put right. */
    @Transactional(readOnly = true)
    public List<PastAttempt> pastAttempts(long caseId) {
        return rows.attempts(caseId).stream()
                .map(a -> new PastAttempt(
                        a.attempt(),
                        a.acceptanceDate(),
                        a.outcome() == null
                                ? ""
                                : AcceptanceOutcome.valueOf(a.outcome()).label(),
                        rows.issues(a.id())))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Inputs of {@code acceptance-outcome}. */
    public record Figures(int mandatoryFailures, int conditionsMissing, int openIssues) {}

    public record PastAttempt(int attempt, LocalDate on, String outcome, List<Issue> issues) {}
}
