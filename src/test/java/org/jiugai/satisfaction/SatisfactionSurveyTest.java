package org.jiugai.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Residents;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.SignedInClients.Client;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.Stage;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.kernel.Actor;
import org.jiugai.registry.HouseholdCodes;
import org.jiugai.registry.HousingUnit;
import org.jiugai.registry.RegistryManagement;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 群众满意度调查 (S3-69, S1-19, S0-37): each household once, at its page or in person, from acceptance until the case is closed. */
@ProcessTest
class SatisfactionSurveyTest {
    private static final Actor COMMITTEE = new Actor("yunlu", "邹兰", "ja-com-yunlu", "云路社区居民委员会");

    @Autowired
    private Scenario scenario;

    @Autowired
    private SignedInClients clients;

    @Autowired
    private CaseManagement cases;

    @Autowired
    private RegistryManagement registry;

    @Autowired
    private HouseholdCodes codes;

    @Autowired
    private SatisfactionSurvey survey;

    private CaseRun built() {
        CaseRun run = scenario.openCase("TOWN-LT");
        registry.add(
                run.communities().get(0).registeredId(),
                List.of(
                        Residents.unit(1, 0, "80.00", "王小明"),
                        Residents.unit(1, 1, "70.00", "李红"),
                        Residents.unit(1, 2, "60.00", "赵刚")),
                Actor.SYSTEM);
        return run;
    }

    private List<HousingUnit> units(CaseRun run) {
        return registry.units(run.communities().get(0).registeredId());
    }

    private Client entered(CaseRun run, int unit) {
        Client household = clients.stranger();
        household.get("/zhuhu");
        household.postForm(
                "/zhuhu", Map.of("code", codes.issue(units(run).get(unit).id(), "首次发放", COMMITTEE)));
        return household;
    }

    @Test
    void aHouseholdIsAskedOnceTheWorkIsAcceptedAndItsLastAnswerCounts() {
        CaseRun run = built();
        Client household = entered(run, 0);
        assertThat(household.get("/zhuhu/jia").body()).doesNotContain("满意度调查");
        assertThat(household
                        .postForm("/zhuhu/jia/satisfaction", Map.of("rating", "SATISFIED"))
                        .status())
                .as("too early")
                .isEqualTo(409);
        cases.reach(run.caseId(), Stage.ACCEPTANCE);
        assertThat(household.get("/zhuhu/jia").body()).contains("改造后满意度调查");
        Answer missing = household.postForm("/zhuhu/jia/satisfaction", Map.of("satisfactionRemark", "路灯还没亮"));
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.body()).contains("【满意度】请选择", "路灯还没亮");
        household.postForm("/zhuhu/jia/satisfaction", Map.of("rating", "UNSATISFIED", "satisfactionRemark", "路灯还没亮"));
        household.postForm("/zhuhu/jia/satisfaction", Map.of("rating", "FAIR"));
        entered(run, 1)
                .postForm("/zhuhu/jia/satisfaction", Map.of("rating", "UNSATISFIED", "satisfactionRemark", "<b>吵</b>"));
        SatisfactionFigures total = survey.total(run.caseId());
        assertThat(List.of(total.satisfied(), total.fair(), total.unsatisfied()))
                .containsExactly(0, 1, 1);
        assertThat(household.get("/zhuhu/jia").body()).contains("已收到您家的回答：基本满意");
        String page = scenario.signedIn("zhongshi")
                .get("/cases/" + run.caseNo() + "/satisfaction")
                .body();
        assertThat(page).contains("50.00%", "&lt;b&gt;吵").doesNotContain("王小明", "李红", "路灯还没亮", "101室");
        cases.close(run.caseId(), "归档办结");
        assertThat(survey.isOpen(run.caseId())).isFalse();
    }

    @Test
    void staffWriteDownWhatAHouseholdSaysInPersonAndKeepWhatTheyTyped() {
        CaseRun run = built();
        cases.reach(run.caseId(), Stage.ACCEPTANCE);
        String path = "/cases/" + run.caseNo() + "/satisfaction";
        String community = run.communityIds().get(0).toString();
        Client committee = scenario.signedIn("yunlu");
        Answer unknown = committee.postForm(
                path, Map.of("communityId", community, "address", "9栋9单元999室", "rating", "FAIR", "remark", "楼道干净了"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body()).contains("【房屋】底账中没有“9栋9单元999室”", "楼道干净了");
        Answer unrated = committee.postForm(path, Map.of("communityId", community, "address", "1号楼1单元101室"));
        assertThat(unrated.status()).isEqualTo(422);
        assertThat(unrated.body()).contains("【满意度】请选择");
        assertThat(committee
                        .postForm(
                                path, Map.of("communityId", community, "address", "1号楼 １单元101室", "rating", "SATISFIED"))
                        .status())
                .isEqualTo(302);
        assertThat(survey.total(run.caseId()).satisfied()).isEqualTo(1);
        assertThat(survey.ofUnit(run.communityIds().get(0), units(run).get(0).id()))
                .hasValueSatisfying(answer -> assertThat(answer.rating()).isEqualTo(Rating.SATISFIED));
        assertThat(scenario.signedIn("caizheng")
                        .postForm(path, Map.of("communityId", community, "address", "1号楼1单元101室", "rating", "FAIR"))
                        .status())
                .isEqualTo(403);
        assertThatThrownBy(() -> survey.receive(
                        run.caseId(),
                        run.communityIds().get(0),
                        "1号楼1单元101室",
                        Rating.FAIR,
                        "",
                        new Actor("x", "某人", "ja-sub-elsewhere", "别的街道")))
                .isInstanceOf(VisibleCases.NotAllowed.class);
    }
}
