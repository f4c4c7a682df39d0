package org.jiugai.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jiugai.archive.Report.Fact;
import org.jiugai.archive.Report.Picture;
import org.jiugai.archive.Report.Section;
import org.jiugai.archive.Report.Table;
import org.jiugai.picture.ModelPicture;
import org.jiugai.picture.RuleTable;
import org.junit.jupiter.api.Test;

/** The report on paper: Chinese that can be read and copied, with its own fonts; it lies in {@code target/report.pdf}. */
class ReportPdfTest {
    private static final String HOSTILE =
            "</td><script>alert(1)</script><img src=\"file:///etc/passwd\"/>${7*7}&'\"\u0001\uD800\u202E😀=cmd|'/C calc'!A0";

    @Test
    void textIsChineseAndFontsAreInIt() throws Exception {
        byte[] pdf = printed(report(40));
        Files.write(Path.of("target/report.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("案件审计报告", "示例小区改造项目", "1. 经过", "表决", "无", "登记联审意见")
                    .contains("第 1 页 / 共 ")
                    .contains("341502-2024-0001")
                    .contains("附图 1 / 2")
                    .contains("出具联审意见");
            assertThat(document.getNumberOfPages()).isGreaterThan(4);
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
        }
        assertThat(pdf.length).as("only the characters that occur are embedded").isLessThan(2_000_000);
    }

    @Test
    void textOfPeopleIsOnlyText() throws Exception {
        Report hostile = new Report(
                "341502-2024-0001" + HOSTILE,
                HOSTILE,
                "2024-06-03 09:00",
                List.of(new Fact(HOSTILE, HOSTILE)),
                List.of(new Section(
                        HOSTILE,
                        List.of(new Table(HOSTILE, List.of(HOSTILE, "二"), List.of(List.of(HOSTILE, HOSTILE)))))),
                List.of(new Picture(HOSTILE, picture("bpmn/notice/public-notice.bpmn"))));
        try (PDDocument document = Loader.loadPDF(printed(hostile))) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(text).contains("<script>alert(1)</script>", "${7*7}", "file:///etc/passwd");
            assertThat(document.getDocumentCatalog().getNames()).isNull();
            assertThat(StreamSupport.stream(document.getPages().spliterator(), false)
                            .flatMap(page -> StreamSupport.stream(
                                    page.getResources().getXObjectNames().spliterator(), false)))
                    .isEmpty();
        }
    }

    @Test
    void aLongTableRunsOverPagesWithItsHeadOnEach() throws Exception {
        try (PDDocument document = Loader.loadPDF(printed(report(400)))) {
            PDFTextStripper second = new PDFTextStripper();
            second.setStartPage(3);
            second.setEndPage(3);
            assertThat(second.getText(document)).contains("录入时间").contains("341502-2024-0001");
        }
    }

    private static Report report(int moments) throws IOException {
        List<List<String>> timeline = new ArrayList<>();
        for (int i = 0; i < moments; i++)
            timeline.add(List.of(
                    "2024-03-01 09:00", "流程", "“出具联审意见”办理完成：材料齐全，同意。第 " + i + " 项，详见附件《意见书（盖章）》。", "金安区财政局 孙丽", ""));
        List<Table> rules;
        try (InputStream dmn = Files.newInputStream(Path.of("bpmn/tender/must-tender.dmn"))) {
            rules = RuleTable.of(dmn).stream()
                    .map(table -> new Table(table.name(), table.columns(), table.rules()))
                    .toList();
        }
        return new Report(
                "341502-2024-0001",
                "示例小区改造项目",
                "2024-06-03 09:00",
                List.of(new Fact("案件编号", "341502-2024-0001"), new Fact("适用政策", "金安区城镇老旧小区改造实施方案（JINAN-2024 第1版）")),
                List.of(
                        new Section("经过", List.of(new Table("", List.of("录入时间", "类别", "内容", "办理人", "发生日期"), timeline))),
                        new Section("表决", List.of()),
                        new Section("决策表", rules),
                        new Section(
                                "文件清单",
                                List.of(new Table(
                                        "",
                                        List.of("文件", "用途", "大小", "SHA-256"),
                                        List.of(List.of(
                                                "登记联审意见averylongfilenamewithoutanyspaceorbreakinit.pdf",
                                                "盖章意见书",
                                                "1234567",
                                                "a".repeat(64))))))),
                List.of(
                        new Picture("联评联审 joint-review 第1版", picture("bpmn/review/joint-review.bpmn")),
                        new Picture("方案公示 public-notice 第1版", picture("bpmn/notice/public-notice.bpmn"))));
    }

    private static org.jiugai.picture.Drawing picture(String model) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(model))) {
            return ModelPicture.of(in);
        }
    }

    private static byte[] printed(Report report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportPdf().write(report, out);
        return out.toByteArray();
    }
}
