package org.jiugai.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseFinding;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.kernel.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The survey with which every case begins. Proves S2-7, S3-23. */
@ProcessTest
class SurveyTest {
    @Autowired
    private Scenario scenario;

    @Autowired
    private SurveyManagement surveys;

    @Autowired
    private SurveyPanel panel;

    @Autowired
    private CaseManagement cases;

    @Test
    void aSurveyOfTwoCommunitiesIsCompleted() {
        CaseRun run = scenario.openCase("JINAN-2024", 2, Money.ofYuan("3000000.00"));
        assertThat(panel.panel(run.caseId())).isNull();
        assertThat(run.view("household-survey").body()).contains("3号楼", "示例小区2");

        run.submit("household-survey", SurveyForms.households(run, Scenario.FIRST_DAY));
        run.submit("condition-survey", SurveyForms.condition(run, Scenario.FIRST_DAY, "B"));
        run.agree("recognise-structures");
        assertThat(run.view("need-summary").body()).contains("\"surveyed\":114", "\"supportCount\":108");
        run.submit("need-summary", SurveyForms.needs(114, 108));

        run.assertEnded("endEvent_surveyCompleted");
        assertThat(surveys.priorities(run.caseId())).containsExactly("雨污分流", "增设停车位");
        assertThat(panel.panel(run.caseId()).tables()).hasSize(5);
    }

    @Test
    void aDangerousHouseLeavesTheProgramme() {
        for (String level : List.of("C", "D")) {
            CaseRun run = scenario.openCase("JINAN-2024");
            run.submit("household-survey", SurveyForms.households(run, Scenario.FIRST_DAY));
            run.submit("condition-survey", SurveyForms.condition(run, Scenario.FIRST_DAY, level));
            run.assertEnded("endEvent_dangerousHouseExited");
            assertThat(run.tasks("need-summary")).isEmpty();
        }
    }

    @Test
    void buildingsThatDoNotAddUpToTheCommunityAreRefusedWithAllFaults() {
        CaseRun run = scenario.openCase("JINAN-2024");
        long community = run.communityIds().get(0);
        Map<String, Object> form = SurveyForms.households(run, Scenario.FIRST_DAY.plusDays(1));
        form.put(
                "buildings",
                List.of(
                        SurveyForms.building(community, "1号楼", 30, 20, 21, 9),
                        SurveyForms.building(community, "1号楼", 29, 29, 29, 0)));

        Answer answer = run.trySubmit("household-survey", form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "【调查完成日期】不能晚于今天",
                        "第1行：已调查户数与未联系上户数之和应等于户数 30",
                        "第1行：支持户数不能多于已调查户数",
                        "第2行：楼栋重复",
                        "应有 3 栋，填写了 2 栋",
                        "各栋户数合计 59，与立案户数 60 不一致");
    }

    @Test
    void aCountThatDiffersNeedsAReasonAndThenReplacesTheFiguresOfTheCase() {
        CaseRun run = scenario.openCase("JINAN-2024");
        long community = run.communityIds().get(0);
        Map<String, Object> form = SurveyForms.households(run, Scenario.FIRST_DAY);
        List<Object> buildings = new ArrayList<>((List<?>) form.get("buildings"));
        buildings.add(SurveyForms.building(community, "4号楼", 7, 7, 7, 0));
        form.put("buildings", buildings);
        form.put("differenceReason", "  ");
        Answer refused = run.trySubmit("household-survey", form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("应有 3 栋，填写了 4 栋", "各栋户数合计 67，与立案户数 60 不一致", "请填写差异说明");
        assertThat(cases.community(community).households()).isEqualTo(60);

        form.put("differenceReason", "计划漏列4号楼");
        run.submit("household-survey", form);

        assertThat(cases.community(community))
                .returns(67, CaseCommunity::households)
                .returns(4, CaseCommunity::buildings);
        assertThat(scenario.signedIn("jiugai").get("/cases/" + run.caseNo()).body())
                .contains(">67</td>", ">4</td>", "示例小区1立案 60 户、3 栋，复核 67 户、4 栋，以复核数为准；差异说明：计划漏列4号楼");
        run.submit("condition-survey", SurveyForms.condition(run, Scenario.FIRST_DAY, "B"));
        run.agree("recognise-structures");
        run.submit("need-summary", SurveyForms.needs(64, 61));
        run.assertEnded("endEvent_surveyCompleted");
    }

    @Test
    void aCommunityWithoutAnyBuildingIsRefusedEvenWithAReason() {
        CaseRun run = scenario.openCase("JINAN-2024", 2, Money.ofYuan("3000000.00"));
        Map<String, Object> form = SurveyForms.households(run, Scenario.FIRST_DAY);
        form.put("buildings", ((List<?>) form.get("buildings")).subList(0, 3));
        form.put("differenceReason", "示例小区2未调查");
        assertThat(run.trySubmit("household-survey", form).body()).contains("示例小区2至少应填写一栋");
    }

    @Test
    void everyCommunityIsRatedOnce() {
        CaseRun run = scenario.openCase("JINAN-2024", 2, Money.ofYuan("3000000.00"));
        run.submit("household-survey", SurveyForms.households(run, Scenario.FIRST_DAY));
        Map<String, Object> form = SurveyForms.condition(run, Scenario.FIRST_DAY, "A");
        form.put("conditions", new ArrayList<>((List<?>) form.get("conditions")).subList(0, 1));
        assertThat(run.trySubmit("condition-survey", form).body()).contains("2 个小区应各填一行");
    }

    @Test
    void ranksAreUniqueAndAThinCoverageIsAFinding() {
        CaseRun run = scenario.openCase("JINAN-2024");
        run.submit("household-survey", SurveyForms.households(run, Scenario.FIRST_DAY));
        run.submit("condition-survey", SurveyForms.condition(run, Scenario.FIRST_DAY, "UNRATED"));
        run.agree("recognise-structures");
        Map<String, Object> form = new HashMap<>(SurveyForms.needs(61, 62));
        form.put("priorityItems", List.of(Map.of("rank", 1, "content", "雨污分流"), Map.of("rank", 1, "content", "增设停车位")));
        assertThat(run.trySubmit("need-summary", form).body())
                .contains("【调查户数】不能多于总户数 60", "【支持户数】不能多于调查户数", "名次 1 重复");

        run.submit("need-summary", SurveyForms.needs(53, 50));
        assertThat(cases.findings(run.caseId()))
                .extracting(CaseFinding::message)
                .contains("入户调查覆盖率 88.33%，低于 90.00%");
    }
}
