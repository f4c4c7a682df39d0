package org.jiugai.formalities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.formalities.Formalities.Formality;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.RuleViolation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** Process {@code formalities} by its forms. The case has an investment of 2 000 000.00 yuan and 5 000 m². Proves S1-49, S3-64, S4-18. */
@ProcessTest
class FormalitiesScenarioTests {
    private static final String DAY = Scenario.FIRST_DAY.toString();

    @Autowired
    Scenario scenario;

    @Autowired
    FormalitiesManagement formalities;

    @Test
    void caseGoesFromInitiationToSecuredFunds() {
        CaseRun run = begin("JINAN-2024");
        assertThat(run.view("initiation").json().at("/values/estimateTotal").asText())
                .isEqualTo("2000000.00");
        run.submit("initiation", initiation(run, "2000000.00"));
        assertThat(run.view("budget-review").body()).contains("2,200,000.00");
        run.submit("budget-review", reduced(run, "2000000.00", "1900000.00"));
        assertThat(run.view("decide-permits").body()).contains("可免办");
        run.submit("decide-permits", permits(run));
        assertThat(run.view("fund-account").body()).contains("2,000,000.00");
        run.submit("fund-account", funds("2000000.00", "120000.00"));
        run.assertEnded("endEvent_formalitiesComplete");

        Formalities after = formalities.of(run.caseId());
        assertThat(after.estimateTotal()).isEqualTo(Money.ofYuan("2000000.00"));
        assertThat(after.ceilingPrice()).isEqualTo(Money.ofYuan("1850000.00"));
        assertThat(after.fundsSecured()).isTrue();
        assertThat(after.isExempt(Formality.PLANNING)).isTrue();
        assertThat(after.isExempt(Formality.CONSTRUCTION)).isFalse();
        assertThat(after.permits()).allSatisfy(p -> assertThat(p.basis()).isNotBlank());
        assertThat(formalities.residentsCollected(run.caseId())).isEqualTo(Money.ofYuan("120000.00"));
    }

    @Test
    void estimateExceededByMoreThanTenPercentGoesBackToInitiation() {
        CaseRun run = begin("JINAN-2024");
        run.submit("initiation", initiation(run, "2000000.00"));
        run.submit("budget-review", approved(run, "2200000.01"));
        assertThat(run.openForms()).contains("initiation").doesNotContain("decide-permits");
        run.submit("initiation", initiation(run, "2200000.01"));
        run.submit("budget-review", approved(run, "2200000.01"));
        assertThat(run.openForms()).contains("decide-permits");
    }

    @Test
    void exactlyTenPercentAboveTheEstimateGoesOn() {
        CaseRun run = begin("JINAN-2024");
        run.submit("initiation", initiation(run, "2000000.00"));
        run.submit("budget-review", approved(run, "2200000.00"));
        assertThat(run.openForms()).contains("decide-permits");
    }

    @Test
    void returnedReviewGoesBackToInitiation() {
        CaseRun run = begin("JINAN-2024");
        run.submit("initiation", initiation(run, "2000000.00"));
        Map<String, Object> returned = approved(run, "2000000.00");
        returned.put("decision", "RETURNED");
        returned.put("reviewed", null);
        returned.put("ceilingPrice", null);
        Answer refused = run.trySubmit("budget-review", returned);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("【意见说明】退回的必须说明理由");
        returned.put("comment", "缺少工程量清单");
        run.submit("budget-review", returned);
        assertThat(run.openForms()).contains("initiation");
    }

