package org.jiugai.sheets;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.jspecify.annotations.Nullable;

/** A sheet as people see it: a merged cell shows its content in every cell of it. Rows and columns count from 0. */
public final class SheetGrid {
    private static final int MOST_COLUMNS = 256;
    private static final long MOST_COVERED = 200_000;
    private static final DataFormatter FORMATTER = new DataFormatter();
    private final Sheet sheet;
    private final Map<CellAddress, CellRangeAddress> merged = new HashMap<>();

    public SheetGrid(Sheet sheet) {
        this.sheet = sheet;
        int lastRow = lastRow();
        for (CellRangeAddress range : sheet.getMergedRegions()) {
            for (int row = range.getFirstRow(); row <= Math.min(range.getLastRow(), lastRow); row++) {
                for (int column = range.getFirstColumn(); column <= lastColumn(range); column++) {
                    merged.put(new CellAddress(row, column), range);
                }
            }
        }
    }

    /** Whether merged cells cover more than a sheet that people read: each covered cell takes memory. */
    public static boolean sprawls(Sheet sheet) {
        long covered = 0;
        for (CellRangeAddress range : sheet.getMergedRegions()) {
            long rows = Math.min(range.getLastRow(), sheet.getLastRowNum()) - range.getFirstRow() + 1L;
            covered += Math.max(0, rows) * Math.max(0, lastColumn(range) - range.getFirstColumn() + 1L);
            if (covered > MOST_COVERED) return true;
        }
        return false;
    }

    private static int lastColumn(CellRangeAddress range) {
        return Math.min(range.getLastColumn(), MOST_COLUMNS - 1);
    }

    public int lastRow() {
        return sheet.getLastRowNum();
    }

    public int columns(int row) {
        Row found = sheet.getRow(row);
        return found == null ? 0 : Math.min(found.getLastCellNum(), MOST_COLUMNS);
    }

    /** What the cell shows, also when it is covered by a merged cell. */
    public String shown(int row, int column) {
        CellRangeAddress range = merged.get(new CellAddress(row, column));
        return range == null ? own(row, column) : own(range.getFirstRow(), range.getFirstColumn());
    }

    /** Whether the cell continues a merged cell of a row above. */
    public boolean isCovered(int row, int column) {
        CellRangeAddress range = merged.get(new CellAddress(row, column));
        return range != null && range.getFirstRow() < row;
    }

    /** The last row of the merged cell, or the row itself. */
    public int lastRowOf(int row, int column) {
        CellRangeAddress range = merged.get(new CellAddress(row, column));
        return range == null ? row : range.getLastRow();
    }

    /** Whether a merged cell of the row spans this many columns: a title or a note. */
    public boolean spansAcross(int row, int atLeast) {
        for (int column = 0; column < columns(row); column++) {
            CellRangeAddress range = merged.get(new CellAddress(row, column));
            if (range != null && range.getLastColumn() - range.getFirstColumn() + 1 >= atLeast) return true;
        }
        return false;
    }

    public boolean isEmpty(int row) {
        for (int column = 0; column < columns(row); column++) {
            if (!shown(row, column).isBlank()) return false;
        }
        return true;
    }

    private String own(int rowNumber, int column) {
        Row row = sheet.getRow(rowNumber);
        return row == null ? "" : text(row.getCell(column));
    }

    /** Numbers as typed, never through arithmetic of doubles; dates as ISO dates. */
    private static String text(@Nullable Cell cell) {
        if (cell == null) return "";
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC ->
                DateUtil.isCellDateFormatted(cell)
                        ? cell.getLocalDateTimeCellValue().toLocalDate().toString()
                        : NumberToTextConverter.toText(cell.getNumericCellValue());
            case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
            case ERROR -> cell.getCellType() == CellType.FORMULA ? "公式出错" : FORMATTER.formatCellValue(cell);
            default -> "";
        };
    }
}
