package org.jiugai.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jiugai.kernel.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTest {
    private static final byte[] PDF = "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    Path folder;

    @Test
    void scansAndPicturesAreToldByTheirContent() throws IOException {
        assertThat(kind(PDF, "意见书.PDF")).isEqualTo(FileKind.PDF);
        assertThat(kind(HexFormat.of().parseHex("ffd8ffe000104a46494600010100000100010000ffd9"), "照片.jpeg"))
                .isEqualTo(FileKind.JPG);
        assertThat(kind(HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452"), "图.png"))
                .isEqualTo(FileKind.PNG);
    }

    @Test
    void officeDocumentsAreToldByTheirParts() throws IOException {
        ByteArrayOutputStream word = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("方案");
            document.write(word);
        }
        ByteArrayOutputStream sheet = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("清单");
            workbook.write(sheet);
        }
        assertThat(kind(word.toByteArray(), "方案.docx")).isEqualTo(FileKind.DOCX);
        assertThat(kind(sheet.toByteArray(), "清单.xlsx")).isEqualTo(FileKind.XLSX);
        assertThat(kind(zip("word/document.xml", "[Content_Types].xml"), "方案.docx"))
                .isEqualTo(FileKind.DOCX);
        assertRefused(sheet.toByteArray(), "清单.docx", "documents.extensionMismatch");
    }

    @ParameterizedTest
    @CsvSource({
        "网页.pdf, <html><script>alert(1)</script></html>",
        "图.png, <svg xmlns='http://www.w3.org/2000/svg'/>",
        "说明.txt, 普通文字",
        "程序.pdf, MZ"
    })
    void whatIsNotOnTheListIsRefusedWhateverItsName(String name, String content) throws IOException {
        assertRefused(content.getBytes(StandardCharsets.UTF_8), name, "documents.typeNotAllowed");
    }

    @Test
    void nameMustAgreeWithTheContent() throws IOException {
        assertRefused(PDF, "意见书.exe", "documents.extensionMismatch");
        assertRefused(PDF, "意见书", "documents.extensionMismatch");
    }

    @Test
    void macrosAndPlainArchivesAreRefused() throws IOException {
        assertRefused(
                zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "方案.docx", "documents.macros");
        assertRefused(zip("a.txt"), "方案.docx", "documents.typeNotAllowed");
        assertRefused(zip("[Content_Types].xml", "ppt/presentation.xml"), "方案.docx", "documents.typeNotAllowed");
    }

    @Test
    void displayNameLosesFoldersAndControlCharacters() {
        assertThat(DisplayName.of("..\\..\\C:\\扫描\r\n件.pdf")).isEqualTo("扫描__件.pdf");
        assertThat(DisplayName.of("/etc/意见\"书.pdf")).isEqualTo("意见_书.pdf");
        assertThat(DisplayName.of("长".repeat(300) + ".pdf")).hasSize(200).endsWith(".pdf");
    }

    private void assertRefused(byte[] content, String name, String code) throws IOException {
        assertThatThrownBy(() -> kind(content, name))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private FileKind kind(byte[] content, String name) throws IOException {
        Path file = Files.write(folder.resolve("upload.part"), content);
        return FileKind.of(file, name);
    }

    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
