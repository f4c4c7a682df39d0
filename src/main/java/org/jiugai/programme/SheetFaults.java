package org.jiugai.programme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong with a sheet, so that the clerk hears of it at once. */
final class SheetFaults {
    private final List<SheetFault> found = new ArrayList<>();

    /**
     * One fault of a sheet.
     *
     * @param row number of the row as the table program shows it; null when the whole sheet is meant
     * @param column name of the column, empty when the row as a whole is meant
     * @param message what is wrong, in Chinese
     */
    record SheetFault(@Nullable Integer row, String column, String message) {
        String shown() {
            return (row == null ? "" : "第" + row + "行") + (column.isEmpty() ? "" : "【" + column + "】") + message;
        }
    }

    void add(int row, Column column, String message) {
        found.add(new SheetFault(row, column.label(), message));
    }

    void add(int row, String message) {
        found.add(new SheetFault(row, "", message));
    }

    void add(String message) {
        found.add(new SheetFault(null, "", message));
    }

    void add(Column column, String message) {
        found.add(new SheetFault(null, column.label(), message));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Rows first, in order; then what concerns the whole. */
    List<SheetFault> all() {
        return found.stream()
                .sorted(Comparator.comparing(SheetFault::row, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    void refuse() {
        if (!found.isEmpty()) throw new ProgrammeRefused(all());
    }
}
