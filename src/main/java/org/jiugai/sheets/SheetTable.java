package org.jiugai.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiugai.kernel.NameKey;

/** A plain list in a workbook: the sheet by its name, the header by the names of its columns wherever it stands below titles, the rows below. */
public final class SheetTable {
    private static final int HEADER_WITHIN = 30;
    private static final int MAX_ROWS = 5000;
    private final SheetGrid grid;
    private final List<? extends SheetColumn> columns;
    private final SheetFaults faults;

    private SheetTable(SheetGrid grid, List<? extends SheetColumn> columns, SheetFaults faults) {
        this.grid = grid;
        this.columns = columns;
        this.faults = faults;
    }

    /**
     * One row below the header.
     *
     * @param number as the table program shows it
     * @param cells text by the column's label, blank ones left out
     */
    public record Line(int number, Map<String, String> cells) {
        public String text(SheetColumn column) {
            return cells.getOrDefault(column.label(), "").strip();
        }
    }

    /**
     * The rows of the sheet of that name, or nothing when there is no such sheet.
     *
     * @param faults gains what is wrong with the header
     */
    public static Optional<List<Line>> read(
            XSSFWorkbook workbook, String name, List<? extends SheetColumn> columns, SheetFaults faults) {
        for (Sheet sheet : workbook) {
            if (NameKey.of(sheet.getSheetName()).equals(NameKey.of(name))) {
                return Optional.of(new SheetTable(new SheetGrid(sheet), columns, faults.in(name)).lines());
            }
        }
        return Optional.empty();
    }

    private List<Line> lines() {
        int header = header();
        if (header < 0) {
            faults.add("没有找到表头行，应有的列："
                    + String.join("、", columns.stream().map(SheetColumn::label).toList()));
            return List.of();
        }
        if (grid.lastRow() - header > MAX_ROWS) {
            faults.add("表格超过" + MAX_ROWS + "行");
            return List.of();
        }
        Map<String, Integer> at = places(header);
        List<Line> lines = new ArrayList<>();
        for (int row = header + 1; row <= grid.lastRow(); row++) {
            Line line = line(row, at);
            if (!line.cells().isEmpty() && !isNote(row)) lines.add(line);
        }
        return lines;
    }

    /** The row that names the most of the columns, two at least. */
    private int header() {
        int best = -1;
        int most = 1;
        for (int row = 0; row <= Math.min(grid.lastRow(), HEADER_WITHIN); row++) {
            int named = 0;
            for (int column = 0; column < grid.columns(row); column++) {
                if (meant(grid.shown(row, column)).isPresent()) named++;
            }
            if (named > most) {
                best = row;
                most = named;
            }
        }
        return best;
    }

    private Map<String, Integer> places(int header) {
        Map<String, Integer> at = new HashMap<>();
        for (int column = 0; column < grid.columns(header); column++) {
            int here = column;
            meant(grid.shown(header, column)).ifPresent(meant -> {
                if (at.putIfAbsent(meant.label(), here) != null) faults.add(header + 1, meant, "此列出现了两次");
            });
        }
        columns.stream()
                .filter(column -> column.isRequired() && !at.containsKey(column.label()))
                .forEach(column -> faults.add(header + 1, column, "缺少此列"));
        return at;
    }

    /** The column that a header's text means; what stands in brackets is a remark. */
    private Optional<? extends SheetColumn> meant(String header) {
        String key = NameKey.of(header).replaceAll("\\([^()]*\\)", "");
        return columns.stream()
                .filter(column -> NameKey.of(column.label()).equals(key))
                .findFirst();
    }

    private Line line(int row, Map<String, Integer> at) {
        Map<String, String> cells = new HashMap<>();
        at.forEach((column, index) -> {
            String text = grid.shown(row, index);
            if (!text.isBlank()) cells.put(column, text);
        });
        return new Line(row + 1, cells);
    }

    private boolean isNote(int row) {
        for (int column = 0; column < grid.columns(row); column++) {
            String text = NameKey.of(grid.shown(row, column));
            if (!text.isEmpty()) return text.matches("(注|说明|备注)[:：].*");
        }
        return false;
    }
}
