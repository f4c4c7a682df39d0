package org.jiugai.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.SignedInClients.Client;
import org.jiugai.organisation.OrganisationSetup;
import org.jiugai.programme.SampleSheet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/** An annual programme in whose cells somebody wrote scripts: refused or accepted, it is shown as it was written. */
@ProcessTest
class SheetTextTests {
    private static final List<String> TEXTS =
            List.of("项目编号", "项目名称", "小区名称", "改造内容", "资金来源", "实施主体", "招标方式", "计划开工", "计划竣工", "备注");
    private static final int ROWS = 12;

    @Autowired
    private Scenario scenario;

    @Autowired
    private OrganisationSetup setup;

    private final HostileTexts texts = new HostileTexts();
    private final List<String> written = new ArrayList<>();

    @Test
    void whatTheCellsSayIsShownAsText() {
        scenario.withCounty().at(Scenario.FIRST_DAY);
        HostileCounty.load(setup);
        int songs = Canary.songs();
        Client office = scenario.signedIn(HostileCounty.OFFICE_CLERK);
        byte[] sheet = SampleSheet.changed(this::rewrite);

        Map<String, String> wrong = fields();
        wrong.put("households", "<b onclick=boo()>");
        wrong.put("documentNo", "\"><script>boo()</script>");
        Answer refused = office.upload("/programme/import", "<img src=x onerror=boo()>.xlsx", sheet, wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertClean(refused);

        Answer accepted = office.upload("/programme/import", "清单.xlsx", sheet, fields());
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        assertClean(accepted);
        Answer programme = office.get("/programme");
        assertClean(programme);
        assertThat(written.stream().filter(text -> programme.body().contains(HtmlUtils.htmlEscape(text))))
                .as("texts shown")
                .hasSizeGreaterThan(5);
        List<String> cases = scenario.jdbc
                .sql("select case_no from renovation_case where county = ? and programme_year = 2031")
                .param(HostileCounty.COUNTY)
                .query(String.class)
                .list();
        assertThat(cases).hasSize(6);
        cases.forEach(caseNo -> assertClean(office.get("/cases/" + caseNo)));
        assertClean(office.get("/cases"));
        assertThat(Canary.songs()).isEqualTo(songs);
    }

    private void rewrite(XSSFSheet sheet) {
        for (int i = SampleSheet.FIRST; i < SampleSheet.FIRST + ROWS; i++) {
            for (String name : TEXTS) {
                Cell cell = cell(sheet, i, name);
                if (cell == null
                        || cell.getCellType() != CellType.STRING
                        || cell.getStringCellValue().isBlank()) continue;
                String text = texts.next(50) + i;
                cell.setCellValue(text);
                written.add(text);
            }
            Cell street = cell(sheet, i, "街道");
            if (street != null && street.getCellType() == CellType.STRING)
                street.setCellValue(HostileCounty.STREET_NAME);
        }
    }

    private static Cell cell(XSSFSheet sheet, int row, String name) {
        int column = 0;
        while (!SampleSheet.COLUMNS.get(column).startsWith(name)) column++;
        return sheet.getRow(row).getCell(column);
    }

    private void assertClean(Answer page) {
        assertThat(written).noneMatch(text -> Escaping.standsRaw(page.body(), text));
        assertThat(HostileTexts.scripts().stream().filter(text -> text.startsWith("<")))
                .noneMatch(text -> page.body().contains(text));
    }

    private static Map<String, String> fields() {
        return new HashMap<>(Map.of(
                "county", HostileCounty.COUNTY,
                "year", "2031",
                "policy", "JINAN-2024",
                "documentNo", "示例〔2031〕1号",
                "projects", "6",
                "communities", "12",
                "households", "2091",
                "buildings", "80",
                "area", "202,800.00",
                "investment", "52750000.00"));
    }
}
