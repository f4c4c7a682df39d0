package org.jiugai.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiugai.kernel.RuleViolation;
import org.springframework.util.unit.DataSize;

/** The one way in which a sheet of a stranger is opened: imports call this, not POI. */
public final class Workbooks {
    /** POI keeps a sheet in memory at several times its size: far less than a document that is only stored. */
    private static final FileRules.Office LIMITS = new FileRules.Office(500, DataSize.ofMegabytes(20), 100);

    private static final String MAIN = FileKind.XLSX.mediaType() + ".main+xml";

    private Workbooks() {}

    /**
     * Opens a workbook after it was checked as any uploaded office document is.
     *
     * @throws RuleViolation when it is no .xlsx, would swell, or carries macros, objects or links to other files
     */
    public static XSSFWorkbook open(byte[] content) {
        try {
            check(content);
            return new XSSFWorkbook(new ByteArrayInputStream(content));
        } catch (IOException | POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException broken) {
            throw FileRefused.damaged("Office");
        }
    }

    private static void check(byte[] content) {
        try {
            Path copy = Files.createTempFile("sheet-", ".part");
            try {
                Files.write(copy, content);
                if (!new OfficeZip(LIMITS).check(copy).equals(MAIN))
                    throw new FileRefused("typeNotAllowed", "文件不是.xlsx工作簿；请用Excel另存为.xlsx后再上传");
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
