package org.jiugai.warranty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.task.Task;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.TestForms;
import org.jiugai.funding.FundingManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.StateConflict;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Proves S0-7, S4-62. */
@ProcessTest
class WarrantyTest {
    private static final LocalDate ACCEPTED = LocalDate.of(2024, 11, 29);
    private static final LocalDate PAYABLE = LocalDate.of(2025, 12, 1);
    private static final String PRICE = "8766543.21";
    private static final String LEDGER =
            "select kind || ' ' || amount_fen from ledger_posting where case_id = ? order by id";
    private static final Actor COMMITTEE = new Actor("yunlu", "邹兰", "ja-com-yunlu", "云路社区居民委员会");

    @Autowired
    Scenario scenario;

    @Autowired
    WarrantyManagement warranty;

    @Autowired
    RepairManagement repairs;

    @Autowired
    FundingManagement funding;

    @Test
    void retentionEndsOnTheSameDayAYearLaterRolledToAWorkingDay() {
        CaseRun run = underWarranty();

        assertThat(warranty.warrantyTerm(run.caseId()).retentionEnd()).isEqualTo(PAYABLE);
        run.advanceTo(LocalDate.of(2025, 11, 30));
        assertThat(run.openForms()).doesNotContain("release-retention");
        run.advanceTo(PAYABLE);
        assertThat(run.openForms()).contains("release-retention");
    }

    @Test
    void retentionLastsAsLongAsTheWorksContractSays() {
        CaseRun run = scenario.openContractedCase("TOWN-LT");
        run.startProcess("procurement", Map.of());
        run.agree("decide-procurement");
        for (String form : List.of("tender-documents", "open-bids", "evaluate-bids", "award")) {
            for (int i = 0; i < 2; i++) run.agree(form);
        }
        for (int i = 0; i < 2; i++) run.agree("sign-contract", Map.of("retentionMonths", 24));

        accepted(run);

        LocalDate monday = LocalDate.of(2026, 11, 30);
        assertThat(warranty.warrantyTerm(run.caseId()).retentionEnd()).isEqualTo(monday);
        run.advanceTo(PAYABLE);
        assertThat(run.openForms()).doesNotContain("release-retention");
        run.advanceTo(monday);
        assertThat(run.openForms()).contains("release-retention");
    }

