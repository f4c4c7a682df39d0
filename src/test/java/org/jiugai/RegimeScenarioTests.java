package org.jiugai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiugai.casefile.CaseFinding;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.Stage;
import org.jiugai.casefile.StageEntry;
import org.jiugai.funding.FundingManagement;
import org.jiugai.funding.Ledger;
import org.jiugai.funding.PostingKind;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.policy.PolicyManagement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** One case under each of the six regimes, from the survey to the released retention money; the differences come from policy alone. */
@ProcessTest
class RegimeScenarioTests {
    @Autowired
    private Scenario scenario;

    @Autowired
    private CaseManagement cases;

    @Autowired
    private PolicyManagement policies;

    @Autowired
    private FundingManagement funding;

    /** S3-23…25, S3-29, S3-41…43, S3-56…59: two rounds, the city's bureaus review, joint and comprehensive acceptance, fixed dates. */
    @Test
    void jinanConsultsTwiceLetsTheCityReviewAndAcceptsJointlyAndComprehensively() {
        CaseRun run = walked(scenario.openCase("JINAN-2024"));
        assertThat(times(run))
                .containsEntry("draft-plan", 2)
                .containsEntry("publish-notice", 2)
                .containsEntry("hold-council", 1)
                .containsEntry("expert-review", 1)
                .containsEntry("department-opinion", 11)
                .containsEntry("joint-acceptance", 15)
                .containsEntry("comprehensive-acceptance", 1)
                .doesNotContainKey("file-plan");
        assertThat(by(run, "conclude-review")).allMatch(p -> p.startsWith("shizhujian"));
        assertThat(by(run, "approve-plan")).allMatch(p -> p.startsWith("shizhujian"));
        assertThat(by(run, "review-settlement")).containsExactly("shicaizheng");
        assertThat(by(run, "department-opinion"))
                .contains("shicaizheng", "shifagai")
                .doesNotContain("caizheng");
        assertThat(planned(run, Stage.ACCEPTANCE)).isEqualTo(LocalDate.of(2024, 11, 30));
        assertThat(rules(run)).doesNotContain("PAY1", "PAY2", "PAY8");
        assertThat(paid(run)).isEqualTo("1100000.00");
        assertThat(tranches(run)).hasSize(7);
    }

    /** S0-4…S0-8, S0-21: the town's group convenes; four tranches of 30, 30, 30 and 10 %; findings against the law, answered on the way. */
    @Test
    void theTownPaysFourTranchesAndAnswersForItsScheduleBeforeTheLaw() {
        CaseRun run = scenario.openCase("TOWN-LT", 1, Money.ofYuan("9000000.00"));
        assertThat(rules(run)).contains("PAY1", "PAY2", "PAY6", "PAY8");
        walked(run.worth("8766543.21", "8766543.21"));
        assertThat(by(run, "conclude-review")).containsExactly("lingdao");
        assertThat(times(run))
                .containsEntry("publish-notice", 2)
                .doesNotContainKeys("file-plan", "comprehensive-acceptance");
        assertThat(payments(run)).containsExactly("2629962.96", "2629962.96", "2629962.96", "876654.33");
        assertThat(paid(run)).isEqualTo("8766543.21");
        assertThat(cases.findings(run.caseId()))
                .filteredOn(f -> f.ruleId().equals("PAY2") && f.severity().equals("WARN"))
                .allSatisfy(f -> assertThat(f.answer()).isNotBlank());
    }

    /** Book 4.2, cases 2 and 3: the settlement comes after the third tranche, the true-up follows it, the retention is the remainder. */
    @ParameterizedTest
    @CsvSource({"8912345.67, 8912345.67", "8600000.00, 8600000.00"})
    void theLedgerIsTruedUpToTheSettledAmount(String settled, String total) {
        CaseRun run = walked(
                scenario.openCase("TOWN-LT", 1, Money.ofYuan("9000000.00")).worth("8766543.21", settled));
        assertThat(paid(run)).isEqualTo(total);
        Ledger ledger = funding.ledger(run.caseId());
        assertThat(ledger.postings().get(ledger.postings().size() - 1).amount())
                .isEqualTo(Money.ofYuan(settled)
                        .minus(Money.ofYuan(settled)
                                .times(org.jiugai.kernel.Share.of("0.30"))
                                .times(3)));
    }

