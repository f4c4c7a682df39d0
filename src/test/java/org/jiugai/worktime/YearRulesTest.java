package org.jiugai.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiugai.kernel.RuleViolation.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes a calendar year acceptable, and how days are counted with one that was loaded. */
class YearRulesTest {
    private static final Set<LocalDate> REST = Set.of(day("2027-01-01"), day("2027-10-01"), day("2027-10-04"));
    private static final Set<LocalDate> WORK = Set.of(day("2027-10-09"));

    @Test
    void aYearOfTheNoticeHasNoFaults() {
        assertThat(faults(2027, false, REST, WORK, "国办发明电〔2026〕8号")).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        List<LocalDate> rest = List.of(day("2026-12-31"), day("2027-05-01"), day("2027-05-02"));
        List<LocalDate> work = List.of(day("2027-05-02"), day("2027-05-04"));
        assertThat(faults(2027, true, rest, work, " "))
                .extracting(Fault::message)
                .containsExactly(
                        "【年度】2027年的放假安排已经公布，不能重复载入",
                        "【文号】必须填写",
                        "【放假日、调休上班日】以下日期不属于2027年：2026-12-31",
                        "【放假日】缺少元旦（1月1日）",
                        "【放假日】缺少国庆节（10月1日）",
                        "【调休上班日】以下日期不是周六或周日：2027-05-04",
                        "【调休上班日】以下日期同时列为放假日：2027-05-02");
    }

    @Test
    void aNumberThatIsNoYearIsOneFault() {
        assertThat(faults(0, false, REST, WORK, "文号")).extracting(Fault::field).containsExactly("year");
    }

    @Test
    void aLoadedYearIsCountedWithItsHolidaysAndMakeUpDays() {
        WorkingCalendar calendar = loaded2027();
        assertThat(calendar.isPublished(2027)).isTrue();
        assertThat(calendar.isPublished(2028)).isFalse();
        assertThat(calendar.isWorkingDay(day("2027-10-01"))).isFalse();
        assertThat(calendar.isWorkingDay(day("2027-10-09"))).isTrue();
        assertThat(calendar.isWorkingDay(day("2027-10-10"))).isFalse();
        assertThat(calendar.end(day("2027-09-30"), 2, DayType.WORKING))
                .isEqualTo(new DueDate(day("2027-10-06"), day("2027-10-06"), false));
        assertThat(calendar.endOfMonths(day("2026-10-02"), 12))
                .isEqualTo(new DueDate(day("2027-10-02"), day("2027-10-05"), false));
    }

    @Test
    void aPeriodThatReachesBeyondTheLoadedYearStaysProvisional() {
        assertThat(loaded2027().endOfMonths(day("2026-10-02"), 24).provisional())
                .isTrue();
    }

    @Test
    void aLoadedYearDoesNotChangeOneThatTheApplicationShips() {
        WorkingCalendar calendar = new TymeCalendar(year -> Map.of(day("2026-03-02"), false));
        assertThat(calendar.isWorkingDay(day("2026-03-02"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2026-12-15, 2026", "2026-12-16, 2027", "2027-01-01, 2027", "2027-11-30, 2027"})
    void nextYearsCalendarIsWantedFromMidDecember(LocalDate today, int year) {
        assertThat(CalendarHealth.yearWanted(today)).isEqualTo(year);
    }

    private static WorkingCalendar loaded2027() {
        Map<LocalDate, Boolean> days = Map.of(
                day("2027-01-01"), false, day("2027-10-01"), false, day("2027-10-04"), false, day("2027-10-09"), true);
        return new TymeCalendar(year -> year == 2027 ? days : null);
    }

    private static List<Fault> faults(
            int year, boolean published, Collection<LocalDate> rest, Collection<LocalDate> work, String document) {
        return YearRules.check(year, published, rest, work, document).all();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
