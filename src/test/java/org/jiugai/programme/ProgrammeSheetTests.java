package org.jiugai.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiugai.casefile.NewCase;
import org.jiugai.kernel.Area;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.NameKey;
import org.jiugai.sheets.SheetFaults;
import org.jiugai.sheets.SheetFile;
import org.junit.jupiter.api.Test;

class ProgrammeSheetTests {
    private static final Committees COMMITTEES = street -> switch (street) {
        case "341502001" ->
            List.of(
                    new Committees.Committee("云路社区", "云路社区居民委员会", "yunlu"),
                    new Committees.Committee("鼓楼社区", "鼓楼社区居民委员会", "gulou"));
        case "341502002" -> List.of(new Committees.Committee("皋城社区", "皋城社区居民委员会", "gaocheng"));
        default -> List.of();
    };

    static final Map<String, String> STREETS = Map.of("中市街道", "341502001", "东市街道", "341502002", "望城街道", "341502003");
    static final AnnualTask TASK =
            new AnnualTask("示例", 6, 12, 2091, 80, Area.ofSquareMetres("202800"), Money.ofYuan("52750000"));

    private final SheetFaults faults = new SheetFaults();

    @Test
    void officialSheetIsReadAsItIs() {
        List<PlannedProject> projects = read(SampleSheet.asIs());
        assertThat(messages()).isEmpty();
        assertThat(projects)
                .extracting(PlannedProject::name)
                .containsExactly("中市A片区", "中市B片区", "东市A片区", "东市B片区", "望城A片区", "望城B片区");
        assertThat(projects).extracting(PlannedProject::households).containsExactly(512, 338, 361, 205, 497, 178);
        assertThat(projects).extracting(PlannedProject::buildings).containsExactly(19, 13, 14, 8, 19, 7);
        assertThat(projects)
                .extracting(p -> p.area().squareMetres())
                .containsExactly("49600.00", "32700.00", "35000.00", "19900.00", "48300.00", "17300.00");
        assertThat(projects)
                .extracting(p -> p.investment().yuan())
                .containsExactly("12900000.00", "8505000.00", "9120000.00", "5180000.00", "12545000.00", "4500000.00");
        assertThat(projects)
                .extracting(PlannedProject::street)
                .containsExactly("341502001", "341502001", "341502002", "341502002", "341502003", "341502003");
        assertThat(projects).extracting(PlannedProject::recheck).containsOnlyNulls();
        assertThat(projects.get(0).communities())
                .extracting(NewCase.Community::buildYear)
                .containsExactly(1992, 1996, 1998);
    }

