package org.jiugai.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.CaseOfficeLookup;
import org.jiugai.casefile.CommunityDepartures;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Area;
import org.jiugai.kernel.Money;
import org.jiugai.survey.SurveyForms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The import as the renovation office does it on its page; each test takes a year of its own. Proves S3-20. */
@ProcessTest
class ProgrammeImportTests {
    private static final String COUNTY = "341502";

    @Autowired
    Scenario scenario;

    @Autowired
    ProgrammeManagement programme;

    @Autowired
    CaseManagement cases;

    @Autowired
    ProgrammePanel panel;

    @Autowired
    CommunityDepartures departures;

    @Autowired
    CaseOfficeLookup offices;

    @Autowired
    TaskService tasks;

    @BeforeEach
    void firstDay() {
        scenario.withCounty().at(Scenario.FIRST_DAY);
    }

    @Test
    void issuedProgrammeBecomesSixCases() {
        Answer page = upload("jiugai", 2031, SampleSheet.asIs());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("已导入6个项目");
        List<ProgrammeProject> projects = programme.projects(COUNTY, 2031);
        assertThat(projects).hasSize(6);
        assertThat(projects).extracting(ProgrammeProject::communities).containsExactly(3, 2, 2, 1, 3, 1);
        assertThat(projects.stream().map(ProgrammeProject::investment).reduce(Money.ZERO, Money::plus))
                .isEqualTo(Money.ofYuan("52750000.00"));
        long first = projects.get(0).caseId();
        assertThat(page.body()).contains("/cases/" + cases.get(first).caseNo());
        assertThat(cases.communities(first)).extracting(c -> c.name()).containsExactly("云路新村", "鼓楼花园", "大别山路小区");
        assertThat(cases.get(first).policyCode()).isEqualTo("JINAN-2024");
        assertThat(cases.party(first, "employer")).contains("ja-employer");
        assertThat(cases.stages(first)).isNotEmpty();
        assertThat(programme.openTask(COUNTY, 2031).orElseThrow().isNothing()).isTrue();
        assertThat(scenario.signedIn("zhongshi").get("/programme").body()).contains("望城B片区");
    }

    @Test
    void refusedImportChangesNothing() {
        long before = countCases();
        Answer page = upload("jiugai", 2032, SampleSheet.changed(sheet -> {
            SampleSheet.cell(sheet, "淠河小区", "户数").setCellValue(204);
            SampleSheet.cell(sheet, "云路新村", "街道").setCellValue("北市街道");
        }));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("与下达任务不一致：合计2090户，下达任务2091户", "本区县没有街道“北市街道”", "系统未作任何改动");
        assertThat(programme.projects(COUNTY, 2032)).isEmpty();
        assertThat(programme.openTask(COUNTY, 2032)).isEmpty();
        assertThat(countCases()).isEqualTo(before);
    }

