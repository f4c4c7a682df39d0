package org.jiugai.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jiugai.kernel.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 5, 10);
    private final Faults faults = new Faults();

    @ParameterizedTest
    @CsvSource({
        "2024-05-10, 2024-05-10, true",
        ", , true",
        "2024-05-11, , false",
        ", 2024-05-09, false",
        "2024-05-01, 2024-05-31, true"
    })
    void bothDaysAreIncluded(LocalDate from, LocalDate until, boolean holds) {
        assertThat(new Period(from, until).holdsOn(TODAY)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-01, 2024-01-31, 2024-02-01, 2024-02-28, false",
        "2024-01-01, 2024-01-31, 2024-01-31, 2024-02-28, true",
        ", 2024-01-31, 2024-02-01, , false",
        "2024-01-01, , , , true",
        "2024-01-01, 2023-12-31, , , false"
    })
    void periodsOverlapWhenTheyShareADay(
            LocalDate from, LocalDate until, LocalDate otherFrom, LocalDate otherUntil, boolean overlap) {
        Period one = new Period(from, until);
        Period other = new Period(otherFrom, otherUntil);
        assertThat(one.overlaps(other)).isEqualTo(overlap);
        assertThat(other.overlaps(one)).isEqualTo(overlap);
    }

    @ParameterizedTest
    @CsvSource({"2024-01-01, 2024-05-09", "2024-05-10, 2024-05-09", "2024-06-01, 2024-05-31", ", 2024-05-09"})
    void endedAtOnceItHoldsNoMoreToday(LocalDate from, LocalDate last) {
        Period ended = new Period(from, null).endedBefore(TODAY);
        assertThat(ended.until()).isEqualTo(last);
        assertThat(ended.holdsOn(TODAY)).isFalse();
        assertThat(ended.isOpen(TODAY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-01-31", "2024/1/31", "2024.1.31", "2024年1月31日", " ２０２４－０１－３１ "})
    void aDayIsReadAsPeopleWriteIt(String text) {
        assertThat(Period.read(text, "", faults).from()).isEqualTo("2024-01-31");
        assertThat(faults.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-30", "明天", "31/1/2024", "2024-1"})
    void whatIsNoDayIsNamed(String text) {
        Period.read("", text, faults);
        assertThat(faults.all()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("until");
            assertThat(fault.message()).contains("【止】不是有效的日期", text);
        });
    }

    @Test
    void theEndIsNotBeforeTheBeginning() {
        Period.read("2024-02-01", "2024-01-31", faults);
        assertThat(faults.all()).singleElement().satisfies(fault -> assertThat(fault.message())
                .isEqualTo("【止】不能早于【起】"));
    }
}
