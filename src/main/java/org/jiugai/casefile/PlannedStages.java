package org.jiugai.casefile;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumMap;
import java.util.Map;
import org.jiugai.policy.Parameters;
import org.jiugai.policy.Policy;

/** When each stage is planned to be reached: the policy's fixed dates of the programme year, else its days counted from the opening. */
final class PlannedStages {
    private PlannedStages() {}

    static Map<Stage, LocalDate> of(Policy policy, LocalDate openedOn, int year) {
        Map<String, Integer> days = policy.get(Parameters.PLANNED_DAYS);
        Map<String, String> fixed = policy.get(Parameters.FIXED_DATES);
        Map<Stage, LocalDate> planned = new EnumMap<>(Stage.class);
        LocalDate last = openedOn;
        for (Stage stage : Stage.values()) {
            LocalDate on = fixed.containsKey(stage.name())
                    ? MonthDay.parse("--" + fixed.get(stage.name())).atYear(year)
                    : openedOn.plusDays(days.getOrDefault(stage.name(), 0));
            last = on.isBefore(last) ? last : on;
            planned.put(stage, last);
        }
        return planned;
    }
}
