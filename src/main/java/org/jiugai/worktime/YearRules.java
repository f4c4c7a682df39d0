package org.jiugai.worktime;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiugai.kernel.Faults;

/** What the calendar of a year must look like to be accepted. */
final class YearRules {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ISO_LOCAL_DATE;

    private YearRules() {}

    /** Everything that is wrong, at once. */
    static Faults check(
            int year,
            boolean published,
            Collection<LocalDate> restDays,
            Collection<LocalDate> makeUpDays,
            String document) {
        Set<LocalDate> both = new TreeSet<>(restDays);
        both.retainAll(makeUpDays);
        boolean sound = year >= 2000 && year <= 2100;
        Set<LocalDate> foreign = new TreeSet<>(restDays);
        foreign.addAll(makeUpDays);
        foreign.removeIf(day -> day.getYear() == year);
        Set<LocalDate> weekdays = new TreeSet<>(makeUpDays);
        weekdays.removeIf(day -> !TymeCalendar.isWeekday(day));
        return new Faults()
                .require(sound, "year", "【年度】应为2000至2100之间的四位年份")
                .require(!published, "year", "【年度】" + year + "年的放假安排已经公布，不能重复载入")
                .require(!document.isBlank(), "document", "【文号】必须填写")
                .require(document.length() <= 100, "document", "【文号】不得超过100字")
                .require(!sound || foreign.isEmpty(), "restDays", "【放假日、调休上班日】以下日期不属于" + year + "年：" + shown(foreign))
                .require(!sound || restDays.contains(LocalDate.of(year, 1, 1)), "restDays", "【放假日】缺少元旦（1月1日）")
                .require(!sound || restDays.contains(LocalDate.of(year, 10, 1)), "restDays", "【放假日】缺少国庆节（10月1日）")
                .require(weekdays.isEmpty(), "makeUpDays", "【调休上班日】以下日期不是周六或周日：" + shown(weekdays))
                .require(both.isEmpty(), "makeUpDays", "【调休上班日】以下日期同时列为放假日：" + shown(both));
    }

    private static String shown(Set<LocalDate> days) {
        return days.stream().map(SHOWN::format).collect(Collectors.joining("、"));
    }
}