    /** S0-45…S0-47, S0-82, S0-83: blanks must be filled first; notice after the review without objection, then filing with the city's office. */
    @Test
    void theCityOfTheAutonomousRegionFilesThePlanAfterACleanNotice() {
        if (!policies.missing("CITY-AR").isEmpty()) {
            assertThatThrownBy(() -> scenario.openCase("CITY-AR"))
                    .isInstanceOf(RuleViolation.class)
                    .hasMessageContaining("eligibility.buildYearCutoff");
            policies.fill("CITY-AR", "eligibility.buildYearCutoff", "2000-12-31", Actor.SYSTEM);
            policies.fill("CITY-AR", "eligibility.criteria", "[]", Actor.SYSTEM);
            policies.fill("CITY-AR", "stages.fixedDates", "{}", Actor.SYSTEM);
        }
        CaseRun run = walked(scenario.openCase("CITY-AR"));
        assertThat(times(run))
                .containsEntry("draft-plan", 1)
                .containsEntry("hold-council", 1)
                .containsEntry("publish-notice", 1)
                .containsEntry("file-plan", 1)
                .doesNotContainKeys("joint-acceptance", "comprehensive-acceptance");
        assertThat(order(run, "conclude-review", "publish-notice", "approve-plan", "file-plan"))
                .isTrue();
        assertThat(by(run, "file-plan")).containsExactly("shijiugai");
        assertThat(by(run, "conclude-review")).containsExactly("shijiugai");
    }

    /** S1-41…44, S1-49, S1-51: one round without a council, notice after the review only, planning permit exempt, five parties accept. */
    @Test
    void taizhouPublicisesAfterTheReviewOnly() {
        CaseRun run = walked(scenario.openCase("TAIZHOU-2020"));
        assertThat(times(run))
                .containsEntry("draft-plan", 1)
                .containsEntry("publish-notice", 1)
                .containsEntry("department-opinion", 12)
                .doesNotContainKeys("hold-council", "joint-acceptance", "file-plan");
        assertThat(order(run, "finalise-plan", "conclude-review", "publish-notice", "approve-plan"))
                .isTrue();
        assertThat(by(run, "conclude-review")).containsExactly("jiugai");
        assertThat(panelText(run)).contains("台州市城乡规划条例");
    }

    /** S2-21, S2-24, S2-29, S2-32: one round, bureau and finance opine, the government decides; two steps of acceptance. */
    @Test
    void mangshiLetsTheGovernmentDecide() {
        CaseRun run = walked(scenario.openCase("MANGSHI-2020"));
        assertThat(times(run))
                .containsEntry("draft-plan", 1)
                .containsEntry("department-opinion", 2)
                .containsEntry("comprehensive-acceptance", 1)
                .doesNotContainKeys("hold-council", "file-plan");
        assertThat(by(run, "department-opinion")).containsExactly("zhujian", "caizheng");
        assertThat(by(run, "conclude-review")).containsExactly("zhengfu");
        assertThat(by(run, "approve-plan"))
                .as("another person of the same office")
                .containsExactly("zhengfu2");
        assertThat(by(run, "comprehensive-acceptance")).containsExactly("zhengfu");
        assertThat(rules(run)).contains("DUTY");
    }

    /** S4-18, S4-26…30, S4-37, S4-38: 两上两下 with a council, the employer convenes the review, no construction permit, joint acceptance. */
    @Test
    void theReportingCityGoesTwoUpTwoDownAndNeedsNoConstructionPermit() {
        CaseRun run = walked(scenario.openCase("CITY-2024RPT"));
        assertThat(times(run))
                .containsEntry("draft-plan", 2)
                .containsEntry("publish-notice", 2)
                .containsEntry("hold-council", 1)
                .containsEntry("joint-acceptance", 8)
                .doesNotContainKeys("comprehensive-acceptance", "file-plan");
        assertThat(order(run, "draft-plan", "publish-notice", "hold-council", "finalise-plan"))
                .isTrue();
        assertThat(by(run, "conclude-review")).containsExactly("jianshe");
        assertThat(by(run, "department-opinion")).contains("gongan").doesNotContain("minzheng");
        assertThat(rules(run)).contains("R-PERMIT");
    }

