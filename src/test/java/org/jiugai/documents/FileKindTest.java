package org.jiugai.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.jiugai.SampleFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTest {
    private static final byte[] DRAWING = "AC1032\0\0\0\0\0\u0001".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    Path folder;

    private FileChecks checks;

    @BeforeEach
    void open() {
        checks = new FileChecks(folder);
    }

    @Test
    void scansAndPicturesAreToldByTheirContent() {
        assertThat(checks.kind(SampleFiles.pdf(), "意见书.PDF")).isEqualTo(FileKind.PDF);
        assertThat(checks.kind(SampleFiles.picture("jpg", 20, 10), "照片.jpeg")).isEqualTo(FileKind.JPG);
        assertThat(checks.kind(SampleFiles.picture("png", 20, 10), "图.png")).isEqualTo(FileKind.PNG);
    }

    @Test
    void officeDocumentsAreToldByTheirMainPart() {
        assertThat(checks.kind(SampleFiles.docx(), "方案.docx")).isEqualTo(FileKind.DOCX);
        assertThat(checks.kind(SampleFiles.xlsx(), "清单.xlsx")).isEqualTo(FileKind.XLSX);
        checks.refuses(SampleFiles.xlsx(), "清单.docx", "extensionMismatch");
    }

    @Test
    void drawingsAreAcceptedWhereTheOperatorWantsThem() {
        checks.refuses(DRAWING, "总图.dwg", "typeNotAllowed");
        assertThat(checks.with("dwg", true).kind(DRAWING, "总图.dwg")).isEqualTo(FileKind.DWG);
        checks.with("dwg", true).refuses(DRAWING, "总图.pdf", "extensionMismatch");
    }

    @ParameterizedTest
    @CsvSource({
        "网页.pdf, <html><script>alert(1)</script></html>",
        "图.png, <svg xmlns='http://www.w3.org/2000/svg'/>",
        "动图.png, GIF89a",
        "说明.txt, 普通文字",
        "程序.pdf, MZ"
    })
    void whatIsNotOnTheListIsRefusedWhateverItsName(String name, String content) {
        checks.refuses(content.getBytes(StandardCharsets.UTF_8), name, "typeNotAllowed");
    }

    @ParameterizedTest
    @CsvSource({"意见书.exe", "意见书", "意见书.pdf.html", "意见书.pdf_exe", "pdf.", "意见书.docx"})
    void nameMustAgreeWithTheContent(String name) {
        checks.refuses(SampleFiles.pdf(), name, "extensionMismatch");
    }

    @Test
    void oldOfficeFilesAreRefusedWithTheRemedy() throws java.io.IOException {
        var old = new java.io.ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet();
            workbook.write(old);
        }
        checks.refuses(old.toByteArray(), "清单.xlsx", "oldOffice");
    }
}
