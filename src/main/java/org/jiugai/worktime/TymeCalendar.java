package org.jiugai.worktime;

import com.tyme.holiday.LegalHoliday;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The State Council's holidays and make-up workdays as the tyme library carries them; then those of years that were loaded since. A year
 * that neither knows has weekends only.
 */
final class TymeCalendar implements WorkingCalendar {
    private final IntFunction<@Nullable Map<LocalDate, Boolean>> loadedYears;

    /** @param loadedYears the days of a year that differ from the week, true where people work; null when it was not loaded */
    TymeCalendar(IntFunction<@Nullable Map<LocalDate, Boolean>> loadedYears) {
        this.loadedYears = loadedYears;
    }

    /** With the years of the library only. */
    TymeCalendar() {
        this(year -> null);
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return new Days().isWorking(day);
    }

    @Override
    public boolean isPublished(int year) {
        return ships(year) || loadedYears.apply(year) != null;
    }

    /** A published year has its National Day; days around New Year may come with the neighbour's notice. */
    static boolean ships(int year) {
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
                .filter(new Days()::isWorking)
                .count());
    }

    private LocalDate walk(LocalDate start, int workingDays, int direction) {
        Days days = new Days();
        LocalDate day = start;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(direction);
            if (days.isWorking(day)) left--;
        }
        return day;
    }

    private DueDate dueDate(LocalDate start, LocalDate raw) {
        LocalDate effective = isWorkingDay(raw) ? raw : walk(raw, 1, 1);
        boolean provisional =
                IntStream.rangeClosed(start.getYear(), effective.getYear()).anyMatch(year -> !isPublished(year));
        return new DueDate(raw, effective, provisional);
    }

    /** One look at the calendar: a loaded year is fetched once. */
    private final class Days {
        private final Map<Integer, Map<LocalDate, Boolean>> fetched = new HashMap<>();

        boolean isWorking(LocalDate day) {
            LegalHoliday holiday = LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
            if (holiday != null) return holiday.isWork();
            Boolean exception =
                    ships(day.getYear()) ? null : loaded(day.getYear()).get(day);
            return exception == null ? isWeekday(day) : exception;
        }

        private Map<LocalDate, Boolean> loaded(int year) {
            return fetched.computeIfAbsent(year, y -> Objects.requireNonNullElse(loadedYears.apply(y), Map.of()));
        }
    }

    static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
