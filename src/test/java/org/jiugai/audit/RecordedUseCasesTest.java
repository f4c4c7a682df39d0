package org.jiugai.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.demonstration.DemonstrationCounty;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
class RecordedUseCasesTest {
    private static final Actor STANDING_IN =
            new Actor("jiugai2", "吴敏", "ja-renovation-office", "金安区旧改办", new Actor.Absent("jiugai", "周建国"));

    @Autowired
    Scenario scenario;

    @Autowired
    CaseManagement cases;

    @Autowired
    AuditTrail audit;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void anActIsRecordedWithWhoDidItAndForWhom() {
        CaseRun run = scenario.openCase("TOWN-LT");
        long finding = cases.findings(run.caseId()).get(0).id();
        cases.answer(run.caseId(), finding, "按方案执行", STANDING_IN);
        assertThat(answers(run)).singleElement().satisfies(entry -> {
            assertThat(entry.person()).isEqualTo("jiugai2");
            assertThat(entry.office()).isEqualTo("ja-renovation-office");
            assertThat(entry.onBehalfOf()).isEqualTo("jiugai");
            assertThat(entry.object()).contains("findingId:" + finding);
        });
        assertThat(cases.findings(run.caseId()).get(0).answeredBy()).isEqualTo("金安区旧改办 吴敏（代周建国）");
    }

    @Test
    void whatWasRefusedOrRolledBackIsNotRecorded() {
        CaseRun run = scenario.openCase("TOWN-LT");
        long finding = cases.findings(run.caseId()).get(0).id();
        assertThatThrownBy(() -> cases.answer(run.caseId(), finding, " ", STANDING_IN))
                .isInstanceOf(RuleViolation.class);
        transaction.executeWithoutResult(status -> {
            cases.answer(run.caseId(), finding, "按方案执行", STANDING_IN);
            status.setRollbackOnly();
        });
        assertThat(answers(run)).isEmpty();
    }

    @Test
    void whatWasEnteredIsPartOfTheRecord() {
        CaseRun run = scenario.openCase("TOWN-LT");
        run.agree("household-survey", Map.of("comment", "两户长期外出"));
        assertThat(audit.ofCase(run.caseId(), 100))
                .filteredOn(entry -> entry.action().equals("survey.recordHouseholds"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.after())
                        .contains("\"buildings\":[{", "\"comment\":\"两户长期外出\"")
                        .contains(scenario.today().toString()));
    }

    @Test
    void noPasswordIsPartOfTheRecord() {
        assertThat(scenario.jdbc
                        .sql("select count(*) from audit_detail where content like '%' || ? || '%'")
                        .param(DemonstrationCounty.PASSWORD)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private List<AuditEntry> answers(CaseRun run) {
        return audit.latest("casefile.answer", 50).stream()
                .filter(entry -> entry.caseId() != null && entry.caseId() == run.caseId())
                .toList();
    }
}
