package org.jiugai.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiugai.sheets.SheetTable.Line;
import org.junit.jupiter.api.Test;

class SheetTableTest {
    private record Named(String label, boolean isRequired) implements SheetColumn {}

    private static final SheetColumn CODE = new Named("代码", true);
    private static final SheetColumn NAME = new Named("名称", true);
    private static final SheetColumn NOTE = new Named("说明", false);
    private final SheetFaults faults = new SheetFaults();

    @Test
    void headerIsFoundBelowTitlesInAnyOrderAndNotesAreLeftOut() {
        List<Line> lines = read(List.of(
                        List.of("某区名单", "", ""),
                        List.of("填报：名称", "", ""),
                        List.of("⽤途", " 名 称 ", "代码（六位）"),
                        List.of("x", "甲", "341502"),
                        List.of("", "", ""),
                        List.of("注：以上为示例", "", "")))
                .orElseThrow();
        assertThat(faults.all()).isEmpty();
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.number()).isEqualTo(4);
            assertThat(line.text(NAME)).isEqualTo("甲");
            assertThat(line.text(CODE)).isEqualTo("341502");
            assertThat(line.text(NOTE)).isEmpty();
        });
    }

    @Test
    void aMissingAndADoubledColumnAreNamedWithTheSheet() {
        read(List.of(List.of("名称", "名称", "说明"), List.of("甲", "乙", "丙")));
        assertThat(faults.all().stream().map(SheetFaults.SheetFault::shown))
                .containsExactly("“名单”表第1行【名称】此列出现了两次", "“名单”表第1行【代码】缺少此列");
    }

    @Test
    void aSheetWithoutHeaderSaysWhichColumnsItShouldHave() {
        read(List.of(List.of("甲", "乙")));
        assertThat(faults.all().stream().map(SheetFaults.SheetFault::shown))
                .containsExactly("“名单”表没有找到表头行，应有的列：代码、名称、说明");
    }

    @Test
    void whatIsWrittenIsReadBackAsText() throws IOException {
        byte[] content = SheetWriter.write(
                List.of(new SheetWriter.Page("名单", "标题", List.of("代码", "名称"), List.of(List.of("001", "=1+1")))));
        try (XSSFWorkbook workbook = SheetFile.open(content, faults)) {
            assertThat(SheetTable.read(workbook, "名单", List.of(CODE, NAME), faults)
                            .orElseThrow())
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.text(CODE)).isEqualTo("001");
                        assertThat(line.text(NAME)).isEqualTo("=1+1");
                    });
        }
    }

    private Optional<List<Line>> read(List<List<String>> rows) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet("名单");
            for (int r = 0; r < rows.size(); r++) {
                var row = sheet.createRow(r);
                for (int c = 0; c < rows.get(r).size(); c++)
                    row.createCell(c).setCellValue(rows.get(r).get(c));
            }
            return SheetTable.read(workbook, "名单", List.of(CODE, NAME, NOTE), faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