    @Test
    void everyExemptionCarriesItsBasis() {
        CaseRun run = untilPermits("CITY-2024RPT");
        Map<String, Object> form = permits(run);
        form.putAll(
                Map.of("constructionPermit", "EXEMPT", "drawingReview", "COMMITMENT", "fireCategory", "NOT_INVOLVED"));
        form.put("planningBasis", " ");
        form.put("drawingBasis", null);
        Answer refused = run.trySubmit("decide-permits", form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("【规划免办依据】免办的必须写明依据")
                .contains("【施工许可免办依据】免办的必须写明依据")
                .contains("【免审依据】告知承诺或不需审查的必须写明依据")
                .contains("【不涉及消防依据】不涉及消防的必须写明依据");
        assertThat(run.openForms()).contains("decide-permits");
    }

    @Test
    void policyMayExemptFromTheConstructionPermitButTheLawIsQuoted() {
        CaseRun run = untilPermits("CITY-2024RPT");
        Map<String, Object> form = permits(run);
        form.putAll(Map.of("constructionPermit", "EXEMPT", "constructionBasis", "省简化审批手续的通知"));
        run.submit("decide-permits", form);
        assertThat(findings(run)).anyMatch(m -> m.contains("质量安全监督登记仍须办理"));
        assertThat(formalities.of(run.caseId()).isExempt(Formality.CONSTRUCTION))
                .isTrue();
    }

    @Test
    void constructionPermitIsNeededWhereNothingExempts() {
        CaseRun run = untilPermits("JINAN-2024");
        Map<String, Object> form = permits(run);
        form.putAll(Map.of("constructionPermit", "EXEMPT", "constructionBasis", "惯例"));
        Answer refused = run.trySubmit("decide-permits", form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("应当办理（建筑法第7条）");
    }

    @Test
    void changedStructureMakesTheDrawingReviewCompulsory() {
        CaseRun run = untilPermits("JINAN-2024");
        Map<String, Object> form = permits(run);
        form.putAll(Map.of(
                "structureChanged", true,
                "planningPermit", "REQUIRED",
                "drawingReview", "COMMITMENT",
                "drawingBasis", "告知承诺书"));
        assertThat(run.trySubmit("decide-permits", form).body()).contains("【施工图审查】涉及主体结构变动的必须审查");
        form.put("drawingReview", "REVIEW");
        run.submit("decide-permits", form);
    }

    @Test
    void exemptionThatNoTableKnowsIsTheClerksJudgementAndAFinding() {
        CaseRun run = untilPermits("MANGSHI-2020");
        Map<String, Object> form = permits(run);
        form.putAll(Map.of("extentChanged", true, "drawingReview", "NOT_NEEDED", "drawingBasis", "小型维修"));
        run.submit("decide-permits", form);
        assertThat(findings(run)).anyMatch(m -> m.startsWith("规划许可按")).anyMatch(m -> m.startsWith("施工图按“小型维修”免于审查"));
    }

    @Test
    void sourcesMustAddUpToTheApprovedInvestment() {
        CaseRun run = untilFunds();
        Answer refused = run.trySubmit("fund-account", funds("1999999.99", "0.00"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("应到位合计1,999,999.99元，必须等于批准总投资2,000,000.00元");
        Map<String, Object> unsecured = funds("2000000.00", "0.00");
        unsecured.put("secured", false);
        assertThat(run.trySubmit("fund-account", unsecured).body()).contains("资金落实后方可招标");
        Map<String, Object> account = funds("2000000.00", "0.00");
        account.put("accountNo", "3415-02");
        assertThat(run.trySubmit("fund-account", account).body()).contains("【专户账号】应为6至30位数字");
        run.submit("fund-account", funds("2000000.00", "0.00"));
    }

    @Test
    void accountNumberIsMaskedOnTheCasePage() {
        assertThat(FormalitiesPanel.masked("3415020012345678")).isEqualTo("************5678");
    }

    @Test
    void residentsMoneyAddsUpAndIsNeverRewritten() {
        CaseRun run = scenario.openCase("JINAN-2024");
        collect(run, "1500.00");
        collect(run, "0.01");
        assertThat(formalities.residentsCollected(run.caseId())).isEqualTo(Money.ofYuan("1500.01"));
        assertThatThrownBy(() -> collect(run, "0.00"))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("必须大于0");
        assertThatThrownBy(() -> scenario.jdbc
                        .sql("update residents_payment set amount_fen = 1 where case_id = ?")
                        .param(run.caseId())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("only gains rows");
    }

    private void collect(CaseRun run, String yuan) {
        formalities.collect(run.caseId(), Money.ofYuan(yuan), Scenario.FIRST_DAY, Actor.SYSTEM);
    }

    private CaseRun begin(String policy) {
        CaseRun run = scenario.openCase(policy);
        run.startProcess("formalities", Map.of());
        return run;
    }

    private CaseRun untilPermits(String policy) {
        CaseRun run = begin(policy);
        run.submit("initiation", initiation(run, "2000000.00"));
        run.submit("budget-review", approved(run, "2000000.00"));
        return run;
    }

    private CaseRun untilFunds() {
        CaseRun run = untilPermits("JINAN-2024");
        run.submit("decide-permits", permits(run));
        return run;
    }

    private List<String> findings(CaseRun run) {
        return scenario.jdbc
                .sql("select message from case_finding where case_id = ? and rule_id = 'R-PERMIT'")
                .param(run.caseId())
                .query(String.class)
                .list();
    }

    static Map<String, Object> initiation(CaseRun run, String estimate) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "projectCode",
                "2401-341502-04-05-123456",
                "tenderScope",
                List.of("SCOPE", "METHOD", "ORGANISATION"),
                "estimateTotal",
                estimate,
                "simplified",
                false,
                "approvedOn",
                DAY,
                "approvalDoc",
                List.of(run.upload())));
        form.put("simplifiedBasis", null);
        form.put("comment", null);
        return form;
    }

    static Map<String, Object> approved(CaseRun run, String amount) {
        return new HashMap<>(Map.of(
                "submitted",
                amount,
                "decision",
                "APPROVED",
                "reviewed",
                amount,
                "ceilingPrice",
                "1850000.00",
                "reviewedOn",
                DAY,
                "reportDoc",
                List.of(run.upload())));
    }

    private static Map<String, Object> reduced(CaseRun run, String submitted, String reviewed) {
        Map<String, Object> form = approved(run, submitted);
        form.put("decision", "REDUCED");
        form.put("reviewed", reviewed);
        form.put("cutReasons", List.of(Map.of("item", "暂列金额", "amount", "100000.00", "reason", "无依据")));
        return form;
    }

    static Map<String, Object> permits(CaseRun run) {
        return new HashMap<>(Map.of(
                "structureChanged", false,
                "extentChanged", false,
                "planningPermit", "EXEMPT",
                "planningBasis", "城乡规划法第40条",
                "constructionPermit", "REQUIRED",
                "drawingReview", "REVIEW",
                "fireCategory", "OTHER",
                "basis", "县自然资源局判定单2024-1号",
                "decidedOn", DAY,
                "decisionDoc", List.of(run.upload())));
    }

    /** County funds and 200 000.00 yuan of residents, of whom {@code paid} came in. */
    static Map<String, Object> funds(String total, String paid) {
        List<Map<String, Object>> sources = new ArrayList<>();
        sources.add(source(
                "COUNTY", Money.ofYuan(total).minus(Money.ofYuan("200000.00")).yuan(), "1000000.00"));
        sources.add(source("RESIDENTS", "200000.00", paid));
        return new HashMap<>(Map.of(
                "accountNo",
                "3415020012345678",
                "sources",
                sources,
                "secured",
                true,
                "residentPlan",
                "每户按协商",
                "securedOn",
                DAY));
    }

    private static Map<String, Object> source(String source, String due, String received) {
        return Map.of("source", source, "due", due, "received", received, "receivedOn", DAY);
    }
}