    /** 修改后同意: both communities' plans are revised, the condition is closed by the body that set it, the approved plan goes on. */
    @Test
    void aConditionOfOneDepartmentIsMetForBothCommunitiesBeforeThePlanIsApproved() {
        CaseRun run =
                scenario.openCase("CITY-2024RPT", 2, Money.ofYuan("2000000.00")).walkTo("department-opinion");
        String body = run.candidate(run.task("department-opinion"), p -> false);
        run.agree(
                "department-opinion",
                Map.of(
                        "opinion", "REVISE",
                        "comment", "详见意见书",
                        "conditions", List.of(Map.of("content", "雨水管径不小于300毫米"))));
        run.walkTo("conclude-review");
        run.agree("conclude-review", Map.of("outcome", "CONDITIONAL"));
        int before = times(run).get("draft-plan");
        run.walkTo("initiation");

        assertThat(times(run).get("draft-plan") - before).isEqualTo(2);
        assertThat(by(run, "close-conditions")).containsExactly(body);
        assertThat(times(run)).containsEntry("classify-modification", 1).containsEntry("approve-plan", 1);
        run.assertEnded("endEvent_planApproved");
        assertThat(panelText(run)).contains("雨水管径不小于300毫米", "条件1项，待落实0项", "一般修改");
    }

    private CaseRun walked(CaseRun run) {
        run.walkTo("the end");
        assertThat(cases.get(run.caseId()).outcome())
                .as("open: %s, done: %s", run.openForms(), run.done())
                .isEqualTo("归档办结");
        assertThat(cases.stages(run.caseId()))
                .allSatisfy(s -> assertThat(s.reachedOn()).as(s.stage().name()).isNotNull());
        assertThat(order(run, "sign-contract", "start-order", "final-acceptance", "release-retention"))
                .isTrue();
        LocalDate accepted = reached(run, Stage.WARRANTY);
        assertThat(reached(run, Stage.ARCHIVED)).as("a year of warranty").isAfterOrEqualTo(accepted.plusMonths(12));
        assertThat(variables(run))
                .as("what forms collect is not left behind in the engine")
                .doesNotContain("submission", "actingPerson");
        return run;
    }

    private List<String> variables(CaseRun run) {
        return scenario.jdbc
                .sql(
                        "select distinct v.name_ from act_hi_varinst v join act_hi_procinst p on p.id_ = v.proc_inst_id_ where p.business_key_ = ?")
                .param(run.caseNo())
                .query(String.class)
                .list();
    }

    private static Map<String, Integer> times(CaseRun run) {
        Map<String, Integer> times = new TreeMap<>();
        run.done().forEach(form -> times.merge(form, 1, Integer::sum));
        return times;
    }

    private static List<String> by(CaseRun run, String form) {
        return run.doneBy().stream()
                .filter(d -> d.startsWith(form + ":"))
                .map(d -> d.substring(form.length() + 1))
                .toList();
    }

    /** Whether the first of each of these forms was completed in this order. */
    private static boolean order(CaseRun run, String... forms) {
        List<Integer> positions = new ArrayList<>();
        for (String form : forms) positions.add(run.done().indexOf(form));
        List<Integer> sorted = new ArrayList<>(positions);
        Collections.sort(sorted);
        return positions.equals(sorted) && !positions.contains(-1);
    }

    private List<String> rules(CaseRun run) {
        return cases.findings(run.caseId()).stream().map(CaseFinding::ruleId).toList();
    }

    private LocalDate planned(CaseRun run, Stage stage) {
        return entry(run, stage).plannedOn();
    }

    private LocalDate reached(CaseRun run, Stage stage) {
        return java.util.Objects.requireNonNull(entry(run, stage).reachedOn());
    }

    private StageEntry entry(CaseRun run, Stage stage) {
        return cases.stages(run.caseId()).get(stage.ordinal());
    }

    private List<String> tranches(CaseRun run) {
        return funding.ledger(run.caseId()).tranches().stream()
                .map(Ledger.TrancheLine::code)
                .toList();
    }

    private List<String> payments(CaseRun run) {
        return funding.ledger(run.caseId()).postings().stream()
                .filter(p -> p.kind() == PostingKind.PAYMENT)
                .map(p -> p.amount().yuan())
                .toList();
    }

    private String paid(CaseRun run) {
        return funding.ledger(run.caseId()).paid().yuan();
    }

    private String panelText(CaseRun run) {
        return scenario.signedIn("jiugai").get("/cases/" + run.caseNo()).body();
    }
}
