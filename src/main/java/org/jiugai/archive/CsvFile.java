package org.jiugai.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A table as CSV that Excel opens as Chinese, with a byte order mark. What a spreadsheet would take for a formula gets an apostrophe
 * before it; numbers stay numbers.
 */
final class CsvFile {
    private static final char ORDER_MARK = '\uFEFF';
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d[\\d,.]*%?");
    private static final String BEGINS_FORMULA = "=+-@\t\r\n＝＋－＠";

    private CsvFile() {}

    static void write(OutputStream out, List<String> columns, List<? extends List<? extends @Nullable Object>> rows)
            throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(ORDER_MARK);
        CSVPrinter printer = new CSVPrinter(text, CSVFormat.EXCEL);
        printer.printRecord(columns);
        for (List<? extends @Nullable Object> row : rows) {
            for (Object cell : row) printer.print(safe(cell));
            printer.println();
        }
        printer.flush();
    }

    private static String safe(@Nullable Object cell) {
        String text = cell == null ? "" : cell.toString().replace("\u0000", "");
        String first = text.stripLeading();
        boolean formula = !text.isEmpty()
                && (BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0
                        || !first.isEmpty() && BEGINS_FORMULA.indexOf(first.charAt(0)) >= 0);
        return formula && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }
}