    @Test
    void demonstrationSheetIsTheOneThatTheseTestsRead() throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/demonstration/programme-2024.xlsx")) {
            assertThat(read(file.readAllBytes())).hasSize(6);
        }
        assertThat(messages()).isEmpty();
    }

    @Test
    void committeeIsTheOneThatTheSheetNames() {
        List<PlannedProject> projects = reading(sheet -> {
            header(sheet, "备注", "所属社区");
            SampleSheet.cell(sheet, "云路新村", "备注").setCellValue("云路");
            SampleSheet.cell(sheet, "大别山路小区", "备注").setCellValue("鼓楼社区居民委员会");
        });
        assertThat(messages()).isEmpty();
        assertThat(projects.get(0).communities())
                .extracting(NewCase.Community::residentsCommittee)
                .containsExactly("yunlu", null, "gulou");
    }

    @Test
    void committeeOutsideOfTheStreetIsAFault() {
        reading(sheet -> {
            header(sheet, "备注", "所属社区");
            SampleSheet.cell(sheet, "皋城新村", "备注").setCellValue("鼓楼社区");
        });
        assertThat(messages()).containsExactly("第10行【所属社区】本街道没有社区“鼓楼社区”");
    }

    @Test
    void committeeIsGuessedFromTheNameOrTakenWhenItIsTheOnlyOne() {
        assertThat(COMMITTEES.inChargeOf("341502001", "鼓楼花园")).contains("gulou");
        assertThat(COMMITTEES.inChargeOf("341502001", "大别山路小区")).isEmpty();
        assertThat(COMMITTEES.inChargeOf("341502002", "淠河小区")).contains("gaocheng");
        assertThat(COMMITTEES.inChargeOf("341502003", "望城新村")).isEmpty();
    }

    @Test
    void oneHouseholdLessDisagreesWithTheIssuedTask() {
        reading(sheet -> {
            SampleSheet.cell(sheet, "淠河小区", "户数").setCellValue(204);
            SampleSheet.cell(sheet, "合计", "户数").setCellValue(2090);
        });
        assertThat(messages()).containsExactly("【户数】与下达任务不一致：合计2090户，下达任务2091户");
    }

    @Test
    void totalRowIsCheckedButNotImported() {
        reading(sheet -> SampleSheet.cell(sheet, "合计", "预计投资").setCellValue(5276));
        assertThat(messages()).containsExactly("第17行【预计投资】合计行为52,760,000.00元，与各行之和52,750,000.00元不一致");
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        reading(sheet -> {
            SampleSheet.cell(sheet, "云路新村", "街道").setCellValue("北市街道");
            SampleSheet.cell(sheet, "鼓楼花园", "户数").setCellValue("一百");
            SampleSheet.cell(sheet, "人民路小区", "楼栋数").setCellValue(-7);
            SampleSheet.cell(sheet, "佛子岭路小区", "建筑面积").setBlank();
            SampleSheet.cell(sheet, "淠河小区", "项目名称").setCellValue("中市A片区");
            SampleSheet.cell(sheet, "梅山路小区", "小区名称").setCellValue("紫竹林小区");
            SampleSheet.cell(sheet, "磨子潭路小区", "预计投资").setCellValue(451);
        });
        assertThat(messages())
                .contains(
                        "第5行【街道】本区县没有街道“北市街道”",
                        "第6行【户数】不是数字：“一百”",
                        "第8行【楼栋数】不能为负数：-7",
                        "第11行【建筑面积】未填写",
                        "第12行【项目名称】“中市A片区”与第5行重复",
                        "第15行【小区名称】小区“紫竹林小区”与第13行重复",
                        "第17行【预计投资】合计行为52,750,000.00元，与各行之和52,760,000.00元不一致",
                        "【预计投资】与下达任务不一致：合计52,760,000.00元，下达任务52,750,000.00元");
    }

    @Test
    void unreadableColumnIsNotComparedWithTheTask() {
        reading(sheet -> SampleSheet.cell(sheet, "鼓楼花园", "户数").setCellValue("x"));
        assertThat(messages()).containsExactly("第6行【户数】不是数字：“x”");
    }

    @Test
    void unitInTheHeaderDecides() {
        List<PlannedProject> projects = reading(sheet -> {
            header(sheet, "预计投资", "预计投资（元）");
            header(sheet, "建筑面积", "建筑面积（㎡）");
            scale(sheet, "预计投资");
            scale(sheet, "建筑面积");
        });
        assertThat(messages()).isEmpty();
        assertThat(projects.get(1).investment()).isEqualTo(Money.ofYuan("8505000"));
        assertThat(projects.get(1).area()).isEqualTo(Area.ofSquareMetres("32700"));
    }

    @Test
    void unitAboveTheTableIsRead() {
        reading(sheet -> {
            header(sheet, "预计投资", "预计投资");
            header(sheet, "建筑面积", "建筑面积");
            SampleSheet.text(sheet, 2, 10, "单位：万元、万平方米");
        });
        assertThat(messages()).isEmpty();
    }

    @Test
    void sheetWithoutUnitIsRefused() {
        reading(sheet -> header(sheet, "预计投资", "预计投资"));
        assertThat(messages()).containsExactly("第4行【预计投资】没有注明单位（元或万元）");
    }

    @Test
    void fullWidthDigitsCommasAndBlanksAreRead() {
        List<PlannedProject> projects = reading(sheet -> {
            SampleSheet.cell(sheet, "云路新村", "户数").setCellValue("１８０");
            SampleSheet.cell(sheet, "云路新村", "预计投资").setCellValue("１，２９０．００");
            SampleSheet.cell(sheet, "云路新村", "街道").setCellValue("中 市街道");
            SampleSheet.cell(sheet, "人民路小区", "项目名称").setCellValue("中市Ｂ片区");
        });
        assertThat(messages()).isEmpty();
        assertThat(projects.get(0).investment()).isEqualTo(Money.ofYuan("12900000"));
        assertThat(projects.get(1).name()).isEqualTo("中市Ｂ片区");
    }

    @Test
    void kangxiRadicalsAreTheSameStreet() {
        assertThat(NameKey.of("⽼旧⼩区")).isEqualTo("老旧小区");
    }

    @Test
    void severalCommunitiesInOneCellShareItsFiguresAndMustBeLookedAtAgain() {
        List<PlannedProject> projects = reading(sheet -> {
            SampleSheet.cell(sheet, "淠河小区", "小区名称").setCellValue("淠河东小区、淠河西小区");
            SampleSheet.cell(sheet, "淠河小区", "小区数").setCellValue(2);
            SampleSheet.cell(sheet, "合计", "小区数").setCellValue(13);
        });
        PlannedProject split = projects.get(3);
        assertThat(split.communities())
                .extracting(NewCase.Community::households)
                .containsExactly(103, 102);
        assertThat(split.communities()).extracting(NewCase.Community::buildings).containsExactly(4, 4);
        assertThat(split.communities()).extracting(c -> c.area().squareMetres()).containsExactly("9950.00", "9950.00");
        assertThat(split.recheck()).contains("待复核");
        assertThat(messages()).containsExactly("【小区数】与下达任务不一致：合计13个，下达任务12个");
    }

    @Test
    void figureOfTheProjectInAMergedCellIsSplitOverItsCommunities() {
        List<PlannedProject> projects = reading(sheet -> {
            int column = SampleSheet.column("户数");
            sheet.getRow(SampleSheet.row("人民路小区")).getCell(column).setCellValue(338);
            sheet.getRow(SampleSheet.row("解放路小区")).getCell(column).setBlank();
            sheet.addMergedRegion(
                    new CellRangeAddress(SampleSheet.row("人民路小区"), SampleSheet.row("解放路小区"), column, column));
        });
        assertThat(messages()).isEmpty();
        assertThat(projects.get(1).communities())
                .extracting(NewCase.Community::households)
                .containsExactly(169, 169);
        assertThat(projects.get(1).recheck()).isNotNull();
    }

    @Test
    void statedNumberOfCommunitiesMustBeTheNumberNamed() {
        reading(sheet -> SampleSheet.cell(sheet, "云路新村", "小区数").setCellValue(4));
        assertThat(messages()).containsExactly("第5行【小区数】填写4个，所列小区3个");
    }

    @Test
    void duplicateProjectIsRefused() {
        reading(sheet -> {
            sheet.shiftRows(SampleSheet.row("合计"), SampleSheet.row("合计") + 2, 1);
            sheet.copyRows(
                    SampleSheet.row("淠河小区"),
                    SampleSheet.row("淠河小区"),
                    SampleSheet.row("合计"),
                    new org.apache.poi.ss.usermodel.CellCopyPolicy());
        });
        assertThat(messages())
                .contains("第17行【项目名称】“东市B片区”与第12行重复", "第17行【小区名称】小区“淠河小区”与第12行重复")
                .contains("与下达任务不一致：项目数合计7，下达任务6");
    }

    @Test
    void missingColumnIsNamed() {
        reading(sheet -> header(sheet, "楼栋数", "其他"));
        assertThat(messages()).contains("第4行【楼栋数】缺少此列");
    }

    @Test
    void emptySheetIsRefused() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                var out = new java.io.ByteArrayOutputStream()) {
            workbook.createSheet();
            workbook.write(out);
            read(out.toByteArray());
        }
        assertThat(messages()).containsExactly("表格为空，或没有找到含“项目名称”和“小区名称”的表头行");
    }

    @Test
    void headerWithoutProjectsIsRefused() {
        reading(sheet -> {
            for (int row = sheet.getLastRowNum(); row >= SampleSheet.FIRST; row--) {
                if (sheet.getRow(row) != null) sheet.removeRow(sheet.getRow(row));
            }
        });
        assertThat(messages()).contains("表头之下没有项目");
    }

    @Test
    void whatIsNoXlsxIsRefused() {
        read("项目名称,小区名称".getBytes(StandardCharsets.UTF_8));
        assertThat(messages()).containsExactly("文件不是.xlsx格式（Excel 2007及以上），请另存为.xlsx后再上传");
    }

    @Test
    void zipThatIsNoWorkbookIsRefused() throws IOException {
        var out = new java.io.ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(out)) {
            zip.putNextEntry(new java.util.zip.ZipEntry("a.txt"));
            zip.write(new byte[10]);
        }
        read(out.toByteArray());
        assertThat(messages()).containsExactly("【项目清单】Office文件不完整或已损坏，不能上传；请重新扫描或另存后再上传");
    }

    @Test
    void fileThatSwellsWhenUnpackedIsRefused() throws IOException {
        var out = new java.io.ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(out)) {
            zip.putNextEntry(new java.util.zip.ZipEntry("xl/worksheets/sheet1.xml"));
            for (int i = 0; i < 60; i++) zip.write(new byte[1024 * 1024]);
        }
        read(out.toByteArray());
        assertThat(messages()).containsExactly("【项目清单】Office文件解压后过大或内部文件过多，不能上传");
    }

    @Test
    void mergedCellsThatCoverAWholeWorldAreRefusedBeforeTheyAreReadOneByOne() {
        reading(sheet -> {
            SampleSheet.text(sheet, 1_048_575, 0, "x");
            sheet.addMergedRegion(new CellRangeAddress(100, 1_048_575, 0, 255));
        });
        assertThat(messages()).containsExactly("工作表“项目清单（示例）”的合并单元格过多，请取消多余的合并后再上传");
    }

    @Test
    void fileLargerThanFiveMegabytesIsRefused() {
        read(new byte[SheetFile.MAX_BYTES + 1]);
        assertThat(messages()).containsExactly("文件超过5 MB，请只上传所需的表格");
    }

    @Test
    void figuresAreReadWithoutArithmeticOfDoubles() throws Figure.Unreadable {
        assertThat(Figure.parse("5275.000001", 6)).isEqualTo(5_275_000_001L);
        assertThat(Figure.parse("20.28", 6)).isEqualTo(20_280_000L);
        assertThat(Figure.parse("3,999,999.99", 2)).isEqualTo(399_999_999L);
    }

    private List<PlannedProject> reading(Consumer<XSSFSheet> change) {
        return read(SampleSheet.changed(change));
    }

    private List<PlannedProject> read(byte[] content) {
        try (XSSFWorkbook workbook = SheetFile.open(content, faults)) {
            if (workbook == null) return List.of();
            return ProgrammeReading.read(SheetLines.of(workbook, faults), STREETS, COMMITTEES, TASK, faults);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> messages() {
        return faults.all().stream().map(SheetFaults.SheetFault::shown).toList();
    }

    private static void header(XSSFSheet sheet, String column, String text) {
        sheet.getRow(SampleSheet.HEADER).getCell(SampleSheet.column(column)).setCellValue(text);
    }

    private static void scale(XSSFSheet sheet, String column) {
        for (int row = SampleSheet.FIRST; row <= SampleSheet.row("合计"); row++) {
            var cell = sheet.getRow(row).getCell(SampleSheet.column(column));
            if (cell == null || cell.getNumericCellValue() == 0) continue;
            cell.setCellValue(new BigDecimal(String.valueOf(cell.getNumericCellValue()))
                    .movePointRight(4)
                    .doubleValue());
        }
    }
}
