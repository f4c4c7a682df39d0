package org.jiugai.sheets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jiugai.kernel.RuleViolation.Fault;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong with a workbook, so that the clerk hears of it at once. */
public final class SheetFaults {
    private final String sheet;
    private final List<SheetFault> found;

    public SheetFaults() {
        this("", new ArrayList<>());
    }

    private SheetFaults(String sheet, List<SheetFault> found) {
        this.sheet = sheet;
        this.found = found;
    }

    /**
     * One fault of a sheet.
     *
     * @param sheet name of the sheet, empty where the workbook has one only
     * @param row number of the row as the table program shows it; null when the whole sheet is meant
     * @param column name of the column, empty when the row as a whole is meant
     * @param message what is wrong, in Chinese
     */
    public record SheetFault(String sheet, @Nullable Integer row, String column, String message) {
        public String shown() {
            return (sheet.isEmpty() ? "" : "“" + sheet + "”表")
                    + (row == null ? "" : "第" + row + "行")
                    + (column.isEmpty() ? "" : "【" + column + "】")
                    + message;
        }

        private Fault asFault() {
            return new Fault(row == null ? column : row + ":" + column, shown());
        }
    }

    /** The same list of faults, for one sheet of the workbook. */
    public SheetFaults in(String name) {
        return new SheetFaults(name, found);
    }

    public void add(int row, SheetColumn column, String message) {
        found.add(new SheetFault(sheet, row, column.label(), message));
    }

    public void add(int row, String message) {
        found.add(new SheetFault(sheet, row, "", message));
    }

    public void add(String message) {
        found.add(new SheetFault(sheet, null, "", message));
    }

    public void add(SheetColumn column, String message) {
        found.add(new SheetFault(sheet, null, column.label(), message));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Sheet by sheet as they were read; rows first, in order, then what concerns the whole. */
    public List<SheetFault> all() {
        List<String> sheets = found.stream().map(SheetFault::sheet).distinct().toList();
        return found.stream()
                .sorted(Comparator.<SheetFault, Integer>comparing(fault -> sheets.indexOf(fault.sheet()))
                        .thenComparing(SheetFault::row, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** The same as faults of a refusal. */
    public List<Fault> asFaults() {
        return all().stream().map(SheetFault::asFault).toList();
    }
}
