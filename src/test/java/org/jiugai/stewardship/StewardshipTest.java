package org.jiugai.stewardship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.casefile.CasePanel.Cell;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The choice of how a community is managed. Proves S2-31, S2-32, S4-43. */
@ProcessTest
class StewardshipTest {
    @Autowired
    private Scenario scenario;

    @Autowired
    private StewardshipManagement stewardship;

    @Autowired
    private StewardshipPanel panel;

    private CaseRun begun() {
        CaseRun run = scenario.openCase("JINAN-2024");
        run.startProcess("stewardship", Map.of("communityId", run.communityIds().get(0)));
        return run;
    }

    private static Map<String, Object> form(String mode) {
        return new HashMap<>(Map.of("mode", mode, "managerName", "云路社区自管小组", "handoverDate", "2024-03-01"));
    }

    @Test
    void ownersMayManageThemselvesWithoutContractAndFee() {
        CaseRun run = begun();
        assertThat(run.view("management-mode").body()).contains("TRUST").doesNotContain("STREET_QUASI");
        run.submit("management-mode", form("OWNERS_SELF"));
        run.assertEnded("endEvent_managementModeDecided");
        assertThat(panel.panel(run.caseId()).tables().get(0).cells().get(0))
                .extracting(Cell::text)
                .contains("业主自治自管", "—");
    }

    @Test
    void aPropertyCompanyNeedsContractFeeAndTheOwnersDecision() {
        CaseRun run = begun();
        Map<String, Object> form = form("PROPERTY_COMPANY");
        Answer answer = run.trySubmit("management-mode", form);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("【合同日期】", "【收费标准】", "【业主共同决定】");

        form.put("contractDate", "2024-01-02");
        form.put("fee", "0.60");
        form.put("voteDocs", List.of(run.upload()));
        run.submit("management-mode", form);
        assertThat(stewardship.of(run.communityIds().get(0)).orElseThrow().shownFee())
                .isEqualTo("0.60");
    }

    @Test
    void aModeThatThePolicyDoesNotKnowIsRefused() {
        assertThat(begun().trySubmit("management-mode", form("STREET_QUASI")).body())
                .contains("本案政策没有“街道社区准物业服务”");
    }
}
