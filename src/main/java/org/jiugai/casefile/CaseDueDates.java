package org.jiugai.casefile;

import java.time.Clock;
import java.time.LocalDate;
import org.jiugai.policy.Parameters;
import org.jiugai.policy.Parameters.Period;
import org.jiugai.worktime.DayType;
import org.jiugai.worktime.DueDate;
import org.jiugai.worktime.WorkingCalendar;
import org.springframework.stereotype.Service;

/** When a step of a case is due: the period that its policy gives, counted from today on the working calendar. */
@Service
public class CaseDueDates {
    private final CaseManagement cases;
    private final WorkingCalendar calendar;
    private final ProvisionalDates provisional;
    private final Clock clock;

    CaseDueDates(CaseManagement cases, WorkingCalendar calendar, ProvisionalDates provisional, Clock clock) {
        this.cases = cases;
        this.calendar = calendar;
        this.provisional = provisional;
        this.clock = clock;
    }

    /**
     * @param step key in the policy's {@code sla}, the id of the form
     */
    public DueDate of(long caseId, String step) {
        Period period = period(caseId, step);
        return calendar.end(LocalDate.now(clock), period.days(), DayType.valueOf(period.dayType()));
    }

    /** Remembers a step that begins today, so that its due date is counted again when it is provisional. */
    public void remember(long caseId, String step, String subject) {
        Period period = period(caseId, step);
        DayType dayType = DayType.valueOf(period.dayType());
        provisional.days(caseId, subject, LocalDate.now(clock), period.days(), dayType, of(caseId, step));
    }

    private Period period(long caseId, String step) {
        Period period = cases.parameter(caseId, Parameters.SLA).get(step);
        if (period == null) throw new IllegalArgumentException("no period for step " + step);
        return period;
    }
}
