package org.jiugai.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiugai.casefile.NewCase;
import org.jiugai.kernel.Area;
import org.jiugai.kernel.NameKey;
import org.jiugai.programme.SheetLines.Line;
import org.jiugai.sheets.SheetFaults;
import org.jspecify.annotations.Nullable;

/**
 * The communities of a project with their figures. A figure that stands for several communities together (several names in one cell, or a
 * merged cell over several rows) is split evenly, to be looked at again.
 */
final class CommunityFigures {
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
    private final SheetLines sheet;
    private final SheetFaults faults;
    private final Set<Column> unreadable;
    private final Map<Column, Long> sums;
    private final Committees committees;
    private boolean split;

    /** @param split whether any figure was split */
    record Result(List<NewCase.Community> communities, boolean split) {}

    private record Named(Line line, String name) {}

    CommunityFigures(
            SheetLines sheet,
            SheetFaults faults,
            Set<Column> unreadable,
            Map<Column, Long> sums,
            Committees committees) {
        this.sheet = sheet;
        this.faults = faults;
        this.unreadable = unreadable;
        this.sums = sums;
        this.committees = committees;
    }

    /** @param street region code of the project's street, empty when the sheet names none */
    Result of(List<Line> lines, String street) {
        List<Named> named = lines.stream().flatMap(this::names).toList();
        checkCount(lines, named.size());
        List<Long> households = shares(lines, named, Column.HOUSEHOLDS);
        List<Long> buildings = shares(lines, named, Column.BUILDINGS);
        List<Long> areas = shares(lines, named, Column.AREA);
        List<NewCase.Community> communities = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            communities.add(new NewCase.Community(
                    named.get(i).name(),
                    committee(named.get(i).line(), street),
                    buildYear(named.get(i).line()),
                    Math.toIntExact(households.get(i)),
                    Math.toIntExact(buildings.get(i)),
                    new Area(areas.get(i))));
        }
        return new Result(communities, split);
    }

    /** A figure for each community. */
    private List<Long> shares(List<Line> lines, List<Named> named, Column column) {
        List<Long> each = new ArrayList<>();
        for (List<Line> block : blocks(lines, column)) {
            int size =
                    (int) named.stream().filter(n -> block.contains(n.line())).count();
            split |= size > 1;
            each.addAll(share(block.get(0), column, size));
        }
        return each;
    }

    private Stream<Named> names(Line line) {
        String cell = line.text(Column.COMMUNITY);
        List<String> names = Stream.of(cell.split("[、，,；;\\n]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (names.isEmpty() && sheet.has(Column.COMMUNITY)) faults.add(line.number(), Column.COMMUNITY, "未填写");
        return names.stream().map(name -> new Named(line, name));
    }

    /** The number of communities that the sheet states must be the number that it names. */
    private void checkCount(List<Line> lines, int named) {
        sums.merge(Column.COMMUNITY_COUNT, (long) named, Long::sum);
        long stated = 0;
        for (Line line : lines) {
            if (line.text(Column.COMMUNITY_COUNT).isEmpty()) continue;
            try {
                stated += Figure.parse(line.text(Column.COMMUNITY_COUNT), 0);
            } catch (Figure.Unreadable e) {
                faults.add(line.number(), Column.COMMUNITY_COUNT, e.reason());
                return;
            }
        }
        if (stated != 0 && stated != named) {
            faults.add(lines.get(0).number(), Column.COMMUNITY_COUNT, "填写" + stated + "个，所列小区" + named + "个");
        }
    }

    /** Runs of rows that share one figure: the row where it stands and the rows that its merged cell covers. */
    private static List<List<Line>> blocks(List<Line> lines, Column column) {
        List<List<Line>> blocks = new ArrayList<>();
        for (Line line : lines) {
            if (blocks.isEmpty() || !line.covered().contains(column)) blocks.add(new ArrayList<>());
            blocks.get(blocks.size() - 1).add(line);
        }
        return blocks;
    }

    private List<Long> share(Line line, Column column, int communities) {
        long figure = figure(line, column);
        sums.merge(column, figure, Long::sum);
        if (communities == 0) return List.of();
        if (figure > 0 && figure < communities) {
            faults.add(line.number(), column, "少于小区数" + communities + "，请逐小区填写");
        }
        return Figure.split(figure, communities);
    }

    private long figure(Line line, Column column) {
        String text = line.text(column);
        Integer shift = sheet.shifts().get(column);
        if (sheet.has(column) && text.isEmpty()) {
            faults.add(line.number(), column, line.covered().contains(column) ? "合并单元格跨越了两个项目" : "未填写");
        } else if (shift != null) {
            try {
                return Figure.parse(text, shift);
            } catch (Figure.Unreadable e) {
                faults.add(line.number(), column, e.reason());
            }
        }
        unreadable.add(column);
        return 0;
    }

    /** The committee that the sheet names; null when it names none. */
    private @Nullable String committee(Line line, String street) {
        String name = line.text(Column.RESIDENTS_COMMITTEE);
        if (name.isEmpty() || street.isEmpty()) return null;
        String office = committees.named(street, name).orElse(null);
        if (office == null) faults.add(line.number(), Column.RESIDENTS_COMMITTEE, "本街道没有社区“" + name + "”");
        return office;
    }

    /** The last year named: the communities of a span are as old as their youngest building. */
    private @Nullable Integer buildYear(Line line) {
        String text = NameKey.of(line.text(Column.BUILD_YEAR));
        if (text.isEmpty()) return null;
        Integer year = null;
        Matcher years = YEAR.matcher(text);
        while (years.find()) year = Integer.valueOf(years.group());
        if (year == null) faults.add(line.number(), Column.BUILD_YEAR, "不是年份：“" + text + "”");
        return year;
    }

    /** A community may stand only once in the whole sheet. */
    static void checkDuplicates(List<Line> lines, SheetFaults faults) {
        Map<String, Integer> seen = new HashMap<>();
        for (Line line : lines) {
            for (String name : line.text(Column.COMMUNITY).split("[、，,；;\\n]", -1)) {
                if (name.isBlank()) continue;
                Integer earlier =
                        seen.putIfAbsent(NameKey.of(line.text(Column.STREET)) + "/" + NameKey.of(name), line.number());
                if (earlier != null) {
                    faults.add(line.number(), Column.COMMUNITY, "小区“" + name.strip() + "”与第" + earlier + "行重复");
                }
            }
        }
    }
}
