package org.jiugai.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes plain lists as a workbook. Every cell is text, so that codes keep their zeros and nothing becomes a formula. */
public final class SheetWriter {
    private static final int WIDTH = 22 * 256;

    private SheetWriter() {}

    /** A sheet: its name, a title above the header, the header, the rows. */
    public record Page(String name, String title, List<String> header, List<List<String>> rows) {}

    public static byte[] write(List<Page> pages) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.getProperties().getCoreProperties().setCreator("");
            CellStyle text = workbook.createCellStyle();
            text.setDataFormat(workbook.createDataFormat().getFormat("@"));
            CellStyle bold = workbook.createCellStyle();
            Font font = workbook.createFont();
            font.setBold(true);
            bold.setFont(font);
            pages.forEach(page -> fill(workbook.createSheet(page.name()), page, text, bold));
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(XSSFSheet sheet, Page page, CellStyle text, CellStyle bold) {
        write(sheet.createRow(0), List.of(page.title()), bold);
        write(sheet.createRow(1), page.header(), bold);
        for (int i = 0; i < page.rows().size(); i++)
            write(sheet.createRow(i + 2), page.rows().get(i), text);
        for (int column = 0; column < page.header().size(); column++) {
            sheet.setColumnWidth(column, WIDTH);
            sheet.setDefaultColumnStyle(column, text);
        }
        sheet.createFreezePane(0, 2);
    }

    private static void write(XSSFRow row, List<String> values, CellStyle style) {
        for (int i = 0; i < values.size(); i++) {
            var cell = row.createCell(i);
            cell.setCellValue(values.get(i));
            cell.setCellStyle(style);
        }
    }
}
