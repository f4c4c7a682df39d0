package org.jiugai.works;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.TestForms;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Proves S0-3. */
@ProcessTest
class ConstructionTest {
    @Autowired
    Scenario scenario;

    @Test
    void worksAreReportedVerifiedAndConfirmedUntilAllIsDone() {
        CaseRun run = started();

        WorksForms.progress(scenario, run, "50.00", "100000.00");
        assertThat(run.openForms()).contains("progress-report");
        WorksForms.progress(scenario, run, "100.00", "200000.00");

        run.assertEnded("endEvent_worksCompleted");
    }

    @Test
    void refusedPermitIsDecidedAgain() {
        CaseRun run = open();

        assertThat(run.trySubmit("construction-permit", TestForms.of("decision", "GRANTED"))
                        .status())
                .isEqualTo(422);
        run.submit("construction-permit", TestForms.of("decision", "REFUSED", "comment", "缺少资金证明"));
        run.submit(
                "construction-permit",
                TestForms.of("decision", "GRANTED", "permitNo", "341502202401020101", "issueDate", "2024-01-02"));

        assertThat(run.openForms()).doesNotContain("construction-permit");
    }

    @Test
    void startOrderWithTicksAloneIsRefused() {
        CaseRun run = open();
        run.submit("supervision-registration", WorksForms.registration(run));
        run.submit("construction-permit", TestForms.of("decision", "EXEMPT", "exemptBasis", "建筑法第7条"));
        run.submit("wage-account", WorksForms.wageAccount(run, scenario.today()));
        Map<String, Object> order = WorksForms.startOrder(run, scenario.today());

        Answer ticks = run.trySubmit("start-order", TestForms.with(order, "gates", List.of(Map.of("gate", "PERMIT"))));
        Answer missing = run.trySubmit(
                "start-order", TestForms.with(order, "gates", ((List<?>) order.get("gates")).subList(0, 4)));

        assertThat(ticks.status()).isEqualTo(422);
        assertThat(ticks.body()).contains("文号");
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.body()).contains("建设资金落实");
        assertThat(run.view("start-order").body()).contains("ZJ-2024-001");
    }

    @Test
    void returnedReportIsReportedAgain() {
        CaseRun run = started();
        scenario.at(scenario.today().plusDays(7));
        run.submit("progress-report", WorksForms.report(run, scenario.today(), "30.00", "60000.00"));

        run.submit("verify-progress", TestForms.of("decision", "RETURN", "comment", "影像与部位不符"));
        run.submit("progress-report", WorksForms.report(run, scenario.today(), "25.00", "50000.00"));
        run.submit("verify-progress", WorksForms.confirmed("25.00", "50000.00"));
        run.submit("confirm-progress", TestForms.of("decision", "REMEASURE", "comment", "请现场复测"));
        run.submit("verify-progress", WorksForms.confirmed("24.00", "48000.00"));
        run.submit("confirm-progress", TestForms.of("decision", "RETURN", "comment", "产值依据不足"));

        assertThat(run.openForms()).contains("progress-report");
        assertThat(run.visited("userTask_progressReport")).isEqualTo(3);
    }

    @Test
    void supervisorDoesNotRemeasureForHimself() {
        CaseRun run = started();
        run.submit("progress-report", WorksForms.report(run, scenario.today(), "30.00", "60000.00"));

        assertThat(run.trySubmit("verify-progress", TestForms.of("decision", "REMEASURE", "comment", "复测"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void progressDecreasesOnlyWithACorrectionNote() {
        CaseRun run = started();
        WorksForms.progress(scenario, run, "47.00", "94000.00");
        scenario.at(scenario.today().plusDays(7));
        Map<String, Object> lower = WorksForms.report(run, scenario.today(), "46.00", "92000.00");

        Answer refusedReport = run.trySubmit("progress-report", lower);
        run.submit("progress-report", TestForms.with(lower, "correctionNote", "上期道路面积重复计量"));
        Answer refusedVerdict = run.trySubmit("verify-progress", WorksForms.confirmed("46.00", "92000.00"));
        Map<String, Object> noted =
                TestForms.with(WorksForms.confirmed("46.00", "92000.00"), "correctionNote", "上期道路面积重复计量");
        run.submit("verify-progress", noted);
        run.submit("confirm-progress", noted);

        assertThat(refusedReport.status()).isEqualTo(422);
        assertThat(refusedReport.body()).contains("更正说明");
        assertThat(refusedVerdict.status()).isEqualTo(422);
        assertThat(refusedVerdict.body()).contains("更正说明");
        assertThat(scenario.jdbc
                        .sql("select verified_bp from confirmed_progress where case_id = ? order by no")
                        .param(run.caseId())
                        .query(Integer.class)
                        .list())
                .containsExactly(4700, 4600);
    }

    @Test
    void databaseItselfRefusesDecreasingProgress() {
        CaseRun run = started();
        WorksForms.progress(scenario, run, "47.00", "94000.00");

        assertThatThrownBy(() -> scenario.jdbc
                        .sql(
                                """
                                with r as (insert into progress_report (case_id, period_from, period_to, physical_bp, value_fen,
                                    workers, actor_person, actor_office, happened_on, recorded_at)
                                    values (:c, '2024-02-01', '2024-02-01', 4600, 0, 1, 'x', 'x', '2024-02-01', now()) returning id)
                                insert into confirmed_progress (case_id, no, report_id, verified_bp, value_fen, confirmed_on, recorded_at)
                                select :c, 2, id, 4600, 9400000, '2024-02-01', now() from r""")
                        .param("c", run.caseId())
                        .update())
                .hasMessageContaining("累计进度不得下降");
        assertThatThrownBy(() -> scenario.jdbc
                        .sql("update confirmed_progress set verified_bp = 10 where case_id = ?")
                        .param(run.caseId())
                        .update())
                .hasMessageContaining("只增不改");
    }

    @Test
    void formsShowWhatIsKnown() {
        CaseRun run = started();
        WorksForms.progress(scenario, run, "47.00", "94000.00");

        assertThat(run.view("progress-report").body()).contains("道路").contains("47.00");
    }

    private CaseRun open() {
        CaseRun run = scenario.openContractedCase("JINAN-2024");
        run.startProcess("construction", Map.of());
        return run;
    }

    private CaseRun started() {
        CaseRun run = open();
        WorksForms.start(scenario, run);
        return run;
    }
}