    @Test
    void employerChecksAndAnotherPersonOfTheTreasuryReleases() {
        CaseRun run = settled(underWarranty());
        run.advanceTo(PAYABLE);

        assertThat(run.trySubmit("release-retention", TestForms.with(release(run), "decision", "REFUSE"))
                        .status())
                .isEqualTo(422);
        run.submit("release-retention", release(run));
        run.submit(
                "release-retention",
                TestForms.with(TestForms.with(release(run), "decision", "REFUSE"), "comment", "核查记录缺页"));
        run.submitAs("jianshe", "release-retention", release(run));
        run.submitAs("caizheng", "release-retention", release(run));

        run.assertEnded("endEvent_retentionReleased");
        assertThat(scenario.jdbc
                        .sql("select released_on from released_retention where case_id = ?")
                        .param(run.caseId())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(PAYABLE);
    }

    @Test
    void releaseWaitsForTheOpenDefectAndGoesOnByItself() {
        CaseRun run = underWarranty();
        scenario.at(LocalDate.of(2025, 11, 28));
        report(run);
        run.submit("dispatch-repair", dispatch(run, "MEP"));
        scenario.at(PAYABLE);
        run.submit("repair-defect", repair(run));
        run.advanceTo(PAYABLE);
        assertThat(run.openForms()).contains("confirm-repair").doesNotContain("release-retention");

        run.submit("confirm-repair", TestForms.of("result", "PASS"));

        assertThat(run.openForms()).contains("release-retention");
    }

    @Test
    void twoDefectsClosedAtTheSameMomentWakeTheReleaseOnce() throws Exception {
        for (int round = 0; round < 3; round++) {
            CaseRun run = underWarranty();
            scenario.at(PAYABLE);
            report(run);
            report(run);
            for (int i = 0; i < 2; i++) run.submit("dispatch-repair", dispatch(run, "MEP"));
            for (int i = 0; i < 2; i++) run.submit("repair-defect", repair(run));
            run.advanceTo(PAYABLE);
            List<Task> checks = run.tasks("confirm-repair");
            assertThat(checks).hasSize(2);

            List<Answer> answers = together(checks.stream()
                    .<Callable<Answer>>map(task ->
                            () -> run.submit(task, run.candidate(task, p -> false), TestForms.of("result", "PASS")))
                    .toList());

            assertThat(answers)
                    .allSatisfy(a -> assertThat(a.status()).as(a.body()).isEqualTo(204));
            assertThat(run.tasks("release-retention")).hasSize(1);
        }
    }

    @Test
    void lastDefectClosedWhileThePeriodEndsDoesNotGetLost() throws Exception {
        for (int round = 0; round < 3; round++) {
            CaseRun run = underWarranty();
            scenario.at(PAYABLE.minusDays(1));
            report(run);
            run.submit("dispatch-repair", dispatch(run, "MEP"));
            run.submit("repair-defect", repair(run));
            scenario.at(PAYABLE);
            Task check = run.task("confirm-repair");

            together(List.of(
                    () -> run.submit(check, run.candidate(check, p -> false), TestForms.of("result", "PASS")),
                    () -> run.advanceTo(PAYABLE)));

            assertThat(run.tasks("release-retention")).hasSize(1);
        }
    }

    @Test
    void defectReportedWhileTheReleaseIsBeingCheckedStopsIt() {
        CaseRun run = underWarranty();
        run.advanceTo(PAYABLE);
        report(run);

        Answer refused = run.trySubmit("release-retention", release(run));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("尚有1项缺陷未销号");
        assertThatThrownBy(() -> scenario.jdbc
                        .sql("insert into released_retention (case_id, released_on) values (?, '2025-12-01')")
                        .param(run.caseId())
                        .update())
                .hasMessageContaining("尚有缺陷未销号");

        run.submit(
                "dispatch-repair",
                TestForms.with(TestForms.with(dispatch(run, "OTHER"), "decision", "NOT_WARRANTY"), "comment", "人为损坏"));
        run.submit("release-retention", release(run));
    }

    @Test
    void repairThatFailsIsDoneAgain() {
        CaseRun run = underWarranty();
        report(run);
        run.submit("dispatch-repair", dispatch(run, "WATERPROOF"));
        run.submit("repair-defect", repair(run));

        assertThat(run.trySubmit("confirm-repair", TestForms.of("result", "REDO"))
                        .status())
                .isEqualTo(422);
        run.submit("confirm-repair", TestForms.of("result", "REDO", "comment", "仍有渗水"));
        run.submit("dispatch-repair", dispatch(run, "WATERPROOF"));

        assertThat(run.openForms()).contains("repair-defect");
    }

    @Test
    void contractorWhoIgnoresTwoRemindersIsReplacedAndItsCostDeducted() {
        CaseRun run = settled(underWarranty());
        scenario.at(LocalDate.of(2025, 3, 3));
        long defect = report(run);
        run.submit("dispatch-repair", dispatch(run, "MEP"));

        run.advanceTo(LocalDate.of(2025, 3, 10));
        run.advanceTo(LocalDate.of(2025, 3, 17));
        assertThat(repairs.view(defect).reminders()).isEqualTo(2);
        assertThat(run.openForms()).contains("repair-defect");
        run.advanceTo(LocalDate.of(2025, 3, 24));
        assertThat(run.trySubmit("confirm-repair", TestForms.of("result", "PASS"))
                        .body())
                .contains("尚未登记修复");
        assertThat(run.trySubmit("confirm-repair", TestForms.of("result", "THIRD_PARTY"))
                        .status())
                .isEqualTo(422);
        run.submit("confirm-repair", replaced(run, "RETENTION"));

        run.assertEnded("endEvent_replaced");
        assertThat(run.openForms()).doesNotContain("repair-defect", "confirm-repair", "dispatch-repair");
        assertThat(scenario.jdbc
                        .sql(LEDGER)
                        .param(run.caseId())
                        .query(String.class)
                        .list())
                .containsExactly("PAYMENT 262996296", "DEDUCTION 1860000");
        run.advanceTo(PAYABLE);
        run.submit("release-retention", release(run));
        run.submit("release-retention", release(run));
        assertThat(scenario.jdbc
                        .sql(LEDGER)
                        .param(run.caseId())
                        .query(String.class)
                        .list())
                .containsExactly("PAYMENT 262996296", "DEDUCTION 1860000", "PAYMENT 85805433");
    }

    @Test
    void statutoryWarrantyLastsLongerThanTheRetentionMoney() {
        CaseRun run = settled(underWarranty());
        run.advanceTo(PAYABLE);
        run.submit("release-retention", release(run));
        run.submit("release-retention", release(run));
        scenario.at(LocalDate.of(2025, 12, 29));

        report(run);
        run.submit("dispatch-repair", dispatch(run, "WATERPROOF"));
        assertThat(run.trySubmit("repair-defect", TestForms.with(repair(run), "repairedAt", "2025-12-28"))
                        .status())
                .isEqualTo(422);
        run.submit("repair-defect", repair(run));
        assertThat(run.trySubmit("confirm-repair", replaced(run, "RETENTION")).body())
                .contains("追偿");
        run.submit("confirm-repair", TestForms.of("result", "PASS"));

        run.assertEnded("endEvent_repaired");
    }

    @Test
    void warrantyEndsByKindOfDefect() {
        CaseRun run = underWarranty();

        assertThat(repairs.warrantyUntil(run.caseId(), DefectType.MEP)).isEqualTo(LocalDate.of(2026, 11, 29));
        assertThat(repairs.warrantyUntil(run.caseId(), DefectType.WATERPROOF)).isEqualTo(LocalDate.of(2029, 11, 29));
        assertThat(repairs.warrantyUntil(run.caseId(), DefectType.STRUCTURE)).isEqualTo(LocalDate.of(2074, 11, 29));
        assertThat(repairs.warrantyUntil(run.caseId(), DefectType.HEATING)).isEqualTo(LocalDate.of(2026, 11, 29));
        assertThat(repairs.warrantyUntil(run.caseId(), DefectType.INSULATION)).isEqualTo(LocalDate.of(2029, 11, 29));
        assertThat(repairs.warrantyUntil(run.caseId(), DefectType.GREENING)).isEqualTo(LocalDate.of(2025, 11, 29));
        assertThat(repairs.warrantyUntil(run.caseId(), DefectType.OTHER)).isEqualTo(LocalDate.of(2026, 11, 29));
    }

    @Test
    void defectAfterItsWarrantyIsDispatchedOnlyWithAReason() {
        CaseRun run = underWarranty();
        scenario.at(LocalDate.of(2025, 11, 30));
        report(run);

        Answer refused = run.trySubmit("dispatch-repair", dispatch(run, "GREENING"));
        run.submit("dispatch-repair", TestForms.with(dispatch(run, "GREENING"), "comment", "合同约定两年"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("已过保修期（至2025-11-29）");
    }

    @Test
    void anyOfficeOfTheCountyReportsADefectOnItsPage() {
        CaseRun run = underWarranty();
        String page = "/cases/" + run.caseNo() + "/defects";

        Answer form = scenario.signedIn("yunlu").get(page);
        Answer refused = scenario.signedIn("yunlu").postForm(page, Map.of("location", "1栋", "description", " "));
        Answer reported = scenario.signedIn("yunlu")
                .postForm(page, Map.of("location", "1栋", "description", "屋面渗水", "urgent", "true"));

        assertThat(form.status()).isEqualTo(200);
        assertThat(form.body()).contains("登记报修").contains("_csrf");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("【缺陷描述】必填").contains("1栋");
        assertThat(reported.status()).isEqualTo(302);
        assertThat(run.view("dispatch-repair").body()).contains("屋面渗水");
        assertThat(scenario.signedIn("yunlu").get("/cases/no-such-case/defects").status())
                .isEqualTo(404);
    }

    @Test
    void nothingIsReportedBeforeTheWarranty() {
        CaseRun run = scenario.openContractedCase("TOWN-LT");

        assertThatThrownBy(() -> report(run)).isInstanceOf(StateConflict.class);
    }

    private CaseRun underWarranty() {
        return accepted(scenario.openContractedCase("TOWN-LT"));
    }

    private CaseRun accepted(CaseRun run) {
        scenario.at(ACCEPTED);
        run.startProcess("acceptance", Map.of());
        run.agree("completion-report");
        run.agree("final-acceptance");
        run.startProcess("warranty", Map.of());
        return run;
    }

    /** Contract and settlement of book 4.2, the tranche of the acceptance paid: the retention is 876 654.33 yuan. */
    private CaseRun settled(CaseRun run) {
        funding.contractSigned(run.caseId(), run.caseId(), Money.ofYuan(PRICE), scenario.today());
        run.startProcess("settlement", Map.of());
        run.agree("submit-settlement", Map.of("submitted", PRICE));
        run.agree("review-settlement", Map.of("audited", PRICE));
        run.agree("apply-payment");
        while (!run.tasks("approve-payment").isEmpty()) run.finish(run.task("approve-payment"));
        return run;
    }

    private long report(CaseRun run) {
        return warranty.report(run.caseId(), new DefectReport("楼道漏水", "1栋2单元", false, List.of()), COMMITTEE);
    }

    private Map<String, Object> dispatch(CaseRun run, String type) {
        return TestForms.of(
                "decision", "DISPATCH", "defectType", type, "urgent", false, "photo", List.of(run.upload()));
    }

    private Map<String, Object> repair(CaseRun run) {
        return TestForms.of(
                "measures", "更换管件", "repairedAt", scenario.today().toString(), "photos", List.of(run.upload()));
    }

    private Map<String, Object> replaced(CaseRun run, String from) {
        return TestForms.of(
                "result",
                "THIRD_PARTY",
                "thirdPartyCost",
                "18600.00",
                "payee",
                "皖西维修队",
                "deductFrom",
                from,
                "receipts",
                List.of(run.upload()));
    }

    private Map<String, Object> release(CaseRun run) {
        return TestForms.of(
                "decision", "AGREE", "applyDate", scenario.today().toString(), "siteCheck", List.of(run.upload()));
    }

    private static <T> List<T> together(List<? extends Callable<? extends T>> actions) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(actions.size());
        ExecutorService threads = Executors.newFixedThreadPool(actions.size());
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<? extends T> action : actions) {
                running.add(threads.submit(() -> {
                    barrier.await(10, TimeUnit.SECONDS);
                    return action.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : running) results.add(result.get(60, TimeUnit.SECONDS));
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
