package org.jiugai.tender;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A package that serves two cases, as the pages of both show it. */
@ProcessTest
class SharedPackageTests {
    private static final Map<String, String> HOLDERS =
            Map.of("award", "金安区城市建设投资有限公司", "sign-contract", "金安区城市建设投资有限公司");

    @Autowired
    Scenario scenario;

    @Test
    void bothCasesShowWhoMustActInTheirTender() {
        CaseRun founder = begin();
        CaseRun joined = begin();
        founder.agree("decide-procurement");
        join(joined, founder);

        for (String form : List.of("tender-documents", "open-bids", "evaluate-bids", "award", "sign-contract")) {
            String step = founder.task(form).getName() + HOLDERS.getOrDefault(form, "安徽中诚招标代理有限公司") + founder.today();
            assertThat(steps(founder)).as(form).contains(step);
            assertThat(steps(joined)).as(form).contains(step);
            for (int i = 0; i < 2; i++) founder.agree(form);
        }

        assertThat(steps(founder)).contains("开展入户调查").doesNotContain("签订合同");
        assertThat(steps(joined)).contains("开展入户调查").doesNotContain("签订合同");
    }

    @Test
    void theContractIsAmongTheDocumentsOfBothCases() {
        CaseRun founder = begin();
        CaseRun joined = begin();
        founder.agree("decide-procurement");
        join(joined, founder);
        for (String form : List.of("tender-documents", "open-bids", "evaluate-bids", "award")) {
            for (int i = 0; i < 2; i++) founder.agree(form);
        }
        String contract = founder.upload();
        founder.agree("sign-contract", Map.of("contractDoc", List.of(contract)));

        for (CaseRun run : List.of(founder, joined)) {
            assertThat(section(run, "documents")).contains("合同文本").contains("/documents/" + contract);
        }
        assertThat(scenario.signedIn("jiugai").get("/documents/" + contract).status())
                .isEqualTo(200);
    }

    @Test
    void aTaskOfTheTenderNamesThePersonWhoClaimedIt() {
        CaseRun run = begin();
        run.agree("decide-procurement");
        run.trySubmit("tender-documents", Map.of());

        assertThat(steps(run)).contains("编制招标文件安徽中诚招标代理有限公司（");
    }

    @Test
    void theListShowsTheTenderOfACaseThatJoined() {
        CaseRun founder = begin();
        CaseRun joined = begin();
        founder.agree("decide-procurement");
        join(joined, founder);
        String task = founder.task("tender-documents").getName();

        String list = scenario.signedIn("jiugai").get("/cases").body();
        String row =
                list.substring(list.indexOf(joined.caseNo()), list.indexOf("</tr>", list.indexOf(joined.caseNo())));

        assertThat(row).contains(task + "·");
    }

    private CaseRun begin() {
        CaseRun run = scenario.openCase("JINAN-2024");
        run.startProcess("procurement", Map.of());
        return run;
    }

    private void join(CaseRun run, CaseRun founder) {
        List<Map<String, Object>> rows = scenario.jdbc
                .sql("select id, type from tender_package where founding_case_id = ? order by type desc")
                .param(founder.caseId())
                .query((row, n) -> Map.<String, Object>of(
                        "joins",
                        String.valueOf(row.getLong("id")),
                        "estimate",
                        row.getString("type").equals("WORKS") ? "1300000.00" : "200000.00"))
                .list();
        run.agree("decide-procurement", Map.of("packages", rows));
    }

    /** 当前由谁办理 of the case page, without its tags and the space between them. */
    private String steps(CaseRun run) {
        return section(run, "steps").replaceAll("<[^>]+>", "").replaceAll("\\s+", "");
    }

    private String section(CaseRun run, String id) {
        String page = scenario.signedIn("jiugai").get("/cases/" + run.caseNo()).body();
        int start = page.indexOf("id=\"" + id + "\"");
        assertThat(start).as("section %s", id).isNotNegative();
        return page.substring(start, page.indexOf("</section>", start));
    }
}
