package org.jiugai.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.SampleFiles;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.SignedInClients.Client;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.consultation.OpinionLedger;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.registry.RegistryManagement;
import org.jiugai.survey.ConditionSurveyForm.Category;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 居民需求调查表, household by household: attempts, coverage, grid, sheet, gate (S3-23, S4-27, S4-50, S2-7). */
@ProcessTest
class HouseholdVisitTest {
    private static final Actor STREET = new Actor("zhongshi", "谢芳", "ja-sub-zhongshi", "中市街道办事处");
    private static final Actor OTHER = new Actor("dongshi", "柏松", "ja-sub-dongshi", "东市街道办事处");
    private static final LocalDate DAY = Scenario.FIRST_DAY;

    @Autowired
    private Scenario scenario;

    @Autowired
    private HouseholdVisits visits;

    @Autowired
    private VisitIntake intake;

    @Autowired
    private RegistryManagement registry;

    @Autowired
    private OpinionLedger ledger;

    private CaseRun settled(int units) {
        CaseRun run = scenario.openCase("JINAN-2024");
        scenario.residents.moveIn(run.communities().get(0).registeredId(), 1, units);
        return run;
    }

    private long community(CaseRun run) {
        return run.communityIds().get(0);
    }

    private List<Long> units(CaseRun run) {
        return registry.units(run.communities().get(0).registeredId()).stream()
                .map(unit -> unit.id())
                .toList();
    }

    private long building(CaseRun run) {
        return registry.buildings(run.communities().get(0).registeredId())
                .get(0)
                .id();
    }

    private static NewVisit heard(long unit, LocalDate on, Attitude attitude, Category... needs) {
        return new NewVisit(unit, on, VisitChannel.VISIT, attitude, null, false, null, null, null, Set.of(needs), null);
    }

    private BuildingCoverage coverage(CaseRun run) {
        return visits.coverage(community(run)).get(0);
    }

