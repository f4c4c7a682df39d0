package org.jiugai.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jiugai.ProcessTest;
import org.jiugai.audit.AuditTrail;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Area;
import org.jiugai.kernel.Money;
import org.jiugai.policy.PolicyManagement;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@ProcessTest
@Transactional
class CaseFindingsTest {
    @Autowired
    CaseFile file;

    @Autowired
    PolicyManagement policies;

    @Autowired
    AuditTrail audit;

    @Autowired
    Clock clock;

    @Test
    void openingACaseRaisesWhatItsPolicyContradicts() {
        assertThat(rulesRaisedUnder("TOWN-LT")).containsExactly("PAY1", "PAY1", "PAY2", "PAY6", "PAY8", "DUTY");
    }

    @Test
    void caseUnderTheNationalScheduleHasNoFindings() {
        assertThat(rulesRaisedUnder("JINAN-2024")).isEmpty();
    }

    /** Without the backbone: nobody hears of the opening. */
    private List<String> rulesRaisedUnder(String policyCode) {
        CaseManagement cases = new CaseManagement(file, policies, event -> {}, audit, clock);
        NewCase request = new NewCase(
                "示例项目",
                "341502",
                "341502001",
                2024,
                policyCode,
                Money.ofYuan("2000000.00"),
                List.of(new NewCase.Community("示例小区", null, 1995, 60, 3, Area.ofSquareMetres("5000.00"))),
                Map.of());
        RenovationCase opened = cases.open(request, Actor.SYSTEM);
        return cases.findings(opened.caseId()).stream().map(CaseFinding::ruleId).toList();
    }
}
