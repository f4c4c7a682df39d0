package org.jiugai.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.ProvisionalDates;
import org.jiugai.kernel.Unrecorded;
import org.jiugai.organisation.Office;
import org.jiugai.organisation.OrganisationManagement;
import org.jiugai.policy.Parameters;
import org.jiugai.policy.PolicyManagement;
import org.jiugai.worktime.DayType;
import org.jiugai.worktime.DueDate;
import org.jiugai.worktime.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who acts on an application and until when: as for a case, but there is none yet. */
@Service
@Transactional(readOnly = true)
public class ApplicationOffices {
    private final ApplicationRecords applications;
    private final OrganisationManagement organisation;
    private final PolicyManagement policies;
    private final WorkingCalendar calendar;
    private final ProvisionalDates provisional;
    private final Clock clock;

    ApplicationOffices(
            ApplicationRecords applications,
            OrganisationManagement organisation,
            PolicyManagement policies,
            WorkingCalendar calendar,
            ProvisionalDates provisional,
            Clock clock) {
        this.applications = applications;
        this.organisation = organisation;
        this.policies = policies;
        this.calendar = calendar;
        this.provisional = provisional;
        this.clock = clock;
    }

    /** The holder of the role in the street, the county or the city; the county's renovation office where nobody holds it. */
    public String holding(long applicationId, String role) {
        return find(applicationId, role)
                .or(() -> organisation.holder(
                        "renovation-office", applications.get(applicationId).county()))
                .map(Office::id)
                .orElseThrow(() -> new IllegalStateException("county without a renovation office"));
    }

    /** The holder of the role in the street, the county or the city. */
    public Optional<Office> find(long applicationId, String role) {
        ProjectApplication application = applications.get(applicationId);
        String city = Objects.requireNonNullElse(
                organisation.region(application.county()).parent(), application.county());
        return Stream.of(application.street(), application.county(), city)
                .flatMap(region -> organisation.holders(role, region).stream())
                .findFirst();
    }

    /** The end of the step's last day, by the policy under which the application is reviewed. */
    public Date due(long applicationId, String step) {
        return CaseManagement.endOf(end(period(applicationId, step)).effective());
    }

    /** Remembers a step that begins today, so that its due date is counted again when it is provisional. */
    @Transactional
    @Unrecorded("notes when a period is to be counted again, which is no fact")
    public void remember(long applicationId, String step, String subject) {
        Parameters.Period period = period(applicationId, step);
        provisional.daysWithoutCase(
                subject, LocalDate.now(clock), period.days(), DayType.valueOf(period.dayType()), end(period));
    }

    private DueDate end(Parameters.Period period) {
        return calendar.end(LocalDate.now(clock), period.days(), DayType.valueOf(period.dayType()));
    }

    private Parameters.Period period(long applicationId, String step) {
        ProjectApplication application = applications.get(applicationId);
        Parameters.Period period = policies.pinned(application.policyVersionId())
                .get(Parameters.SLA)
                .get(step);
        if (period == null) throw new IllegalArgumentException("no period for step " + step);
        return period;
    }
}
