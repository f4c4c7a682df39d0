package org.jiugai.programme;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiugai.kernel.Area;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.NameKey;
import org.jiugai.programme.SheetLines.Line;
import org.jiugai.sheets.SheetFaults;

/** Reads the lines of a sheet as projects, checks the totals it states and the task that was issued; notes every fault and goes on. */
final class ProgrammeReading {
    private final SheetFaults faults;
    private final SheetLines sheet;
    private final Map<String, String> streets;
    private final Committees committees;
    private final Map<Column, Long> sums = new EnumMap<>(Column.class);
    private final Set<Column> unreadable = EnumSet.noneOf(Column.class);
    private final List<PlannedProject> projects = new ArrayList<>();

    private ProgrammeReading(SheetLines sheet, Map<String, String> streets, Committees committees, SheetFaults faults) {
        this.sheet = sheet;
        this.streets = streets;
        this.committees = committees;
        this.faults = faults;
    }

    /**
     * @param streets region code by name of the county's streets
     * @param committees residents' committees of those streets
     * @return the projects, to be used only when there is no fault
     */
    static List<PlannedProject> read(
            SheetLines sheet, Map<String, String> streets, Committees committees, AnnualTask task, SheetFaults faults) {
        Map<String, String> byKey = new HashMap<>();
        streets.forEach((name, code) -> byKey.put(NameKey.of(name), code));
        ProgrammeReading reading = new ProgrammeReading(sheet, byKey, committees, faults);
        List<List<Line>> groups = ProjectLines.group(sheet.lines(), faults);
        CommunityFigures.checkDuplicates(sheet.lines(), faults);
        groups.forEach(reading::project);
        sheet.totals().forEach(reading::checkTotal);
        if (!groups.isEmpty()) reading.checkTask(task, groups.size());
        return reading.projects;
    }

    private void project(List<Line> lines) {
        Line first = lines.get(0);
        String street = street(lines);
        CommunityFigures figures = new CommunityFigures(sheet, faults, unreadable, sums, committees);
        CommunityFigures.Result communities = figures.of(lines, street);
        long investment = investment(lines);
        projects.add(new PlannedProject(
                first.number(),
                first.text(Column.PROJECT_NO),
                first.text(Column.PROJECT),
                street,
                communities.communities(),
                Money.ofFen(investment),
                new PlannedProject.Terms(
                        joined(lines, Column.CONTENTS),
                        joined(lines, Column.FUND_SOURCE),
                        joined(lines, Column.IMPLEMENTER),
                        joined(lines, Column.TENDER_MODE),
                        joined(lines, Column.PLANNED_START),
                        joined(lines, Column.PLANNED_FINISH),
                        joined(lines, Column.REMARK)),
                communities.split() ? "表内未分小区列数，户数、楼栋数、面积按小区均分，待复核" : null));
    }

    private String street(List<Line> lines) {
        String found = "";
        String foundName = "";
        for (Line line : lines) {
            String name = line.text(Column.STREET);
            if (name.isEmpty()) {
                if (line.equals(lines.get(0)) && sheet.has(Column.STREET))
                    faults.add(line.number(), Column.STREET, "未填写");
                continue;
            }
            String code = streets.get(NameKey.of(name));
            if (code == null) faults.add(line.number(), Column.STREET, "本区县没有街道“" + name + "”");
            else if (found.isEmpty()) {
                found = code;
                foundName = name;
            } else if (!found.equals(code)) {
                faults.add(line.number(), Column.STREET, "同一项目跨了街道：“" + foundName + "”和“" + name + "”");
            }
        }
        return found;
    }

    private long investment(List<Line> lines) {
        long sum = 0;
        boolean given = false;
        for (Line line : lines) {
            if (line.text(Column.INVESTMENT).isEmpty()) {
                if (line.equals(lines.get(0)) && line.covered().contains(Column.INVESTMENT)) {
                    faults.add(line.number(), Column.INVESTMENT, "合并单元格跨越了两个项目");
                    unreadable.add(Column.INVESTMENT);
                    given = true;
                }
                continue;
            }
            given = true;
            sum += figure(line, Column.INVESTMENT, unreadable);
        }
        if (!given && sheet.has(Column.INVESTMENT)) {
            faults.add(lines.get(0).number(), Column.INVESTMENT, "未填写");
            unreadable.add(Column.INVESTMENT);
        }
        sums.merge(Column.INVESTMENT, sum, Long::sum);
        return sum;
    }

    private long figure(Line line, Column column, Set<Column> broken) {
        Integer shift = sheet.shifts().get(column);
        try {
            if (shift != null) return Figure.parse(line.text(column), shift);
        } catch (Figure.Unreadable e) {
            faults.add(line.number(), column, e.reason());
        }
        broken.add(column);
        return 0;
    }

    private static String joined(List<Line> lines, Column column) {
        return String.join(
                "；",
                lines.stream()
                        .map(line -> line.text(column))
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .toList());
    }

    private void checkTotal(Line total) {
        total.cells().keySet().stream().filter(Column::isFigure).forEach(column -> {
            Set<Column> broken = EnumSet.noneOf(Column.class);
            broken.addAll(unreadable);
            long stated = figure(total, column, broken);
            if (broken.contains(column)) return;
            long sum = sums.getOrDefault(column, 0L);
            if (stated != sum) {
                faults.add(
                        total.number(), column, "合计行为" + shown(column, stated) + "，与各行之和" + shown(column, sum) + "不一致");
            }
        });
    }

    private void checkTask(AnnualTask task, int projectCount) {
        compare("项目数", projectCount, task.projects());
        compare(Column.COMMUNITY_COUNT, task.communities());
        compare(Column.HOUSEHOLDS, task.households());
        compare(Column.BUILDINGS, task.buildings());
        compare(Column.AREA, task.area().hundredths());
        compare(Column.INVESTMENT, task.investment().fen());
    }

    private void compare(String label, long sum, long issued) {
        if (sum != issued) faults.add("与下达任务不一致：" + label + "合计" + sum + "，下达任务" + issued);
    }

    private void compare(Column column, long issued) {
        long sum = sums.getOrDefault(column, 0L);
        boolean isComplete = !unreadable.contains(column) && (sheet.has(column) || column == Column.COMMUNITY_COUNT);
        if (isComplete && sum != issued) {
            faults.add(column, "与下达任务不一致：合计" + shown(column, sum) + "，下达任务" + shown(column, issued));
        }
    }

    private static String shown(Column column, long value) {
        return switch (column) {
            case INVESTMENT -> Money.ofFen(value).shown() + "元";
            case AREA -> new Area(value).squareMetres() + "m²";
            case HOUSEHOLDS -> value + "户";
            case BUILDINGS -> value + "栋";
            default -> value + "个";
        };
    }
}
