package org.jiugai.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of domain book 4.6. */
class TymeCalendarTest {
    private final WorkingCalendar calendar = new TymeCalendar();

    @ParameterizedTest
    @CsvSource({"2024, 251", "2025, 248", "2026, 248"})
    void yearsHaveTheirNumberOfWorkingDays(int year, long expected) {
        LocalDate first = LocalDate.of(year, 1, 1);
        assertThat(first.datesUntil(first.plusYears(1))
                        .filter(calendar::isWorkingDay)
                        .count())
                .isEqualTo(expected);
        assertThat(calendar.workingDaysBetween(
                        first.minusDays(1), Year.of(year).atDay(1).plusYears(1).minusDays(1)))
                .isEqualTo(Math.toIntExact(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-04",
        "2024-02-09",
        "2024-02-18",
        "2024-04-07",
        "2024-04-28",
        "2024-05-11",
        "2024-09-14",
        "2024-09-29",
        "2024-10-12",
        "2025-01-26",
        "2025-02-08",
        "2025-04-27",
        "2025-09-28",
        "2025-10-11",
        "2026-01-04",
        "2026-02-14",
        "2026-02-28",
        "2026-05-09",
        "2026-09-20",
        "2026-10-10"
    })
    void makeUpDaysAreWorkingDays(LocalDate day) {
        assertThat(calendar.isWorkingDay(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-01, 2024-01-01", "2024-02-10, 2024-02-17", "2024-04-04, 2024-04-06", "2024-05-01, 2024-05-05",
        "2024-06-10, 2024-06-10", "2024-09-15, 2024-09-17", "2024-10-01, 2024-10-07", "2025-01-01, 2025-01-01",
        "2025-01-28, 2025-02-04", "2025-04-04, 2025-04-06", "2025-05-01, 2025-05-05", "2025-05-31, 2025-06-02",
        "2025-10-01, 2025-10-08", "2026-01-01, 2026-01-03", "2026-02-15, 2026-02-23", "2026-04-04, 2026-04-06",
        "2026-05-01, 2026-05-05", "2026-06-19, 2026-06-21", "2026-09-25, 2026-09-27", "2026-10-01, 2026-10-07"
    })
    void holidaysAreRestDays(LocalDate first, LocalDate last) {
        assertThat(first.datesUntil(last.plusDays(1))).noneMatch(calendar::isWorkingDay);
    }

    @ParameterizedTest(name = "{0}: {1} + {2}")
    @CsvSource({
        "公示, 2024-04-28, 7, 2024-05-05, 2024-05-06",
        "公示, 2024-09-26, 7, 2024-10-03, 2024-10-08",
        "公示, 2025-01-22, 7, 2025-01-29, 2025-02-05",
        "公示, 2026-02-09, 7, 2026-02-16, 2026-02-24",
        "招标文件, 2024-04-12, 20, 2024-05-02, 2024-05-06",
        "招标文件, 2025-09-12, 20, 2025-10-02, 2025-10-09",
        "招标文件, 2026-01-28, 20, 2026-02-17, 2026-02-24",
        "发售, 2024-09-12, 5, 2024-09-17, 2024-09-18",
        "候选人公示, 2024-09-30, 3, 2024-10-03, 2024-10-08",
        "候选人公示, 2025-04-03, 3, 2025-04-06, 2025-04-07",
        "候选人公示, 2026-09-24, 3, 2026-09-27, 2026-09-28",
        "候选人公示, 2024-05-09, 3, 2024-05-12, 2024-05-13",
        "签约, 2024-09-06, 30, 2024-10-06, 2024-10-08",
        "签约, 2025-01-03, 30, 2025-02-02, 2025-02-05",
        "签约, 2026-01-20, 30, 2026-02-19, 2026-02-24",
        "竣工备案, 2024-09-20, 15, 2024-10-05, 2024-10-08",
        "竣工备案, 2025-01-17, 15, 2025-02-01, 2025-02-05",
        "竣工备案, 2026-04-20, 15, 2026-05-05, 2026-05-06",
        "质保金核实, 2024-12-18, 14, 2025-01-01, 2025-01-02",
        "招投标报告, 2025-09-23, 15, 2025-10-08, 2025-10-09",
        "信访办结, 2024-12-05, 60, 2025-02-03, 2025-02-05",
        "工资专户, 2024-09-05, 30, 2024-10-05, 2024-10-08"
    })
    void calendarPeriodsRollForwardFromARestDay(
            String what, LocalDate start, int days, LocalDate raw, LocalDate effective) {
        assertThat(calendar.end(start, days, DayType.CALENDAR)).isEqualTo(new DueDate(raw, effective, false));
    }

    @ParameterizedTest(name = "{0}: {1} + {2}")
    @CsvSource({
        "公示, 2024-04-28, 7, 2024-05-10",
        "竣工备案误作工作日, 2024-09-20, 15, 2024-10-16",
        "施工许可, 2024-04-26, 7, 2024-05-09",
        "施工许可, 2024-09-27, 7, 2024-10-12",
        "施工许可, 2026-02-12, 7, 2026-02-28",
        "消防备案, 2024-09-29, 5, 2024-10-11",
        "消防备案, 2025-04-25, 5, 2025-05-06",
        "投诉受理, 2024-09-13, 3, 2024-09-19",
        "投诉决定, 2024-09-18, 30, 2024-11-04",
        "联审意见, 2024-02-06, 5, 2024-02-19",
        "联审意见, 2025-01-24, 5, 2025-02-07",
        "采购合同备案, 2025-09-26, 7, 2025-10-13",
        "主动公开, 2026-01-30, 20, 2026-03-05"
    })
    void workingDaysAreCountedAfterTheFirstDay(String what, LocalDate start, int days, LocalDate end) {
        assertThat(calendar.end(start, days, DayType.WORKING)).isEqualTo(new DueDate(end, end, false));
        assertThat(calendar.workingDaysBetween(start, end)).isEqualTo(days);
        assertThat(calendar.workingDaysBetween(end, start)).isEqualTo(-days);
    }

    @ParameterizedTest
    @CsvSource({"2024-10-15, 2024-09-30", "2025-10-15, 2025-09-29", "2026-02-27, 2026-02-11"})
    void acceptanceIsAnnouncedSevenWorkingDaysBefore(LocalDate acceptance, LocalDate notify) {
        assertThat(calendar.workingDaysBefore(acceptance, 7)).isEqualTo(notify);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "澄清, 2024-05-06, 15, 2024-04-21, 2024-04-19",
        "异议, 2024-05-06, 10, 2024-04-26, 2024-04-26",
        "业主大会通知, 2024-10-20, 15, 2024-10-05, 2024-09-30"
    })
    void lookingBackDoesNotRollAndTheReminderIsAWorkingDay(
            String what, LocalDate day, int before, LocalDate limit, LocalDate act) {
        assertThat(day.minusDays(before)).isEqualTo(limit);
        assertThat(calendar.reminderOf(limit)).isEqualTo(act);
    }

    @ParameterizedTest(name = "{0}: {1} + {2}")
    @CsvSource({
        "质保金, 2024-11-29, 12, 2025-11-29, 2025-12-01",
        "归档, 2024-11-29, 3, 2025-02-28, 2025-02-28",
        "质保金, 2024-02-29, 12, 2025-02-28, 2025-02-28",
        "开工, 2024-11-30, 3, 2025-02-28, 2025-02-28",
        "停工报告, 2024-08-31, 1, 2024-09-30, 2024-09-30",
        "质保金, 2024-10-04, 12, 2025-10-04, 2025-10-09"
    })
    void monthsEndOnTheSameDayOrTheLastOfTheMonth(
            String what, LocalDate start, int months, LocalDate raw, LocalDate effective) {
        assertThat(calendar.endOfMonths(start, months)).isEqualTo(new DueDate(raw, effective, false));
    }

    @ParameterizedTest
    @CsvSource({"24, 2026-11-29, false", "60, 2029-11-29, true"})
    void warrantyEndsInYearsToCome(int months, LocalDate raw, boolean provisional) {
        DueDate due = calendar.endOfMonths(LocalDate.of(2024, 11, 29), months);
        assertThat(due.raw()).isEqualTo(raw);
        assertThat(due.provisional()).isEqualTo(provisional);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-25, 2024-02-23", "2024-05-25, 2024-05-24", "2025-01-25, 2025-01-24",
        "2025-10-25, 2025-10-24", "2026-09-25, 2026-09-24", "2024-06-25, 2024-06-25"
    })
    void monthlyReportIsRemindedOfOnAWorkingDay(LocalDate deadline, LocalDate reminder) {
        assertThat(calendar.reminderOf(deadline)).isEqualTo(reminder);
    }

    @Test
    void yearWithoutPublishedHolidaysHasWeekendsOnlyAndSaysSo() {
        int year = 2099;
        assertThat(calendar.isPublished(year)).isFalse();
        assertThat(calendar.isPublished(2026)).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(year, 10, 1))).isTrue();
        assertThat(calendar.end(LocalDate.of(year, 3, 2), 1, DayType.WORKING))
                .isEqualTo(new DueDate(LocalDate.of(year, 3, 3), LocalDate.of(year, 3, 3), true));
    }

    @Test
    void periodOfNoDaysEndsOnTheDayItselfOrTheNextWorkingDay() {
        assertThat(calendar.end(LocalDate.of(2024, 3, 5), 0, DayType.WORKING).effective())
                .isEqualTo("2024-03-05");
        assertThat(calendar.end(LocalDate.of(2024, 3, 9), 0, DayType.WORKING).effective())
                .isEqualTo("2024-03-11");
    }
}
