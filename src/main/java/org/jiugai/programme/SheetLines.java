package org.jiugai.programme;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiugai.kernel.NameKey;
import org.jiugai.sheets.SheetFaults;
import org.jiugai.sheets.SheetGrid;

/** Finds the header in a workbook, and takes the lines below it apart: projects, totals; titles and notes are left out. */
final class SheetLines {
    private static final int HEADER_WITHIN = 30;
    private static final int MAX_ROWS = 5000;
    private static final int TITLE_SPAN = 4;
    private static final Set<String> TOTALS = Set.of("合计", "总计", "共计", "总合计");
    private final SheetFaults faults;
    private final Map<Column, Integer> at = new EnumMap<>(Column.class);
    private final Map<Column, Integer> shifts = new EnumMap<>(Column.class);
    private final List<Line> lines = new ArrayList<>();
    private final List<Line> totals = new ArrayList<>();

    /**
     * One row below the header.
     *
     * @param number as the table program shows it
     * @param cells text by column, blank ones left out; a figure only where it stands
     * @param covered figures that stand in a merged cell of a row above
     */
    record Line(int number, Map<Column, String> cells, Set<Column> covered) {
        String text(Column column) {
            return cells.getOrDefault(column, "").strip();
        }
    }

    private SheetLines(SheetFaults faults) {
        this.faults = faults;
    }

    static SheetLines of(XSSFWorkbook workbook, SheetFaults faults) {
        SheetLines found = new SheetLines(faults);
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            if (SheetGrid.sprawls(workbook.getSheetAt(i))) {
                faults.add("工作表“" + workbook.getSheetName(i) + "”的合并单元格过多，请取消多余的合并后再上传");
                return found;
            }
            if (found.read(new SheetGrid(workbook.getSheetAt(i)))) return found;
        }
        faults.add("表格为空，或没有找到含“项目名称”和“小区名称”的表头行");
        return found;
    }

    List<Line> lines() {
        return lines;
    }

    List<Line> totals() {
        return totals;
    }

    boolean has(Column column) {
        return at.containsKey(column);
    }

    /** Decimal places from the sheet's unit to ours; absent when the sheet does not name the unit. */
    Map<Column, Integer> shifts() {
        return shifts;
    }

    private boolean read(SheetGrid grid) {
        for (int row = 0; row <= Math.min(grid.lastRow(), HEADER_WITHIN); row++) {
            if (isHeader(grid, row)) {
                int last = headerEnd(grid, row);
                header(grid, row, last);
                body(grid, last + 1);
                return true;
            }
        }
        return false;
    }

    private static boolean isHeader(SheetGrid grid, int row) {
        Set<Column> found = EnumSet.noneOf(Column.class);
        for (int column = 0; column < grid.columns(row); column++) {
            Column.of(grid.shown(row, column)).ifPresent(found::add);
        }
        return found.contains(Column.PROJECT) && found.size() >= 3
                || found.contains(Column.COMMUNITY) && found.size() >= 3;
    }

    private static int headerEnd(SheetGrid grid, int row) {
        int last = row;
        for (int column = 0; column < grid.columns(row); column++) {
            Column meant = Column.of(grid.shown(row, column)).orElse(null);
            if (meant == Column.PROJECT || meant == Column.COMMUNITY)
                last = Math.max(last, grid.lastRowOf(row, column));
        }
        return last;
    }

    private void header(SheetGrid grid, int first, int last) {
        StringBuilder above = new StringBuilder();
        for (int row = 0; row < first; row++) {
            for (int column = 0; column < grid.columns(row); column++) {
                String text = NameKey.of(grid.shown(row, column));
                if (text.contains("单位")) above.append(text);
            }
        }
        for (int column = 0; column < grid.columns(first); column++) {
            String text = grid.shown(first, column);
            for (int row = first + 1; row <= last; row++) {
                if (!grid.isCovered(row, column)) text += grid.shown(row, column);
            }
            heading(first, column, text, above.toString());
        }
        Stream.of(Column.values())
                .filter(column -> column.isRequired() && !has(column))
                .forEach(column -> faults.add(first + 1, column, "缺少此列"));
    }

    private void heading(int row, int column, String text, String above) {
        Column meant = Column.of(text).orElse(null);
        if (meant == null) return;
        Integer earlier = at.putIfAbsent(meant, column);
        if (earlier != null && earlier != column) {
            faults.add(row + 1, meant, "此列出现了两次");
            return;
        }
        Integer shift = meant.decimalShift(text, above);
        if (shift == null) faults.add(row + 1, meant, "没有注明单位（" + meant.units() + "）");
        else shifts.put(meant, shift);
    }

    private void body(SheetGrid grid, int first) {
        if (grid.lastRow() - first > MAX_ROWS) {
            faults.add("表格超过" + MAX_ROWS + "行");
            return;
        }
        for (int row = first; row <= grid.lastRow(); row++) {
            if (grid.isEmpty(row) || isHeader(grid, row)) continue;
            Line line = line(grid, row);
            String label = label(grid, row);
            if (TOTALS.contains(label)) totals.add(line);
            else if (!label.equals("小计") && !isNote(grid, row, label)) lines.add(line);
        }
        if (lines.isEmpty()) faults.add("表头之下没有项目");
    }

    private Line line(SheetGrid grid, int row) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        Set<Column> covered = EnumSet.noneOf(Column.class);
        at.forEach((column, index) -> {
            boolean isCovered = grid.isCovered(row, index);
            if (isCovered && column.isFigure()) {
                covered.add(column);
                return;
            }
            String text = grid.shown(row, index);
            if (!text.isBlank()) cells.put(column, text);
        });
        return new Line(row + 1, cells, covered);
    }

    /** The first text of the row: what says that it is a total or a note. */
    private static String label(SheetGrid grid, int row) {
        for (int column = 0; column < grid.columns(row); column++) {
            String key = NameKey.of(grid.shown(row, column));
            if (!key.isEmpty()) return key.replaceAll("[:：].*", "");
        }
        return "";
    }

    private static boolean isNote(SheetGrid grid, int row, String label) {
        return grid.spansAcross(row, TITLE_SPAN) || label.matches("(注|备注|说明|填报|填表|制表|审核|联系|单位|报送|审批).*");
    }
}
