package org.jiugai.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiugai.SampleFiles;
import org.jiugai.kernel.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What imports open. */
class WorkbooksTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @TempDir
    Path folder;

    @Test
    void honestWorkbookIsOpened() throws IOException {
        try (XSSFWorkbook workbook = Workbooks.open(SampleFiles.xlsx())) {
            assertThat(workbook.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("项目");
        }
    }

    @Test
    void sameChecksAsForUploadsComeBeforePoi() {
        refuses(Zip.of(SampleFiles.xlsx()).with("xl/vbaProject.bin", "x").bytes(), "documents.macros");
        refuses(Zip.of(SampleFiles.xlsx()).with("xl/x.xml", new byte[5_000_000]).bytes(), "documents.swells");
        refuses(SampleFiles.docx(), "documents.typeNotAllowed");
        refuses("no archive".getBytes(StandardCharsets.UTF_8), "documents.damaged");
    }

    @Test
    void sheetThatWouldFillTheMemoryIsRefusedThoughItMayBeUploaded() {
        StringBuilder sheet = new StringBuilder();
        for (int i = 0; sheet.length() < 21_000_000; i++)
            sheet.append("<c r=\"A")
                    .append(i)
                    .append("\"><v>")
                    .append(i * 7919L)
                    .append("</v></c>");
        refuses(Zip.of(SampleFiles.xlsx()).with(SHEET, sheet.toString()).bytes(), "documents.swells");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SHEET,
                "xl/workbook.xml",
                "xl/sharedStrings.xml",
                "xl/styles.xml",
                "docProps/core.xml",
                "[Content_Types].xml",
                "_rels/.rels"
            })
    void externalEntitiesAreNotResolvedInAnyPart(String part) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "geheim");
        try (ServerSocket outside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            outside.setSoTimeout(1);
            for (String address :
                    new String[] {secret.toUri().toString(), "http://127.0.0.1:" + outside.getLocalPort() + "/x"}) {
                try (XSSFWorkbook workbook = Workbooks.open(withEntity(part, address))) {
                    // POI passes over properties that it does not understand
                    assertThat(part).isEqualTo("docProps/core.xml");
                    assertThat(workbook.getProperties().getCoreProperties().getCreator())
                            .isNull();
                } catch (RuleViolation refused) {
                    assertThat(refused.code()).isIn("documents.damaged", "documents.typeNotAllowed");
                }
            }
            assertThatThrownBy(outside::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void entitiesThatMultiplyAreRefused() {
        StringBuilder declared = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 'aaaaaaaaaa'>");
        for (int i = 1; i < 12; i++)
            declared.append("<!ENTITY a%d '%s'>".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
        byte[] sheet = Zip.of(SampleFiles.xlsx())
                .replace("xl/sharedStrings.xml", "<sst", declared + "]><sst")
                .replace("xl/sharedStrings.xml", "项目", "&a11;")
                .bytes();
        assertThatThrownBy(() -> Workbooks.open(sheet).close()).isInstanceOf(RuleViolation.class);
    }

    private static byte[] withEntity(String part, String address) {
        Zip zip = Zip.of(SampleFiles.xlsx());
        String root =
                switch (part) {
                    case SHEET -> "<worksheet";
                    case "xl/workbook.xml" -> "<workbook";
                    case "xl/sharedStrings.xml" -> "<sst";
                    case "xl/styles.xml" -> "<styleSheet";
                    case "docProps/core.xml" -> "<cp:coreProperties";
                    case "_rels/.rels" -> "<Relationships";
                    default -> "<Types";
                };
        if (part.equals("docProps/core.xml")) zip.replace(part, "Apache POI", "&e;");
        return zip.replace(
                        part,
                        root,
                        "<!DOCTYPE x [<!ENTITY % p SYSTEM '" + address + "'> %p; <!ENTITY e SYSTEM '" + address + "'>]>"
                                + root)
                .bytes();
    }

    private static void refuses(byte[] content, String code) {
        assertThatThrownBy(() -> Workbooks.open(content).close())
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
