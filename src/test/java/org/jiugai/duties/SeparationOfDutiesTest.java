package org.jiugai.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.casefile.CaseFinding;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** The rules of the data on single steps; through the real tasks they are tested with review, payment and retention. */
@ProcessTest
class SeparationOfDutiesTest {
    private static final String EMPLOYER = "ja-employer";
    private static final String DESIGNER = "ja-designer";
    private static final Actor FIRST = new Actor("jianshe", "何平", EMPLOYER, "金安区城市建设投资有限公司");
    private static final Actor SECOND = new Actor("jianshe2", "吕晓", EMPLOYER, "金安区城市建设投资有限公司");
    private static final Actor SUPERVISOR = new Actor("jianli", "曹正", "ja-supervisor", "六安市诚信工程监理有限公司");
    private static final Actor ALONE = new Actor("shigongb", "孔亮", "ja-contractor-b", "六安皋城建筑安装有限公司");
    private static final Actor DRAUGHTSMAN = new Actor("sheji", "施文", DESIGNER, "皖西建筑设计院有限公司");

    @Autowired
    Scenario scenario;

    @Autowired
    SeparationOfDuties duties;

    @Autowired
    CaseManagement cases;

    private CaseRun run;
    private String instance;

    @BeforeEach
    void aCase() {
        run = scenario.openCase("NATIONAL");
        instance = UUID.randomUUID().toString();
    }

    @Test
    void whoDidTheStepBeforeIsRefusedAndReadsWhoElseMay() {
        duties.complete(duty("userTask_verifyProgress", EMPLOYER), FIRST);
        assertThatThrownBy(() -> duties.complete(duty("userTask_confirmProgress", EMPLOYER), FIRST))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("duties.samePerson");
                    assertThat(refusal.getMessage()).contains("何平").contains("请由本单位其他人员办理");
                });
        assertThat(findings()).isEmpty();
    }

    /** A payment that comes back goes forward again through the same people. */
    @Test
    void aStepThatIsDoneAgainIsNotKeptApartFromItselfNorFromLaterSteps() {
        duties.complete(duty("userTask_approveBySupervisor", "ja-supervisor"), SUPERVISOR);
        duties.complete(duty("userTask_approveByEmployer", EMPLOYER), FIRST);
        duties.complete(duty("userTask_approveBySupervisor", "ja-supervisor"), SUPERVISOR);
        duties.complete(duty("userTask_approveByEmployer", EMPLOYER), FIRST);
        assertThat(findings()).isEmpty();
    }

    @Test
    void anotherPersonOfTheSameOfficeGoesOnWithAFinding() {
        duties.complete(duty("userTask_verifyProgress", EMPLOYER), FIRST);
        duties.complete(duty("userTask_confirmProgress", EMPLOYER), SECOND);
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo("DUTY-PROGRESS");
            assertThat(finding.severity()).isEqualTo("INFO");
            assertThat(finding.message()).contains("已由不同人员办理");
        });
    }

    @Test
    void anotherOfficeGivesNoFinding() {
        duties.complete(duty("userTask_verifyProgress", EMPLOYER), FIRST);
        duties.complete(duty("userTask_confirmProgress", "ja-contractor-b"), ALONE);
        assertThat(findings()).isEmpty();
    }

    @Test
    void whereNobodyElseIsThereTheCaseGoesOnWithAGraverFinding() {
        duties.complete(duty("userTask_verifyProgress", "ja-contractor-b"), ALONE);
        duties.complete(duty("userTask_confirmProgress", "ja-contractor-b"), ALONE);
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo("WARN");
            assertThat(finding.message()).contains("没有其他人员可以办理");
        });
    }

    @Test
    void whoStandsInForSomebodyIsKeptApartFromWhatThatOneDid() {
        duties.complete(duty("userTask_verifyProgress", EMPLOYER), FIRST);
        Actor standIn = new Actor("jianli", "曹正", EMPLOYER, "金安区城市建设投资有限公司", new Actor.Absent("jianshe", "何平"));
        assertThatThrownBy(() -> duties.complete(duty("userTask_confirmProgress", EMPLOYER), standIn))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void whatWasDoneInAnotherInstanceDoesNotCount() {
        duties.complete(duty("userTask_applyPayment", EMPLOYER), FIRST);
        instance = UUID.randomUUID().toString();
        duties.complete(duty("userTask_approveBySupervisor", EMPLOYER), FIRST);
        assertThat(findings()).isEmpty();
    }

    @Test
    void theOfficeThatDrewThePlanNeitherReviewsItNorIsOfferedTheReview() {
        duties.complete(duty("userTask_draftPlan", DESIGNER), DRAUGHTSMAN);
        instance = UUID.randomUUID().toString();
        assertThatThrownBy(() -> duties.complete(duty("userTask_giveOpinion", DESIGNER), DRAUGHTSMAN))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("duties.sameOffice");
                    assertThat(refusal.getMessage()).contains("不得审查自己编制的方案");
                });
        Actor forAnother = new Actor("sheji", "施文", "ja-expert", "金安区旧改评审专家组");
        assertThatThrownBy(() -> duties.complete(duty("userTask_reviewAsExperts", "ja-expert"), forAnother))
                .isInstanceOf(RuleViolation.class);
        assertThat(duties.barred(duty("userTask_giveOpinion", DESIGNER))).containsExactly(DESIGNER);
        assertThat(duties.barred(duty("userTask_giveOpinion", EMPLOYER))).isEmpty();
    }

    @Test
    void whoDidWhatIsOnlyEverAdded() {
        duties.complete(duty("userTask_verifyProgress", EMPLOYER), FIRST);
        for (String sql :
                new String[] {"update task_act set person = 'x'", "delete from task_act", "truncate task_act"}) {
            assertThatThrownBy(() -> scenario.jdbc.sql(sql).update()).isInstanceOf(DataAccessException.class);
        }
    }

    private java.util.List<CaseFinding> findings() {
        return cases.findings(run.caseId()).stream()
                .filter(f -> f.ruleId().startsWith("DUTY-"))
                .toList();
    }

    private Duty duty(String step, String office) {
        return new Duty(UUID.randomUUID().toString(), step, "示例环节", instance, run.caseId(), Set.of(office));
    }
}