    @Test
    void sameProgrammeIsNotImportedTwice() {
        assertThat(upload("jiugai", 2033, SampleSheet.asIs()).status()).isEqualTo(200);
        Answer again = upload("jiugai", 2033, SampleSheet.asIs());
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body())
                .contains("“中市A片区”已在2033年度计划中，不能重复导入", "小区“磨子潭路小区”已在2033年度计划的项目“望城B片区”中", "的2033年度计划已经导入");
        assertThat(programme.projects(COUNTY, 2033)).hasSize(6);
    }

    @Test
    void caseThatLeavesTheProgrammeOpensItsTaskNumber() {
        upload("jiugai", 2034, SampleSheet.asIs());
        ProgrammeProject leaving = programme.projects(COUNTY, 2034).get(3);
        cases.close(leaving.caseId(), "调出");
        assertThat(programme.openTask(COUNTY, 2034))
                .contains(
                        new OpenTaskNumber(1, 1, 205, 8, Area.ofSquareMetres("19900.00"), Money.ofYuan("5180000.00")));
        long staying = programme.projects(COUNTY, 2034).get(0).caseId();
        assertThat(panel.panel(staying).tables())
                .anyMatch(table -> table.caption().contains("任务缺口")
                        && table.rows().get(0).equals(List.of("1", "1", "205", "8", "19900.00", "5,180,000.00")));
        assertThat(scenario.signedIn("jiugai").get("/programme").body()).contains("任务缺口", "205户");
    }

    @Test
    void communityThatLeavesItsCaseOpensItsTaskNumber() {
        upload("jiugai", 2045, SampleSheet.asIs());
        ProgrammeProject project = programme.projects(COUNTY, 2045).stream()
                .filter(each -> cases.communities(each.caseId()).size() > 1)
                .findFirst()
                .orElseThrow();
        CaseCommunity leaving = cases.communities(project.caseId()).get(0);
        Actor street = new Actor(
                "x1", "街道办", offices.holder(project.caseId(), "subdistrict").orElseThrow(), "街道");
        departures.ask(project.caseId(), leaving.communityId(), "列入征迁", street);
        departures.decide(
                project.caseId(),
                departures.of(project.caseId()).get(0).id(),
                true,
                "同意",
                new Actor("jiugai", "周建国", "ja-renovation-office", "旧改办"));
        assertThat(programme.openTask(COUNTY, 2045)).hasValueSatisfying(gap -> {
            assertThat(gap.projects()).isZero();
            assertThat(gap.communities()).isEqualTo(1);
            assertThat(gap.households()).isEqualTo(leaving.households());
            assertThat(gap.buildings()).isEqualTo(leaving.buildings());
            assertThat(gap.area()).isEqualTo(new Area(leaving.areaHundredths()));
        });
    }

    @Test
    void importedCaseWhoseReCheckFindsADangerousHouseLeavesTheProgramme() {
        upload("jiugai", 2039, SampleSheet.asIs());
        CaseRun run = scenario.follow(
                cases.get(programme.projects(COUNTY, 2039).get(5).caseId()));
        long community = run.communityIds().get(0);
        List<Map<String, Object>> buildings = IntStream.rangeClosed(1, 7)
                .mapToObj(n -> SurveyForms.building(community, n + "号楼", n == 7 ? 28 : 25, n == 7 ? 28 : 25, 24, 0))
                .toList();
        Map<String, Object> households = SurveyForms.households(run, Scenario.FIRST_DAY);
        households.put("buildings", buildings);
        run.submit("household-survey", households);
        run.submit("condition-survey", SurveyForms.condition(run, Scenario.FIRST_DAY, "D"));
        run.assertEnded("endEvent_caseWithdrawn");
        assertThat(programme.openTask(COUNTY, 2039).orElseThrow().households()).isEqualTo(178);
        assertThat(programme.projectOf(run.caseId()).orElseThrow().leftOutcome())
                .isEqualTo("调出退库");
    }

    @Test
    void noticeOfACommunityBelongsToItsOwnCommitteeAndToAllWhileThatIsUnknown() {
        upload("jiugai", 2040, SampleSheet.asIs());
        CaseRun run = scenario.follow(
                cases.get(programme.projects(COUNTY, 2040).get(0).caseId()));
        run.walkTo("publish-notice");
        while (!run.tasks("draft-plan").isEmpty()) run.finish(run.task("draft-plan"));

        Map<String, Set<String>> offices = new HashMap<>();
        for (Task task : run.tasks("publish-notice")) {
            long community = (Long) tasks.getVariable(task.getId(), "communityId");
            offices.put(
                    cases.community(community).name(),
                    tasks.getIdentityLinksForTask(task.getId()).stream()
                            .map(IdentityLink::getGroupId)
                            .collect(Collectors.toSet()));
        }
        assertThat(offices)
                .isEqualTo(Map.of(
                        "云路新村", Set.of("ja-com-yunlu"),
                        "鼓楼花园", Set.of("ja-com-gulou"),
                        "大别山路小区", Set.of("ja-com-yunlu", "ja-com-gulou")));
    }

    @Test
    void caseThatIsCompletedStaysInTheProgramme() {
        upload("jiugai", 2035, SampleSheet.asIs());
        cases.close(programme.projects(COUNTY, 2035).get(5).caseId(), "归档办结");
        assertThat(programme.openTask(COUNTY, 2035).orElseThrow().isNothing()).isTrue();
    }

    @Test
    void policyWithMaskedValuesIsNamedAmongTheFaults() {
        Map<String, String> fields = fields(2036);
        fields.put("policy", "CITY-AR");
        Answer page = scenario.signedIn("jiugai")
                .upload(
                        "/programme/import",
                        "清单.xlsx",
                        SampleSheet.changed(
                                sheet -> SampleSheet.cell(sheet, "云路新村", "户数").setCellValue("x")),
                        fields);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("原文空缺", "不是数字：“x”");
    }

    @Test
    void taskFiguresThatAreNoNumbersAreRefusedTogether() {
        Map<String, String> fields = fields(2037);
        fields.put("households", "很多");
        fields.put("investment", "12.345");
        Answer page = scenario.signedIn("jiugai").upload("/programme/import", "清单.xlsx", SampleSheet.asIs(), fields);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("【下达任务 户数】", "【下达任务 投资】");
    }

    @Test
    void onlyTheRenovationOfficeOfTheCountyImports() {
        assertThat(scenario.signedIn("jiugai").get("/programme/import").status())
                .isEqualTo(200);
        assertThat(scenario.signedIn("caizheng").get("/programme/import").status())
                .isEqualTo(403);
        assertThat(upload("caizheng", 2038, SampleSheet.asIs()).status()).isEqualTo(403);
        Map<String, String> fields = fields(2038);
        fields.put("county", "341503");
        assertThat(scenario.signedIn("jiugai")
                        .upload("/programme/import", "清单.xlsx", SampleSheet.asIs(), fields)
                        .status())
                .isEqualTo(403);
    }

    private Answer upload(String person, int year, byte[] sheet) {
        return scenario.signedIn(person).upload("/programme/import", "清单.xlsx", sheet, fields(year));
    }

    private static Map<String, String> fields(int year) {
        return new HashMap<>(Map.of(
                "county", COUNTY,
                "year", String.valueOf(year),
                "policy", "JINAN-2024",
                "documentNo", "示例〔" + year + "〕1号",
                "projects", "6",
                "communities", "12",
                "households", "2091",
                "buildings", "80",
                "area", "202,800.00",
                "investment", "52750000.00"));
    }

    private long countCases() {
        return scenario.jdbc
                .sql("select count(*) from renovation_case")
                .query(Long.class)
                .single();
    }
}