    @Test
    void aHouseholdIsNotReachedAfterThreeVisitsOnThreeDaysAndItsLastAnswerCounts() {
        CaseRun run = settled(4);
        scenario.at(DAY.plusDays(5));
        long away = units(run).get(0);
        for (int day = 0; day < 2; day++)
            visits.record(community(run), Map.of(1, heard(away, DAY.plusDays(day), Attitude.NOT_REACHED)), STREET);
        assertThat(coverage(run)).returns(0, BuildingCoverage::notReached).returns(4, BuildingCoverage::open);
        assertThatThrownBy(
                        () -> visits.record(community(run), Map.of(7, heard(away, DAY, Attitude.NOT_REACHED)), STREET))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("第7行：当天已登记过一次未联系上");
        visits.record(community(run), Map.of(1, heard(away, DAY.plusDays(2), Attitude.NOT_REACHED)), STREET);
        assertThat(coverage(run)).returns(1, BuildingCoverage::notReached).returns(3, BuildingCoverage::open);

        visits.record(community(run), Map.of(1, heard(away, DAY.plusDays(3), Attitude.OPPOSE)), STREET);
        visits.record(
                community(run),
                Map.of(1, heard(away, DAY.plusDays(4), Attitude.SUPPORT, Category.PARKING, Category.SEWAGE)),
                STREET);
        assertThat(coverage(run))
                .returns(0, BuildingCoverage::notReached)
                .returns(1, BuildingCoverage::supporting)
                .returns(0, BuildingCoverage::opposed)
                .returns("25.00%", BuildingCoverage::coverage);
        assertThat(visits.ofUnit(community(run), away))
                .returns(3, HouseholdAnswer::attempts)
                .returns(Attitude.SUPPORT, HouseholdAnswer::attitude);
        assertThat(visits.needs(run.caseId()))
                .containsExactly(new RankedNeed(Category.PARKING, 1), new RankedNeed(Category.SEWAGE, 1));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndNothingIsKept() {
        CaseRun run = settled(2);
        CaseRun other = settled(1);
        Map<Integer, NewVisit> rows = new LinkedHashMap<>();
        rows.put(1, heard(units(run).get(0), DAY, Attitude.SUPPORT));
        rows.put(2, heard(units(other).get(0), DAY, Attitude.SUPPORT));
        rows.put(3, heard(units(run).get(1), DAY.plusDays(1), Attitude.SUPPORT));
        rows.put(4, heard(units(run).get(1), DAY, Attitude.NOT_REACHED, Category.FIRE));
        assertThatThrownBy(() -> visits.record(community(run), rows, STREET))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.faults())
                        .extracting(fault -> fault.message())
                        .containsExactly("第2行：该户不在本小区底账中", "第3行：【日期】不能晚于今天", "第4行：【意愿】未联系上的住户不能同时登记需求或意愿"));
        assertThat(coverage(run).surveyed()).isZero();
        assertThatThrownBy(() -> visits.record(community(run), Map.of(1, rows.get(1)), OTHER))
                .isInstanceOf(VisibleCases.NotAllowed.class);
    }

    @Test
    void theTaskTakesTheFiguresOfTheVisitsAndAsksForMoreWhereTooFewWereReached() {
        CaseRun run = settled(10);
        List<Long> units = units(run);
        Map<Integer, NewVisit> first = new HashMap<>();
        IntStream.range(0, 8).forEach(i -> first.put(i + 1, heard(units.get(i), DAY, Attitude.SUPPORT)));
        first.put(9, heard(units.get(8), DAY, Attitude.OPPOSE));
        visits.record(community(run), Map.copyOf(first), STREET);
        Map<String, Object> form = new HashMap<>(Map.of(
                "surveyedOn", DAY.toString(),
                "buildings", List.of(SurveyForms.building(community(run), "1号楼", 10, 10, 9, 0)),
                "differenceReason", "以底账为准",
                "signatures", List.of(run.upload())));
        assertThat(run.trySubmit("household-survey", form).body()).contains("示例小区11号楼与入户登记不一致：应为 10 户、已调查 9 户、支持 8 户");
        assertThat(run.view("household-survey").body()).contains("\"surveyed\":9", "\"supporting\":8");
        form.put("buildings", List.of(SurveyForms.building(community(run), "1号楼", 10, 9, 8, 1)));
        run.submit("household-survey", form);
        run.agree("condition-survey");
        assertThat(run.view("need-summary").body()).contains("愿意加装电梯（户）");
    }

    @Test
    void belowThePolicysCoverageEveryDoorMustHaveBeenTriedThreeTimes() {
        CaseRun run = settled(4);
        List<Long> units = units(run);
        scenario.at(DAY.plusDays(3));
        Map<Integer, NewVisit> first = new HashMap<>();
        IntStream.range(0, 3).forEach(i -> first.put(i + 1, heard(units.get(i), DAY, Attitude.SUPPORT)));
        visits.record(community(run), first, STREET);
        Map<String, Object> form = new HashMap<>(Map.of(
                "surveyedOn", DAY.toString(),
                "buildings", List.of(SurveyForms.building(community(run), "1号楼", 4, 3, 3, 1)),
                "differenceReason", "以底账为准",
                "signatures", List.of(run.upload())));
        assertThat(run.trySubmit("household-survey", form).body()).contains("还有 1 户上门不足 3 次", "覆盖率 75.00%，低于 90.00%");
        for (int day = 0; day < 3; day++)
            visits.record(
                    community(run), Map.of(1, heard(units.get(3), DAY.plusDays(day), Attitude.NOT_REACHED)), STREET);
        run.submit("household-survey", form);
    }

    @Test
    void staffTypeABuildingInTheGridAndKeepWhatTheyTypedWhenItIsRefused() {
        CaseRun run = settled(3);
        String page = "/cases/" + run.caseNo() + "/survey";
        String grid = page + "/" + community(run) + "/buildings/" + building(run);
        Client street = scenario.signedIn("zhongshi");
        assertThat(street.get(grid).body()).contains("1单元101室", "grid.js", "4 未联系上");
        Map<String, String> typed = new HashMap<>(Map.of("day", DAY.toString(), "channel", "PAPER"));
        typed.put("ATTITUDE-" + units(run).get(0), "1");
        typed.put("NEEDS-" + units(run).get(0), "2 9、路灯");
        typed.put("LIFT-" + units(run).get(0), "1");
        typed.put("REMARK-" + units(run).get(0), "希望先修下水道");
        typed.put("ATTITUDE-" + units(run).get(1), "不知道");
        typed.put("NEEDS-" + units(run).get(2), "99");
        Answer refused = street.postForm(grid, typed);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("第2行：【改造意愿】", "第3行：【改造意愿】", "第3行：【需求】没有“99”这一项", "value=\"希望先修下水道\"", "value=\"不知道\"");
        assertThat(coverage(run).surveyed()).isZero();
        typed.put("ATTITUDE-" + units(run).get(1), "不支持");
        typed.remove("NEEDS-" + units(run).get(2));
        assertThat(street.postForm(grid, typed).body()).contains("已登记2户", "支持 2024-01-02");
        assertThat(visits.ofUnit(community(run), units(run).get(0)))
                .returns(Set.of(Category.SEWAGE, Category.PARKING, Category.LIGHTING), HouseholdAnswer::needs)
                .returns(true, HouseholdAnswer::elevatorWish)
                .returns(VisitChannel.PAPER, HouseholdAnswer::channel);
        assertThat(ledger.ofCase(run.caseId()))
                .as("what a household adds is an opinion like any other")
                .singleElement()
                .satisfies(opinion -> assertThat(opinion.content()).isEqualTo("希望先修下水道"));

        assertThat(street.postForm(grid + "/surveyor", Map.of("surveyor", " ")).body())
                .contains("【网格员】必填");
        assertThat(street.postForm(grid + "/surveyor", Map.of("surveyor", "王网格"))
                        .status())
                .isEqualTo(302);
        assertThat(street.get(page).body()).contains("王网格", "66.67%", "停车");
        Client neighbour = scenario.signedIn("dongshi");
        assertThat(neighbour.get(page).body()).contains("王网格").doesNotContain("逐户登记");
        assertThat(neighbour.get(grid).status()).isEqualTo(403);
        assertThat(neighbour.postForm(grid, typed).status()).isEqualTo(403);
    }

    @Test
    void theSheetGoesOutWithItsHouseholdsAndComesBackFilledIn() throws IOException {
        CaseRun run = settled(3);
        byte[] sheet = intake.sheet(community(run), building(run));
        byte[] filled = fill(sheet, Map.of(0, "支持", 1, "未联系上"));
        assertThat(intake.upload(community(run), new ByteArrayInputStream(filled), STREET))
                .isEqualTo(2);
        assertThat(coverage(run)).returns(1, BuildingCoverage::supporting).returns(2, BuildingCoverage::open);
        byte[] wrong = fill(sheet, Map.of(0, "同意", 2, "支持吧"));
        assertThatThrownBy(() -> intake.upload(community(run), new ByteArrayInputStream(wrong), STREET))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.faults())
                        .extracting(fault -> fault.message())
                        .anyMatch(message -> message.startsWith("第3行：【改造意愿】"))
                        .anyMatch(message -> message.startsWith("第5行：【改造意愿】")));
        Answer answer = scenario.signedIn("zhongshi")
                .uploadInForm(
                        "/cases/" + run.caseNo() + "/survey/" + community(run) + "/sheet",
                        "表.xlsx",
                        SampleFiles.pdf("不是表格"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("不是.xlsx格式");
    }

    private static byte[] fill(byte[] sheet, Map<Integer, String> attitudes) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(sheet));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            attitudes.forEach((row, attitude) ->
                    workbook.getSheetAt(0).getRow(row + 2).createCell(3).setCellValue(attitude));
            workbook.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void theSheetsOnPaperCarryACodeForEachHousehold() {
        CaseRun run = settled(2);
        Answer answer = scenario.signedIn("zhongshi")
                .postForm(
                        "/cases/" + run.caseNo() + "/survey/" + community(run) + "/buildings/" + building(run)
                                + "/sheets",
                        Map.of());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).startsWith("%PDF-");
        assertThat(scenario.jdbc
                        .sql(
                                "select count(*) from household_code c join listed_unit u on u.id = c.unit_id where u.community_id = ? and c.revoked_at is null")
                        .param(run.communities().get(0).registeredId())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aScanOfItsSignaturesBelongsToEachBuilding() {
        CaseRun run = settled(1);
        String grid = "/cases/" + run.caseNo() + "/survey/" + community(run) + "/buildings/" + building(run);
        Client street = scenario.signedIn("zhongshi");
        assertThat(street.postForm(grid + "/signatures", Map.of()).body()).contains("【签字影像】请选择文件");
        assertThat(street.uploadInForm(grid + "/signatures", "签字页.pdf", SampleFiles.pdf("签字"))
                        .status())
                .isEqualTo(302);
        assertThat(visits.scans(community(run), building(run))).isEqualTo(1);
    }
}
