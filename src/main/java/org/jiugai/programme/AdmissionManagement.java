package org.jiugai.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jiugai.casefile.NewCase;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.policy.Policy;
import org.jiugai.policy.PolicyManagement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Admission to the project library: a street's application, its review against the policy's criteria, the exception, the case. */
@Service
@Transactional
public class AdmissionManagement {
    private final ApplicationRecords records;
    private final ProgrammeManagement programme;
    private final PolicyManagement policies;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AdmissionManagement(
            ApplicationRecords records,
            ProgrammeManagement programme,
            PolicyManagement policies,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.programme = programme;
        this.policies = policies;
        this.events = events;
        this.clock = clock;
    }

    /** What the outcome table decides on; {@code override} is NONE, REQUESTED, GRANTED or REFUSED. */
    public record Figures(int failedRequired, int failedPriority, String requestedTier, String override) {}

    /**
     * Begins an application under the policy in force; {@link ApplicationOpened} starts its process.
     *
     * @param street region code of the applying street
     */
    public ProjectApplication open(String county, String street, int year, String policyCode, Actor actor) {
        if (year < 2000 || year > 2100) throw new RuleViolation("programme.invalidYear", "year", "【计划年度】应为2000至2100");
        Policy policy = policies.inForce(policyCode);
        ProjectApplication opened = records.open(county, street, year, policy, actor, today(), clock.instant());
        events.publishEvent(new ApplicationOpened(opened.id(), opened.number(), county));
        return opened;
    }

    /** Records what the street applied with, or completed. */
    public void enter(long applicationId, ApplicationForm form, Actor actor) {
        ProjectApplication application = records.get(applicationId);
        Faults faults = new Faults();
        form.check(faults, today());
        programme.checkNew(
                application.county(), application.year(), application.street(), planned(application, form), faults);
        faults.refuse("programme.applicationFaulty");
        records.enter(applicationId, form, actor, today(), clock.instant());
    }

    /** The criteria held against the latest entry, as far as known before the review. */
    @Transactional(readOnly = true)
    public List<Criterion> criteria(long applicationId) {
        return judge(applicationId, Set.of()).stream().map(Criterion::of).toList();
    }

    /** Records the review with its judgement of each criterion. */
    public LibraryReviewForm.Decision review(long applicationId, LibraryReviewForm form, Actor actor) {
        ProjectApplication application = records.get(applicationId);
        List<Eligibility.Judged> judged = judge(applicationId, form.plans());
        long failed = judged.stream().filter(j -> j.fails("REQUIRED")).count();
        Faults faults = new Faults();
        form.check(faults, application.year(), records.wasSupplemented(applicationId), failed);
        faults.refuse("programme.reviewFaulty");
        records.review(applicationId, form, judged, actor, today(), clock.instant());
        return form.decision();
    }

    /** Records the leading group's decision on the exception. */
    public void override(long applicationId, OverrideForm form, Actor actor) {
        records.override(latestReview(applicationId).id(), form, actor, today(), clock.instant());
    }

    @Transactional(readOnly = true)
    public Figures figures(long applicationId) {
        LibraryReview review = latestReview(applicationId);
        Boolean granted = records.overridden(review.id());
        String override = review.overrideReason() == null ? "NONE" : "REQUESTED";
        if (granted != null) override = granted ? "GRANTED" : "REFUSED";
        String tier = review.tier();
        return new Figures(review.failedRequired(), review.failedPriority(), tier == null ? "REJECT" : tier, override);
    }

    public void conclude(long applicationId, LibraryTier outcome) {
        records.conclude(applicationId, outcome, today());
    }

    /** Opens the case of an application that was admitted to the tier of projects to be carried out. */
    public RenovationCase openCase(long applicationId, Actor actor) {
        ProjectApplication application = records.get(applicationId);
        ApplicationForm entry = records.entry(applicationId).orElseThrow();
        int year = Objects.requireNonNullElse(latestReview(applicationId).proposedYear(), application.year());
        PlannedProject project = planned(application, entry);
        Faults faults = new Faults();
        programme.checkNew(application.county(), year, application.street(), project, faults);
        faults.refuse("programme.alreadyInProgramme");
        RenovationCase opened = programme.open(
                application.county(),
                year,
                application.policyCode(),
                project,
                new ProgrammeRecords.Origin(null, applicationId),
                actor);
        records.opened(applicationId, opened.caseId());
        return opened;
    }

    @Transactional(readOnly = true)
    public ProjectApplication get(long applicationId) {
        return records.get(applicationId);
    }

    @Transactional(readOnly = true)
    public Optional<ApplicationForm> entry(long applicationId) {
        return records.entry(applicationId);
    }

    @Transactional(readOnly = true)
    public Optional<LibraryReview> reviewOf(long applicationId) {
        return records.review(applicationId);
    }

    /** The criteria as the latest review judged them. */
    @Transactional(readOnly = true)
    public List<Criterion> judgedCriteria(long applicationId) {
        return records.judged(latestReview(applicationId).id()).stream()
                .map(Criterion::of)
                .toList();
    }

    /** Whether the applicant was already asked to complete; a second time is not offered. */
    @Transactional(readOnly = true)
    public boolean wasSupplemented(long applicationId) {
        return records.wasSupplemented(applicationId);
    }

    /** Applications in these counties, latest first. */
    @Transactional(readOnly = true)
    public List<ProjectApplication> applications(Set<String> counties) {
        return counties.isEmpty() ? List.of() : records.of(counties);
    }

    /** A criterion as people read it. */
    public record Criterion(String label, String kind, String required, String actual, String verdict) {
        static Criterion of(Eligibility.Judged judged) {
            return new Criterion(
                    judged.label(),
                    judged.kind().equals("REQUIRED") ? "准入条件" : "优先条件",
                    judged.required(),
                    judged.actual(),
                    judged.met() ? "符合" : "不符合");
        }
    }

    private List<Eligibility.Judged> judge(long applicationId, Set<ExistingPlan> plans) {
        Policy policy = policies.pinned(records.get(applicationId).policyVersionId());
        return records.entry(applicationId)
                .map(entry -> Eligibility.judge(policy, entry.candidate(today(), plans)))
                .orElse(List.of());
    }

    private LibraryReview latestReview(long applicationId) {
        return records.review(applicationId)
                .orElseThrow(() -> new IllegalStateException("application not reviewed yet"));
    }

    private static PlannedProject planned(ProjectApplication application, ApplicationForm entry) {
        String funds = String.join(
                "、",
                entry.fundSources().stream()
                        .map(f -> f.source().label())
                        .distinct()
                        .toList());
        return new PlannedProject(
                0,
                "",
                entry.projectName().strip(),
                application.street(),
                entry.communities().stream()
                        .map(c -> new NewCase.Community(
                                c.name().strip(), null, c.buildYear(), c.households(), c.buildings(), c.floorArea()))
                        .toList(),
                entry.estimatedInvestment(),
                new PlannedProject.Terms("", funds, "", "", "", "", ""),
                null);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
