package org.jiugai.worktime.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiugai.kernel.Faults;

/** Days as an administrator types them: a line for each day {@code yyyy-MM-dd} or range {@code yyyy-MM-dd..yyyy-MM-dd}. */
final class DayLines {
    /** Longer than any holiday: a slip of the pen. */
    private static final int LONGEST = 31;

    private DayLines() {}

    static List<LocalDate> read(String text, String field, String label, Faults faults) {
        List<LocalDate> days = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            if (line.isBlank()) continue;
            try {
                days.addAll(days(line.strip()));
            } catch (DateTimeException e) {
                faults.add(
                        field,
                        "【%s】第%d行“%s”不是有效的日期或起止日期（应为 2027-01-01 或 2027-01-01..2027-01-03，至多%d天）"
                                .formatted(label, number, line.strip(), LONGEST));
            }
        }
        return days;
    }

    private static List<LocalDate> days(String line) {
        String[] ends = line.split("\\.\\.", -1);
        LocalDate first = LocalDate.parse(ends[0].strip());
        LocalDate last = ends.length == 1 ? first : LocalDate.parse(ends[1].strip());
        if (ends.length > 2 || last.isBefore(first) || first.plusDays(LONGEST).isBefore(last)) {
            throw new DateTimeException("no range: " + line);
        }
        return first.datesUntil(last.plusDays(1)).toList();
    }
}
