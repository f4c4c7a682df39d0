package org.jiugai.worktime;

import java.time.LocalDate;

/** The Chinese working calendar: rest days, holidays and make-up workdays; periods by book R-CAL. */
public interface WorkingCalendar {
    boolean isWorkingDay(LocalDate day);

    /** Whether the calendar of that year is published. */
    boolean isPublished(int year);

    /** {@code start} is day 0; a calendar period that ends on a rest day rolls forward. */
    DueDate end(LocalDate start, int days, DayType type);

    /** Look-back without rolling: the {@code n}-th working day before. */
    LocalDate workingDaysBefore(LocalDate day, int n);

    /** The same day number or the month's last day, rolled forward. */
    DueDate endOfMonths(LocalDate start, int months);

    /** The day itself or the working day before it: when to remind of a fixed date. */
    LocalDate reminderOf(LocalDate fixed);

    /** Working days after {@code from} up to and including {@code to}; negative when {@code to} is earlier. */
    int workingDaysBetween(LocalDate from, LocalDate to);
}
