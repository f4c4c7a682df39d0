package org.jiugai.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiugai.kernel.NameKey;
import org.jiugai.programme.SheetLines.Line;
import org.jiugai.sheets.SheetFaults;

/** Groups the rows of a sheet into projects: a project may take several rows, one for each community. */
final class ProjectLines {
    private final SheetFaults faults;
    private final List<List<Line>> groups = new ArrayList<>();
    private final Map<String, Integer> names = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    private ProjectLines(SheetFaults faults) {
        this.faults = faults;
    }

    static List<List<Line>> group(List<Line> lines, SheetFaults faults) {
        ProjectLines reading = new ProjectLines(faults);
        lines.forEach(reading::add);
        return reading.groups;
    }

    private void add(Line line) {
        if (!groups.isEmpty() && continues(groups.get(groups.size() - 1).get(0), line)) {
            groups.get(groups.size() - 1).add(line);
            return;
        }
        groups.add(new ArrayList<>(List.of(line)));
        String name = line.text(Column.PROJECT);
        if (name.isEmpty()) faults.add(line.number(), Column.PROJECT, "未填写");
        else unique(names, line, Column.PROJECT, name);
        String number = line.text(Column.PROJECT_NO);
        if (!number.isEmpty()) unique(numbers, line, Column.PROJECT_NO, number);
    }

    private void unique(Map<String, Integer> seen, Line line, Column column, String text) {
        Integer earlier = seen.putIfAbsent(NameKey.of(text), line.number());
        if (earlier != null) faults.add(line.number(), column, "“" + text + "”与第" + earlier + "行重复");
    }

    private static boolean continues(Line first, Line line) {
        return same(first, line, Column.PROJECT) && same(first, line, Column.PROJECT_NO);
    }

    /** Blank below means the same as above. */
    private static boolean same(Line first, Line line, Column column) {
        String text = line.text(column);
        return text.isEmpty() || NameKey.of(text).equals(NameKey.of(first.text(column)));
    }
}
