package org.jiugai.casefile;

import java.time.Clock;
import java.time.LocalDate;
import org.jiugai.kernel.Unrecorded;
import org.jiugai.worktime.CalendarYearLoaded;
import org.jiugai.worktime.DayType;
import org.jiugai.worktime.DueDate;
import org.jiugai.worktime.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends of periods that touch a year whose calendar is not published. They hold as counted until that year is loaded; then they are counted
 * again and {@link PeriodRecounted} tells who waits for them. A room notes the end when it computes it; ends that are final are not kept.
 */
@Service
@Transactional
@Unrecorded("notes when a period is to be counted again, which is no fact")
public class ProvisionalDates {
    /** Kind of a task among the subjects. */
    public static final String TASK = "task";

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProvisionalDates(JdbcClient jdbc, WorkingCalendar calendar, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.events = events;
        this.clock = clock;
    }

    /** The subject under which the due date of a task is noted: it moves the task, and is forgotten when the task is completed. */
    public static String task(String taskId) {
        return TASK + ":" + taskId;
    }

    /**
     * Notes the end of a period of days, if it is provisional.
     *
     * @param subject kind and id of what ends: {@code public-notice:12}
     * @param start day 0
     */
    public void days(long caseId, String subject, LocalDate start, int days, DayType type, DueDate end) {
        note(new Noted(caseId, subject, start, days, type.name(), null), end);
    }

    /** The same where there is no case yet. */
    public void daysWithoutCase(String subject, LocalDate start, int days, DayType type, DueDate end) {
        note(new Noted(null, subject, start, days, type.name(), null), end);
    }

    /** Notes the end of a period of months, if it is provisional. */
    public void months(long caseId, String subject, LocalDate start, int months, DueDate end) {
        note(new Noted(caseId, subject, start, null, null, months), end);
    }

    /** Nobody waits for this end any more. */
    public void forget(String subject) {
        jdbc.sql("delete from provisional_date where subject = ?")
                .param(subject)
                .update();
    }

    @EventListener
    void on(CalendarYearLoaded loaded) {
        jdbc.sql(
                        "select case_id, subject, start_on, days, day_type, months from provisional_date order by id for update")
                .query(Noted.class)
                .list()
                .forEach(this::recount);
    }

    private void recount(Noted noted) {
        DueDate end = noted.end(calendar);
        if (!end.provisional()) forget(noted.subject());
        else note(noted, end);
        events.publishEvent(new PeriodRecounted(noted.caseId(), noted.subject(), end));
    }

    private void note(Noted noted, DueDate end) {
        if (!end.provisional()) return;
        jdbc.sql(
                        """
                        insert into provisional_date (case_id, subject, start_on, days, day_type, months, end_on, computed_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (subject) do update set start_on = excluded.start_on, days = excluded.days,
                            day_type = excluded.day_type, months = excluded.months, end_on = excluded.end_on,
                            computed_on = excluded.computed_on""")
                .params(
                        noted.caseId(),
                        noted.subject(),
                        noted.startOn(),
                        noted.days(),
                        noted.dayType(),
                        noted.months(),
                        end.effective(),
                        LocalDate.now(clock))
                .update();
    }

    record Noted(
            @Nullable Long caseId,
            String subject,
            LocalDate startOn,
            @Nullable Integer days,
            @Nullable String dayType,
            @Nullable Integer months) {
        DueDate end(WorkingCalendar calendar) {
            if (months != null) return calendar.endOfMonths(startOn, months);
            if (days == null || dayType == null) throw new IllegalStateException("no period: " + subject);
            return calendar.end(startOn, days, DayType.valueOf(dayType));
        }
    }
}
