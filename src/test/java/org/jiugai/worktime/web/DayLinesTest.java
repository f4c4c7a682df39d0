package org.jiugai.worktime.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jiugai.kernel.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayLinesTest {
    private final Faults faults = new Faults();

    @Test
    void linesAreDaysAndRanges() {
        assertThat(DayLines.read("2027-01-01\r\n\r\n 2027-10-01 .. 2027-10-03 \n", "restDays", "放假日", faults))
                .containsExactly(
                        LocalDate.of(2027, 1, 1),
                        LocalDate.of(2027, 10, 1),
                        LocalDate.of(2027, 10, 2),
                        LocalDate.of(2027, 10, 3));
        assertThat(faults.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-02-29",
                "2027/1/1",
                "2027-01-03..2027-01-01",
                "2027-01-01..2027-12-31",
                "2027-01-01..",
                "a..b..c"
            })
    void whatIsNoDayIsNamedWithItsLine(String line) {
        assertThat(DayLines.read("2027-01-01\n" + line, "restDays", "放假日", faults))
                .hasSize(1);
        assertThat(faults.all()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("restDays");
            assertThat(fault.message()).startsWith("【放假日】第2行“" + line + "”");
        });
    }
}
