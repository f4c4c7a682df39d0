package org.jiugai.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.policy.Parameters.NoticeStage;
import org.jiugai.worktime.DayType;
import org.jiugai.worktime.DueDate;
import org.jiugai.worktime.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 3, 4);

    /** Working days are Monday to Friday; calendar periods do not roll. */
    private static final WorkingCalendar CALENDAR = new WeekdayCalendar();

    private static PublicNotice notice() {
        return new PublicNotice(
                1, 1, 1, NoticeStage.FIRST_DRAFT, TODAY, TODAY, TODAY.plusDays(7), false, "社区", null, 0, null);
    }

    private static PostingForm posting(int days, DayType type) {
        return new PostingForm(
                NoticeStage.FIRST_DRAFT, TODAY, days, type, List.of(UUID.randomUUID()), List.of(), "社区", null);
    }

    private static void check(int days, DayType type, int policyDays, DayType policyType) {
        NoticeRules.checkPosting(notice(), posting(days, type), policyDays, policyType, List.of(), TODAY, CALENDAR);
    }

    @ParameterizedTest
    @CsvSource({
        "7, CALENDAR, 7, CALENDAR",
        "5, WORKING, 7, CALENDAR",
        "7, WORKING, 7, WORKING",
        "9, CALENDAR, 7, WORKING",
    })
    void aPeriodThatIsAtLeastAsLongAsThePolicysIsAccepted(int days, DayType type, int policyDays, DayType policyType) {
        assertThatCode(() -> check(days, type, policyDays, policyType)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "6, CALENDAR, 7, CALENDAR",
        "4, WORKING, 7, CALENDAR",
        "6, WORKING, 7, WORKING",
        "8, CALENDAR, 7, WORKING",
    })
    void aShorterPeriodIsRefused(int days, DayType type, int policyDays, DayType policyType) {
        RuleViolation refusal =
                catchThrowableOfType(RuleViolation.class, () -> check(days, type, policyDays, policyType));
        assertThat(refusal.faults()).extracting(RuleViolation.Fault::field).containsExactly("days");
    }

    @Test
    void aNoticeIsNotClosedBeforeItsLastDay() {
        ClosingForm early =
                new ClosingForm(TODAY.plusDays(6), List.of(UUID.randomUUID()), List.of(), 0, List.of(), null);
        RuleViolation refusal = catchThrowableOfType(
                RuleViolation.class, () -> NoticeRules.checkClosing(notice(), early, List.of(), TODAY.plusDays(8)));
        assertThat(refusal.faults()).extracting(RuleViolation.Fault::field).containsExactly("closedOn");
    }

    @Test
    void onlyAnAnonymousObjectionNeedsNoName() {
        ClosingForm form = new ClosingForm(
                TODAY.plusDays(7),
                List.of(UUID.randomUUID()),
                List.of(),
                2,
                List.of(new ClosingForm.Objection(null, true, "绿地减少"), new ClosingForm.Objection(" ", false, "出资过高")),
                null);
        RuleViolation refusal = catchThrowableOfType(
                RuleViolation.class, () -> NoticeRules.checkClosing(notice(), form, List.of(), TODAY.plusDays(8)));
        assertThat(refusal.faults()).extracting(RuleViolation.Fault::field).containsExactly("objections[1].objector");
    }

    private static final class WeekdayCalendar implements WorkingCalendar {
        @Override
        public boolean isWorkingDay(LocalDate day) {
            return day.getDayOfWeek().getValue() <= 5;
        }

        @Override
        public boolean isPublished(int year) {
            return true;
        }

        @Override
        public DueDate end(LocalDate start, int days, DayType type) {
            LocalDate end = start;
            for (int left = days; left > 0; ) {
                end = end.plusDays(1);
                if (type == DayType.CALENDAR || isWorkingDay(end)) left--;
            }
            return new DueDate(end, end, false);
        }

        @Override
        public LocalDate workingDaysBefore(LocalDate day, int n) {
            throw new UnsupportedOperationException();
        }

        @Override
        public DueDate endOfMonths(LocalDate start, int months) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LocalDate reminderOf(LocalDate fixed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int workingDaysBetween(LocalDate from, LocalDate to) {
            throw new UnsupportedOperationException();
        }
    }
}
