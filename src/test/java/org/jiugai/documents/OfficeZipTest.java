package org.jiugai.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jiugai.SampleFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OfficeZipTest {
    private static final byte[] DOCX = SampleFiles.docx();
    private static final byte[] XLSX = SampleFiles.xlsx();
    private static final String TYPES = "[Content_Types].xml";
    private static final String WORD_TYPE =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String RELATIONSHIPS = "word/_rels/document.xml.rels";
    private static final byte[] OLE = {
        (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
    };
    private static final int MEGABYTE = 1024 * 1024;

    @TempDir
    Path folder;

    private FileChecks checks;

    @BeforeEach
    void open() {
        checks = new FileChecks(folder);
    }

    @Test
    void honestDocumentsAreAccepted() throws IOException {
        assertThat(checks.kind(DOCX, "a.docx")).isEqualTo(FileKind.DOCX);
        assertThat(checks.kind(XLSX, "a.xlsx")).isEqualTo(FileKind.XLSX);
        assertThat(checks.kind(
                        typed("png")
                                .with("word/media/图片.png", SampleFiles.picture("png", 9, 9))
                                .bytes(),
                        "a.docx"))
                .isEqualTo(FileKind.DOCX);
        ByteArrayOutputStream streamed = new ByteArrayOutputStream();
        try (SXSSFWorkbook workbook = new SXSSFWorkbook()) {
            workbook.createSheet().createRow(0).createCell(0).setCellValue("导出");
            workbook.write(streamed);
        }
        assertThat(checks.kind(streamed.toByteArray(), "导出.xlsx")).isEqualTo(FileKind.XLSX);
    }

    @Test
    void linksThatAPersonClicksMayLeadOutside() {
        assertThat(checks.kind(linked("hyperlink", "https://www.example.invalid/"), "a.docx"))
                .isEqualTo(FileKind.DOCX);
    }

    @ParameterizedTest
    @CsvSource({
        "attachedTemplate, https://evil.invalid/t.dotm",
        "attachedTemplate, file:///C:/t.dotm",
        "attachedTemplate, file://evil.invalid/share/t.dotm",
        "externalLinkPath, file:///x.xlsx",
        "oleObject, http://evil.invalid/x",
        "frame, http://evil.invalid/x",
        "image, http://evil.invalid/pixel.png"
    })
    void whatADocumentWouldFetchWhenOpenedIsRefused(String type, String target) {
        checks.refuses(linked(type, target), "a.docx", "externalContent");
    }

    @Test
    void workbookThatTakesItsFiguresFromAnotherIsRefused() {
        byte[] linked = Zip.of(XLSX)
                .with(
                        "xl/externalLinks/externalLink1.xml",
                        "<externalLink xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'/>")
                .with(
                        "xl/externalLinks/_rels/externalLink1.xml.rels",
                        relationships(relationship("externalLinkPath", "http://evil.invalid/b.xlsx", true)))
                .replace(
                        TYPES,
                        "</Types>",
                        "<Override PartName='/xl/externalLinks/externalLink1.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml'/></Types>")
                .bytes();
        checks.refuses(linked, "a.xlsx", "externalContent");
    }

    @Test
    void whatTheDocumentAsAWholeWouldFetchIsRefused() {
        String outside = relationship("metadata/thumbnail", "http://evil.invalid/t.png", true);
        checks.refuses(
                Zip.of(DOCX)
                        .replace("_rels/.rels", "</Relationships>", outside + "</Relationships>")
                        .bytes(),
                "a.docx",
                "externalContent");
    }

    /** Which of the two would a reader show? */
    @Test
    void documentOfTwoMainPartsIsRefused() {
        String second = relationship("officeDocument", "word/other.xml", false);
        checks.refuses(
                Zip.of(DOCX)
                        .with("word/other.xml", "<x/>")
                        .replace("_rels/.rels", "</Relationships>", second + "</Relationships>")
                        .bytes(),
                "a.docx",
                "typeNotAllowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "word/vbaProject.bin",
                "vbaProject.bin",
                "word/VBAPROJECT.BIN",
                "word/vbaData.xml",
                "word/activeX/activeX1.xml",
                "xl/macrosheets/sheet1.xml"
            })
    void macrosAreRefusedByTheirNames(String name) {
        checks.refuses(Zip.of(DOCX).with(name, "x").bytes(), "a.docx", "macros");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.ms-word.document.macroEnabled.main+xml",
                "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
            })
    void macrosAreRefusedByTheirTypes(String type) {
        checks.refuses(Zip.of(DOCX).replace(TYPES, WORD_TYPE, type).bytes(), "a.docx", "macros");
    }

    @Test
    void macrosUnderAnotherNameAreRefused() {
        String part =
                "<Override PartName='/word/harmless.bin' ContentType='application/vnd.ms-office.vbaProject'/></Types>";
        checks.refuses(
                Zip.of(DOCX)
                        .with("word/harmless.bin", "x")
                        .replace(TYPES, "</Types>", part)
                        .bytes(),
                "a.docx",
                "macros");
        checks.refuses(Zip.of(DOCX).with("word/harmless.bin", OLE).bytes(), "a.docx", "embeddedObject");
    }

    @Test
    void embeddedObjectsAreRefused() {
        checks.refuses(Zip.of(DOCX).with("word/embeddings/oleObject1.bin", OLE).bytes(), "a.docx", "embeddedObject");
        String part =
                "<Override PartName='/word/x.bin' ContentType='application/vnd.openxmlformats-officedocument.oleObject'/></Types>";
        checks.refuses(
                Zip.of(DOCX)
                        .with("word/x.bin", "x")
                        .replace(TYPES, "</Types>", part)
                        .bytes(),
                "a.docx",
                "embeddedObject");
    }

    @Test
    void tableBehindAChartIsCheckedAsADocumentOfItsOwn() {
        String chart = "word/embeddings/Microsoft_Excel_Sheet1.xlsx";
        assertThat(checks.kind(typed("xlsx").with(chart, XLSX).bytes(), "a.docx"))
                .isEqualTo(FileKind.DOCX);
        byte[] macros = Zip.of(XLSX).with("xl/vbaProject.bin", "x").bytes();
        checks.refuses(Zip.of(DOCX).with(chart, macros).bytes(), "a.docx", "macros");
        byte[] inner = Zip.of(XLSX).with("xl/embeddings/b.xlsx", XLSX).bytes();
        checks.refuses(Zip.of(DOCX).with(chart, inner).bytes(), "a.docx", "nestedArchive");
        checks.refuses(
                Zip.of(DOCX)
                        .with(
                                chart,
                                Zip.of(XLSX)
                                        .with("xl/a.xml", new byte[20 * MEGABYTE])
                                        .bytes())
                        .bytes(),
                "a.docx",
                "swells");
    }

    @Test
    void otherArchivesAndProgramsInADocumentAreRefused() {
        byte[] zip = new Zip().with("a", "b").bytes();
        for (byte[] inner :
                List.of(zip, DOCX, latin("Rar!\u001a\u0007"), latin("7z\u00bc\u00af\u0027\u001c"), latin("MZ\u0090")))
            checks.refuses(Zip.of(DOCX).with("word/media/image1.png", inner).bytes(), "a.docx", "nestedArchive");
    }

    @Test
    void documentThatSwellsIsRefused() {
        checks.refuses(
                Zip.of(DOCX).with("word/big.xml", new byte[10 * MEGABYTE]).bytes(), "a.docx", "swells");
        assertThat(Zip.of(DOCX).with("word/big.xml", new byte[10 * MEGABYTE]).bytes())
                .hasSizeLessThan(100_000);
        assertThat(checks.with("office.max-ratio", 2000)
                        .kind(
                                Zip.of(DOCX)
                                        .with("word/big.xml", new byte[10 * MEGABYTE])
                                        .bytes(),
                                "a.docx"))
                .isEqualTo(FileKind.DOCX);
    }

    @Test
    void entriesCountTogether() {
        Zip many = typed("bmp");
        for (int i = 0; i < 9; i++) many.with("word/media/" + i + ".bmp", noise(MEGABYTE));
        assertThat(checks.kind(many.bytes(), "a.docx")).isEqualTo(FileKind.DOCX);
        checks.with("office.max-unpacked", "9MB").refuses(many.bytes(), "a.docx", "swells");
    }

    @Test
    void documentOfTooManyEntriesIsRefusedBeforeTheyAreUnpacked() {
        Zip many = Zip.of(DOCX);
        for (int i = 0; i < 5000; i++) many.with("word/media/" + i + ".png", "");
        checks.refuses(many.bytes(), "a.docx", "disordered");
    }

    @Test
    void directoryThatHidesEntriesIsRefused() {
        Zip many = Zip.of(DOCX);
        for (int i = 0; i < 5000; i++) many.with("word/media/" + i + ".png", "");
        byte[] lying = many.bytes();
        ByteBuffer.wrap(lying)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(lying.length - 14, (short) 20)
                .putShort(lying.length - 12, (short) 20);
        checks.refuses(lying, "a.docx", "swells");
    }

    @Test
    void indexOfEndlessLengthIsRefused() {
        checks.refuses(
                Zip.of(DOCX).with("word/_rels/a.xml.rels", noise(3 * MEGABYTE)).bytes(), "a.docx", "swells");
    }

    @Test
    void declaredSizesAreNotBelieved() {
        byte[] lying =
                Zip.of(DOCX).with("word/big.xml", new byte[10 * MEGABYTE]).bytes();
        ByteBuffer file = ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < lying.length - 46; i++)
            if (file.getInt(i) == 0x02014b50 && file.getInt(i + 24) == 10 * MEGABYTE) file.putInt(i + 24, 100);
        checks.refuses(lying, "a.docx", "swells");
    }

    @Test
    void entriesThatShareTheirContentAreRefused() throws IOException {
        byte[] overlapping = overlapping(DOCX, "word/media/a.xml", "word/media/b.xml");
        checks.refuses(overlapping, "a.docx", "disordered");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.xml",
                "word/../../evil.xml",
                "/etc/passwd",
                "..",
                "C:\\evil.xml",
                "word\\evil.xml",
                "word/a\u0001.xml",
                "word/./a.xml",
                "WORD/DOCUMENT.XML"
            })
    void namesThatLeadElsewhereOrComeTwiceAreRefused(String name) {
        checks.refuses(Zip.of(DOCX).with(name, "x").bytes(), "a.docx", "disordered");
    }

    @Test
    void sameNameTwiceIsRefused() {
        byte[] twice = Zip.of(DOCX).with("word/documenX.xml", "<evil/>").bytes();
        String text = new String(twice, StandardCharsets.ISO_8859_1).replace("word/documenX.xml", "word/document.xml");
        checks.refuses(latin(text), "a.docx", "disordered");
    }

    /** A reader of the whole file finds it, a reader of the directory does not. */
    @Test
    void entryThatTheDirectoryDoesNotNameIsRefused() {
        byte[] named = Zip.of(DOCX).with("word/hidden.xml", "<x/>").bytes();
        assertThat(checks.kind(named, "a.docx")).isEqualTo(FileKind.DOCX);
        checks.refuses(withoutLastInDirectory(named), "a.docx", "disordered");
    }

    @Test
    void hiddenEntryUnderTheNameOfAnotherIsRefused() {
        byte[] twice = withoutLastInDirectory(
                Zip.of(DOCX).with("word/documenX.xml", "<evil/>").bytes());
        String text = new String(twice, StandardCharsets.ISO_8859_1).replace("word/documenX.xml", "word/document.xml");
        checks.refuses(latin(text), "a.docx", "disordered");
    }

    @Test
    void directoryThatIsLargerThanItsEntriesNeedIsRefused() {
        byte[] small = DOCX.clone();
        FileChecks few = checks.with("office.max-entries", 20);
        assertThat(few.kind(small, "a.docx")).isEqualTo(FileKind.DOCX);
        few.refuses(withLongComment(small, 30_000), "a.docx", "disordered");
        assertThat(checks.kind(withLongComment(small, 30_000), "a.docx")).isEqualTo(FileKind.DOCX);
    }

    /** As many bytes as the record for archives over 4 GB has, which may stand there when it says the same. */
    @ParameterizedTest
    @ValueSource(ints = {1, 76, 500})
    void bytesBetweenTheDirectoryAndItsEndAreRefused(int more) {
        byte[] filled = Arrays.copyOf(DOCX, DOCX.length + more);
        System.arraycopy(DOCX, DOCX.length - 22, filled, filled.length - 22, 22);
        Arrays.fill(filled, DOCX.length - 22, filled.length - 22, (byte) 'x');
        checks.refuses(filled, "a.docx", "disordered");
    }

    @Test
    void entryWithAPasswordIsRefused() {
        byte[] locked = DOCX.clone();
        locked[6] |= 1;
        checks.refuses(locked, "a.docx", "encrypted");
    }

    @Test
    void entryPackedInAWayThatOfficeDoesNotKnowIsRefused() {
        byte[] odd = DOCX.clone();
        odd[8] = 99;
        checks.refuses(odd, "a.docx", "disordered");
    }

    @Test
    void indexWithADocumentTypeIsRefused() {
        String entity = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]>";
        byte[] docx = Zip.of(DOCX)
                .with(
                        RELATIONSHIPS,
                        entity
                                + "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'/>")
                .bytes();
        checks.refuses(docx, "a.docx", "damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wordprocessingml.template.main+xml", "presentationml.presentation.main+xml"})
    void otherOfficeFilesAreRefused(String type) {
        String other = "application/vnd.openxmlformats-officedocument." + type;
        checks.refuses(Zip.of(DOCX).replace(TYPES, WORD_TYPE, other).bytes(), "a.docx", "typeNotAllowed");
    }

    @Test
    void plainArchiveUnderTheNameOfADocumentIsRefused() {
        byte[] archive =
                new Zip().with("word/document.xml", "<x/>").with("a.txt", "x").bytes();
        checks.refuses(archive, "a.docx", "damaged");
        checks.refuses(java.util.Arrays.copyOf(DOCX, DOCX.length / 2), "a.docx", "damaged");
    }

    @Test
    void poiHasItsOwnLimitsAsASecondLine() throws IOException {
        Files.write(folder.resolve("a.docx"), DOCX);
        OfficeParts.check(folder.resolve("a.docx"));
        assertThat(ZipSecureFile.getMinInflateRatio()).isEqualTo(0.01);
        assertThat(ZipSecureFile.getMaxEntrySize()).isEqualTo(64L * MEGABYTE);
        assertThat(ZipSecureFile.getMaxTextSize()).isEqualTo(10L * MEGABYTE);
        assertThat(ZipSecureFile.getMaxFileCount()).isEqualTo(10_000);
    }

    /** A document with a type for files of that extension. */
    private static Zip typed(String extension) {
        String type = "<Default Extension='" + extension + "' ContentType='image/" + extension + "'/></Types>";
        return Zip.of(DOCX).replace(TYPES, "</Types>", type);
    }

    private static byte[] linked(String type, String target) {
        return Zip.of(DOCX)
                .with(RELATIONSHIPS, relationships(relationship(type, target, true)))
                .bytes();
    }

    private static String relationships(String... relationships) {
        return "<?xml version='1.0' encoding='UTF-8'?><Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + String.join("", relationships) + "</Relationships>";
    }

    private static String relationship(String type, String target, boolean external) {
        return "<Relationship Id='rId99' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s' Target='%s'%s/>"
                .formatted(type, target, external ? " TargetMode='External'" : "");
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new java.util.Random(1).nextBytes(bytes);
        bytes[0] = 'x';
        return bytes;
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The content of the last entry stays in the file, and nothing names it. */
    private static byte[] withoutLastInDirectory(byte[] archive) {
        ByteBuffer file = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        int end = archive.length - 22;
        int last = lastInDirectory(file);
        byte[] hiding = Arrays.copyOf(archive, last + 22);
        System.arraycopy(archive, end, hiding, last, 22);
        int entries = file.getShort(end + 10) - 1;
        ByteBuffer.wrap(hiding)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(last + 8, (short) entries)
                .putShort(last + 10, (short) entries)
                .putInt(last + 12, last - file.getInt(end + 16));
        return hiding;
    }

    private static byte[] withLongComment(byte[] archive, int length) {
        ByteBuffer file = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        int end = archive.length - 22;
        byte[] longer = Arrays.copyOf(archive, archive.length + length);
        Arrays.fill(longer, end, end + length, (byte) 'x');
        System.arraycopy(archive, end, longer, end + length, 22);
        ByteBuffer.wrap(longer)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(lastInDirectory(file) + 32, (short) length)
                .putInt(end + length + 12, file.getInt(end + 12) + length);
        return longer;
    }

    private static int lastInDirectory(ByteBuffer file) {
        int end = file.capacity() - 22;
        int last = 0;
        for (int at = file.getInt(end + 16); at < end; ) {
            last = at;
            at += 46 + file.getShort(at + 28) + file.getShort(at + 30) + file.getShort(at + 32);
        }
        return last;
    }

    /** The second entry of the directory points at the content of the first: unpacked twice, stored once. */
    private static byte[] overlapping(byte[] docx, String first, String second) throws IOException {
        byte[] whole = Zip.of(docx).with(first, "<x/>").with(second, "<x/>").bytes();
        ByteBuffer file = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        int offset = 0;
        for (int i = 0; i < whole.length - 46; i++) {
            if (file.getInt(i) != 0x02014b50) continue;
            String name = new String(whole, i + 46, file.getShort(i + 28), StandardCharsets.UTF_8);
            if (name.equals(first)) offset = file.getInt(i + 42);
            if (name.equals(second)) file.putInt(i + 42, offset);
        }
        return whole;
    }
}
