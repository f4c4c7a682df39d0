package org.jiugai.worktime;

import com.tyme.holiday.LegalHoliday;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The State Council's holidays and make-up workdays as the tyme library carries them. A year that it lacks has weekends only. */
final class TymeCalendar implements WorkingCalendar {
    private final Map<LocalDate, Boolean> working = new ConcurrentHashMap<>();

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return working.computeIfAbsent(day, TymeCalendar::lookUp);
    }

    private static boolean lookUp(LocalDate day) {
        LegalHoliday holiday = LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        if (holiday != null) return holiday.isWork();
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** A published year has its National Day; days around New Year may come with the neighbour's notice. */
    @Override
    public boolean isPublished(int year) {
        return LegalHoliday.fromYmd(year, 10, 1) != null;
    }

    @Override
    public DueDate end(LocalDate start, int days, DayType type) {
        if (days < 0) throw new IllegalArgumentException("a period has no negative length: " + days);
        LocalDate raw = type == DayType.CALENDAR ? start.plusDays(days) : walk(start, days, 1);
        return dueDate(start, raw);
    }

    @Override
    public DueDate endOfMonths(LocalDate start, int months) {
        return dueDate(start, start.plusMonths(months));
    }

    @Override
    public LocalDate workingDaysBefore(LocalDate day, int n) {
        return walk(day, n, -1);
    }

    @Override
    public LocalDate reminderOf(LocalDate fixed) {
        return isWorkingDay(fixed) ? fixed : walk(fixed, 1, -1);
    }

    @Override
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) return -workingDaysBetween(to, from);
        return Math.toIntExact(from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorkingDay)
                .count());
    }

    private LocalDate walk(LocalDate start, int workingDays, int direction) {
        LocalDate day = start;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(direction);
            if (isWorkingDay(day)) left--;
        }
        return day;
    }

    private DueDate dueDate(LocalDate start, LocalDate raw) {
        LocalDate effective = isWorkingDay(raw) ? raw : walk(raw, 1, 1);
        boolean provisional =
                IntStream.rangeClosed(start.getYear(), effective.getYear()).anyMatch(year -> !isPublished(year));
        return new DueDate(raw, effective, provisional);
    }
}
