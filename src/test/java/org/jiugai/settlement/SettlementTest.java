package org.jiugai.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.engine.Decisions;
import org.jiugai.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class SettlementTest {
    @Autowired
    Scenario scenario;

    @Autowired
    SettlementManagement settlement;

    @Autowired
    Decisions decisions;

    @ParameterizedTest
    @CsvSource({
        "0.00, 20",
        "4999999.99, 20",
        "5000000.00, 30",
        "19999999.99, 30",
        "20000000.00, 45",
        "49999999.99, 45",
        "50000000.00, 60",
        "52750000.00, 60"
    })
    void daysOfReviewFollowTheAmount(String yuan, int days) {
        long fen = Money.ofYuan(yuan).fen();

        assertThat(decisions.single("settlement-review-days", Map.of("submittedFen", fen)))
                .containsEntry("days", days);
    }

    @Test
    void returnedSettlementIsSubmittedAgainAndSettledOnce() {
        CaseRun run = submitted("1100000.00");

        run.agree("review-settlement", Map.of("decision", "RETURN", "comment", "缺少签证单"));
        run.agree("submit-settlement", Map.of("submitted", "1090000.00", "objection", "已补签证单"));
        run.agree("review-settlement", Map.of("audited", "1080000.00"));

        assertThat(settlement.settled(run.caseId())).contains(Money.ofYuan("1080000.00"));
        run.assertEnded("endEvent_settled");
        assertThatThrownBy(() -> scenario.jdbc
                        .sql("update settled_price set settled_fen = 1 where case_id = ?")
                        .param(run.caseId())
                        .update())
                .hasMessageContaining("只增不改");
    }

    @Test
    void moreThanSubmittedIsApprovedOnlyWithAReason() {
        CaseRun run = submitted("1000000.00");

        Answer refused =
                run.trySubmit("review-settlement", run.fields("review-settlement", Map.of("audited", "1000000.01")));
        run.agree("review-settlement", Map.of("audited", "1000000.01", "reason", "漏计安全文明施工费"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("审定理由");
    }

    @Test
    void reviewIsDueAfterTheDaysOfItsAmount() {
        CaseRun run = submitted("6000000.00");

        assertThat(run.task("review-settlement")
                        .getDueDate()
                        .toInstant()
                        .atZone(ZoneId.of("Asia/Shanghai"))
                        .toLocalDate())
                .isEqualTo(LocalDate.of(2025, 1, 2));
    }

    /** Submitted on 2024-12-03; thirty days end on 2025-01-02. */
    private CaseRun submitted(String yuan) {
        CaseRun run = scenario.openCase("TOWN-LT");
        scenario.at(LocalDate.of(2024, 12, 3));
        run.startProcess("settlement", Map.of());
        run.agree("submit-settlement", Map.of("submitted", yuan));
        return run;
    }
}
