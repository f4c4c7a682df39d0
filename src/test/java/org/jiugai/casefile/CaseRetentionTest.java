package org.jiugai.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.audit.AuditChain;
import org.jiugai.audit.AuditEntry;
import org.jiugai.audit.AuditTrail;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 保管期限: nothing of a case's history goes before its time, and nothing goes without a trace. */
@ProcessTest
class CaseRetentionTest {
    private static final Actor ARCHIVIST = new Actor("jiugai", "周建国", "ja-renovation-office", "金安区旧改办");

    @Autowired
    Scenario scenario;

    @Autowired
    CaseManagement cases;

    @Autowired
    CaseRetention byDefault;

    @Autowired
    CaseHistory caseHistory;

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditChain chain;

    @Autowired
    HistoryService history;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    Clock clock;

    @Test
    void theEngineCleansNothingByItself() {
        assertThat(engine.isHistoryCleanupEnabled()).isFalse();
        assertThat(history.findHistoryCleanupJobs()).isEmpty();
        assertThatThrownBy(() -> history.cleanUpHistoryAsync(true)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void historyIsKeptForEverUnlessTheArchiveSaysOtherwise() {
        CaseRun run = archivedCase();
        scenario.at(LocalDate.of(2199, 1, 1));
        assertThatThrownBy(() -> byDefault.cleanHistory(run.caseId(), "到期", ARCHIVIST))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("永久保管");
        scenario.at(Scenario.FIRST_DAY);
    }

    @Test
    void historyIsCleanedAfterItsPeriodOnRecord() {
        CaseRetention tenYears = new CaseRetention(cases, caseHistory, trail, "P10Y", clock);
        CaseRun run = archivedCase();
        scenario.at(LocalDate.of(2034, 1, 2));
        assertThatThrownBy(() -> tenYears.cleanHistory(run.caseId(), "到期", ARCHIVIST))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("保管至2034-01-02");
        assertThat(instances(run)).isPositive();
        scenario.at(LocalDate.of(2034, 1, 3));
        assertThatThrownBy(() -> tenYears.cleanHistory(run.caseId(), " ", ARCHIVIST))
                .hasMessageContaining("【清理事由】必填");
        long before = instances(run);
        tenYears.cleanHistory(run.caseId(), "保管期满，经鉴定销毁", ARCHIVIST);
        assertThat(instances(run)).isZero();
        assertThat(trail.latest("casefile.historyCleaned", 1).get(0))
                .returns(run.caseId(), AuditEntry::caseId)
                .returns("保管期满，经鉴定销毁", AuditEntry::reason)
                .returns("{\"instances\":" + before + "}", AuditEntry::before);
        assertThat(chain.verify().firstBreak()).isNull();
        scenario.at(Scenario.FIRST_DAY);
    }

    @Test
    void anOpenCaseKeepsItsHistory() {
        CaseRetention noDays = new CaseRetention(cases, caseHistory, trail, "P0D", clock);
        CaseRun run = scenario.openCase("TOWN-LT");
        scenario.at(LocalDate.of(2034, 1, 2));
        assertThatThrownBy(() -> noDays.cleanHistory(run.caseId(), "到期", ARCHIVIST))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("尚未办结归档");
        scenario.at(Scenario.FIRST_DAY);
    }

    private CaseRun archivedCase() {
        CaseRun run = scenario.openCase("TOWN-LT");
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(run.caseNo())
                .rootProcessInstances()
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test"));
        cases.close(run.caseId(), "归档办结");
        return run;
    }

    private long instances(CaseRun run) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(run.caseNo())
                .count();
    }
}
