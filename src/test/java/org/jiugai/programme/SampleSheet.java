package org.jiugai.programme;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes the programme of book 4.1 as an official sheet; tests change it before they read it. {@link #main} writes the demonstration's file. */
public final class SampleSheet {
    static final int HEADER = 3;
    /** Row index of the first community. */
    public static final int FIRST = 4;

    public static final List<String> COLUMNS = List.of(
            "序号",
            "项目编号",
            "项目名称",
            "街道",
            "小区名称",
            "建成年份",
            "小区数",
            "户数",
            "楼栋数",
            "建筑面积(万 m²)",
            "改造内容(基础/完善/提升)",
            "预计投资(万元)",
            "资金来源",
            "实施主体",
            "招标方式",
            "计划开工",
            "计划竣工",
            "备注");
    private static final String[][] PROJECTS = {
        {"P1", "中市A片区", "中市街道", "1290.00"},
        {"P2", "中市B片区", "中市街道", "850.50"},
        {"P3", "东市A片区", "东市街道", "912.00"},
        {"P4", "东市B片区", "东市街道", "518.00"},
        {"P5", "望城A片区", "望城街道", "1254.50"},
        {"P6", "望城B片区", "望城街道", "450.00"},
    };
    private static final String[][] COMMUNITIES = {
        {"P1", "云路新村", "1992", "180", "7", "1.74"},
        {"P1", "鼓楼花园", "1996", "172", "6", "1.66"},
        {"P1", "大别山路小区", "1998", "160", "6", "1.56"},
        {"P2", "人民路小区", "1989", "190", "7", "1.84"},
        {"P2", "解放路小区", "1994", "148", "6", "1.43"},
        {"P3", "皋城新村", "1995", "201", "8", "1.95"},
        {"P3", "佛子岭路小区", "1999", "160", "6", "1.55"},
        {"P4", "淠河小区", "1997", "205", "8", "1.99"},
        {"P5", "紫竹林小区", "1993", "175", "7", "1.70"},
        {"P5", "望城新村", "1998", "168", "6", "1.63"},
        {"P5", "梅山路小区", "2000", "154", "6", "1.50"},
        {"P6", "磨子潭路小区", "1996", "178", "7", "1.73"},
    };

    private SampleSheet() {}

    static byte[] asIs() {
        return changed(sheet -> {});
    }

    public static byte[] changed(Consumer<XSSFSheet> change) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.getProperties()
                    .getExtendedProperties()
                    .getUnderlyingProperties()
                    .setApplication("旧改");
            workbook.getProperties().getCoreProperties().setCreator("");
            XSSFSheet sheet = workbook.createSheet("项目清单（示例）");
            write(sheet);
            change.accept(sheet);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The column's index by the beginning of its name. */
    static int column(String name) {
        for (int i = 0; i < COLUMNS.size(); i++) if (COLUMNS.get(i).startsWith(name)) return i;
        throw new IllegalArgumentException(name);
    }

    /** Row index of a community, or of the total row for 合计. */
    static int row(String community) {
        for (int i = 0; i < COMMUNITIES.length; i++) if (COMMUNITIES[i][1].equals(community)) return FIRST + i;
        if (community.equals("合计")) return FIRST + COMMUNITIES.length;
        throw new IllegalArgumentException(community);
    }

    static Cell cell(XSSFSheet sheet, String community, String column) {
        XSSFRow row = sheet.getRow(row(community));
        Cell found = row.getCell(column(column));
        return found == null ? row.createCell(column(column)) : found;
    }

    private static void write(XSSFSheet sheet) {
        text(sheet, 0, 0, "金安区2024年城镇老旧小区改造项目清单（示例）");
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, COLUMNS.size() - 1));
        text(sheet, 1, 0, "示例数据：合计与下达任务一致，各行为演示编制，不是原附件");
        sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, COLUMNS.size() - 1));
        text(sheet, 2, 0, "填报单位（盖章）：金安区旧改办");
        for (int i = 0; i < COLUMNS.size(); i++) text(sheet, HEADER, i, COLUMNS.get(i));
        for (int i = 0; i < COMMUNITIES.length; i++) community(sheet, FIRST + i, COMMUNITIES[i]);
        for (int i = 0; i < PROJECTS.length; i++) project(sheet, i + 1, PROJECTS[i]);
        int total = row("合计");
        text(sheet, total, 0, "合计");
        text(sheet, total, column("项目名称"), "6个项目");
        number(sheet, total, column("小区数"), "12");
        number(sheet, total, column("户数"), "2091");
        number(sheet, total, column("楼栋数"), "80");
        number(sheet, total, column("建筑面积"), "20.28");
        number(sheet, total, column("预计投资"), "5275.00");
        text(sheet, total + 2, 0, "注：本表为示例。");
        int[] widths = {6, 14, 14, 12, 16, 10, 8, 8, 8, 16, 24, 14, 24, 28, 12, 12, 12, 10};
        for (int i = 0; i < widths.length; i++) sheet.setColumnWidth(i, widths[i] * 256);
    }

    private static void community(XSSFSheet sheet, int row, String[] community) {
        text(sheet, row, column("小区名称"), community[1]);
        number(sheet, row, column("建成年份"), community[2]);
        number(sheet, row, column("户数"), community[3]);
        number(sheet, row, column("楼栋数"), community[4]);
        number(sheet, row, column("建筑面积"), community[5]);
    }

    private static void project(XSSFSheet sheet, int serial, String[] project) {
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < COMMUNITIES.length; i++) if (COMMUNITIES[i][0].equals(project[0])) rows.add(FIRST + i);
        int first = rows.get(0);
        number(sheet, first, 0, String.valueOf(serial));
        text(sheet, first, column("项目编号"), "JA2024-0" + serial);
        text(sheet, first, column("项目名称"), project[1]);
        text(sheet, first, column("街道"), project[2]);
        number(sheet, first, column("小区数"), String.valueOf(rows.size()));
        text(sheet, first, column("改造内容"), "基础类、完善类");
        number(sheet, first, column("预计投资"), project[3]);
        text(sheet, first, column("资金来源"), "中央和省级补助、市级配套、居民出资");
        text(sheet, first, column("实施主体"), "金安区城市建设投资有限公司");
        text(sheet, first, column("招标方式"), "公开招标");
        text(sheet, first, column("计划开工"), "2024年5月");
        text(sheet, first, column("计划竣工"), "2024年11月");
        int last = rows.get(rows.size() - 1);
        if (last == first) return;
        for (String name :
                List.of("序号", "项目编号", "项目名称", "街道", "小区数", "改造内容", "预计投资", "资金来源", "实施主体", "招标方式", "计划开工", "计划竣工")) {
            sheet.addMergedRegion(new CellRangeAddress(first, last, column(name), column(name)));
        }
    }

    static void text(XSSFSheet sheet, int row, int column, String value) {
        at(sheet, row, column).setCellValue(value);
    }

    static void number(XSSFSheet sheet, int row, int column, String value) {
        at(sheet, row, column).setCellValue(new BigDecimal(value).doubleValue());
    }

    private static Cell at(XSSFSheet sheet, int row, int column) {
        XSSFRow found = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        return found.getCell(column) == null ? found.createCell(column) : found.getCell(column);
    }

    public static void main(String[] arguments) throws IOException {
        Files.write(Path.of("src/main/resources/demonstration/programme-2024.xlsx"), asIs());
    }
}
