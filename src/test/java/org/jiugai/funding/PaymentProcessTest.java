package org.jiugai.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.funding.Ledger.PostingLine;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.Share;
import org.jiugai.kernel.StateConflict;
import org.jiugai.tender.ContractSigned;
import org.jiugai.tender.PackageType;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Payments of a case under TOWN-LT, to the fen of book 4.2, as the offices submit them. Proves S0-1…S0-6. */
@ProcessTest
class PaymentProcessTest {
    private static final Money CONTRACT = Money.ofYuan("8766543.21");
    private static final String THIRTY_PERCENT = "2629962.96";

    @Autowired
    private Scenario scenario;

    @Autowired
    private FundingManagement funding;

    @Autowired
    private CaseManagement cases;

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void everyTrancheIsPaidOnceAndTheWholeToTheFen() {
        CaseRun run = contracted();
        progress(run, "49.99");
        assertThat(run.tasks("apply-payment")).isEmpty();
        progress(run, "50.00");
        progress(run, "50.00");
        progress(run, "79.99");
        assertThat(run.tasks("apply-payment")).hasSize(1);
        pay(run, "M1", THIRTY_PERCENT);
        funding.residentsMoneyCollected(run.caseId(), Money.ofYuan(THIRTY_PERCENT));
        progress(run, "80.00");
        pay(run, "M2", THIRTY_PERCENT);
        funding.accepted(run.caseId(), scenario.today());
        pay(run, "M3", THIRTY_PERCENT);
        funding.settled(run.caseId(), CONTRACT, scenario.today());
        funding.retentionReleased(run.caseId(), scenario.today());

        assertThat(amounts(run)).containsExactly(THIRTY_PERCENT, THIRTY_PERCENT, THIRTY_PERCENT, "876654.33");
        Ledger ledger = funding.ledger(run.caseId());
        assertThat(ledger.paid()).isEqualTo(CONTRACT);
        assertThat(ledger.postings().stream()
                        .filter(p -> p.kind() == PostingKind.PAYMENT)
                        .map(p -> ledger.percentOfContract(p.cumulative())))
                .containsExactly("30.0000", "60.0000", "90.0000", "100.0000");
        run.assertEnded("endEvent_paymentMade");
        assertThat(run.visited("endEvent_paymentMade")).isEqualTo(3);
    }

    @Test
    void settlementAboveTheContractIsTruedUpAndTheRepairTakenFromTheRetention() {
        CaseRun run = threePaid();
        funding.settled(run.caseId(), Money.ofYuan("8912345.67"), scenario.today());
        pay(run, "M3-结算调差", "131222.22");
        funding.repairDeducted(run.caseId(), Money.ofYuan("12345.67"), "维修单位", 1);
        funding.retentionReleased(run.caseId(), scenario.today());

        assertThat(amounts(run))
                .containsExactly(THIRTY_PERCENT, THIRTY_PERCENT, THIRTY_PERCENT, "131222.22", "12345.67", "878888.90");
        assertThat(funding.ledger(run.caseId()).paid()).isEqualTo(Money.ofYuan("8912345.67"));
        assertThat(messages(run)).anyMatch(m -> m.contains("多留623,864.20元"));
    }

    @Test
    void settlementBelowTheContractShrinksTheThirdTranche() {
        CaseRun run = twoPaid();
        funding.accepted(run.caseId(), scenario.today());
        funding.settled(run.caseId(), Money.ofYuan("8600000.00"), scenario.today());
        pay(run, "M3", "2480074.08");
        funding.retentionReleased(run.caseId(), scenario.today());

        assertThat(amounts(run)).containsExactly(THIRTY_PERCENT, THIRTY_PERCENT, "2480074.08", "860000.00");
    }

    @Test
    void overpaymentIsClaimedBackAndTheThirdTrancheFallsAway() {
        CaseRun run = twoPaid();
        funding.accepted(run.caseId(), scenario.today());
        assertThat(run.tasks("apply-payment")).hasSize(1);
        funding.settled(run.caseId(), Money.ofYuan("5700000.00"), scenario.today());

        run.assertEnded("endEvent_paymentNotDue");
        assertThat(run.tasks("apply-payment")).isEmpty();
        funding.retentionReleased(run.caseId(), scenario.today());
        Ledger ledger = funding.ledger(run.caseId());
        assertThat(ledger.tranche("M3").state()).isEqualTo(TrancheState.NOT_DUE);
        assertThat(amounts(run)).containsExactly(THIRTY_PERCENT, THIRTY_PERCENT, "129925.92", "570000.00");
        assertThat(ledger.paid()).isEqualTo(Money.ofYuan("5700000.00"));
    }

    @Test
    void residentsTrancheWaitsUntilTheirMoneyIsThere() {
        CaseRun run = contracted();
        progress(run, "50.00");
        pay(run, "M1", THIRTY_PERCENT);
        collect(run, "2000000.00");
        progress(run, "80.00");
        assertThat(funding.ledger(run.caseId()).tranche("M2").shortfall()).isEqualTo(Money.ofYuan("629962.96"));
        assertThat(messages(run)).anyMatch(m -> m.contains("尚差629,962.96元"));
        run.submit("apply-payment", application(run, "M2", THIRTY_PERCENT));

        Answer refused = run.trySubmit("approve-payment", agree(run, THIRTY_PERCENT, "OWNER_RAISED"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.names("source")).isTrue();
        assertThat(refused.body()).contains("629,962.96").contains("OWNER_FUND_SHORTFALL");

        collect(run, "629962.96");
        assertThat(funding.ledger(run.caseId()).tranche("M2").shortfall()).isEqualTo(Money.ZERO);
        approveAll(run, THIRTY_PERCENT, "OWNER_RAISED");
        assertThat(amounts(run)).containsExactly(THIRTY_PERCENT, THIRTY_PERCENT);
    }

    @Test
    void residentsMoneyIsRecordedByTheOfficesThatCollectIt() {
        CaseRun run = contracted();
        String page = "/cases/" + run.caseNo() + "/residents-money";

        Answer other = scenario.signedIn("jianli").postForm(page, Map.of("amount", "1.00", "on", "2024-01-02"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body()).contains("您的单位不能登记");
        Answer malformed = scenario.signedIn("yunlu").postForm(page, Map.of("amount", "一元", "on", "2024-01-02"));
        assertThat(malformed.body()).contains("【到账金额】");
        assertThat(scenario.signedIn("yunlu")
                        .postForm(page, Map.of("amount", "1.00", "on", ""))
                        .body())
                .contains("【到账日期】");
        collect(run, "6261.82");

        assertThat(scenario.signedIn("yunlu").get(page).body()).contains("已归集6,261.82元");
        assertThat(scenario.signedIn("caizheng").get("/cases/" + run.caseNo()).body())
                .contains(page)
                .contains("付款计划")
                .contains("居民出资归集，累计6,261.82元");
    }

    @Test
    void onlyWorksContractsAreTheMeasureOfPayments() {
        CaseRun run = scenario.openContractedCase("TOWN-LT");
        Map<Long, Money> parts = Map.of(run.caseId(), CONTRACT);
        events.publishEvent(
                new ContractSigned(run.caseId(), 1, PackageType.SUPERVISION, parts, "ja-supervisor", scenario.today()));
        assertThat(funding.ledger(run.caseId()).tranches()).isEmpty();
        events.publishEvent(
                new ContractSigned(run.caseId(), 1, PackageType.EPC, parts, "ja-contractor-a", scenario.today()));
        assertThat(funding.ledger(run.caseId()).contract()).isEqualTo(CONTRACT);
    }

    @Test
    void withoutAWorksContractNothingIsDue() {
        CaseRun run = scenario.openContractedCase("TOWN-LT");
        progress(run, "50.00");
        funding.accepted(run.caseId(), scenario.today());
        funding.settled(run.caseId(), CONTRACT, scenario.today());
        funding.repairDeducted(run.caseId(), Money.ofYuan("1.00"), "维修单位", 1);
        funding.retentionReleased(run.caseId(), scenario.today());

        assertThat(run.tasks("apply-payment")).isEmpty();
        assertThat(funding.ledger(run.caseId()).postings()).isEmpty();
    }

    @Test
    void nationalScheduleStartsEveryTrancheThatTheProgressHasReached() {
        CaseRun run = scenario.openContractedCase("JINAN-2024");
        funding.contractSigned(run.caseId(), run.caseId(), CONTRACT, scenario.today());
        progress(run, "60.00");
        for (String tranche : List.of("P20", "P40", "P60")) pay(run, tranche, "1402646.91");
        progress(run, "100.00");
        for (String tranche : List.of("P80", "P100")) pay(run, tranche, "1402646.91");
        funding.accepted(run.caseId(), scenario.today());
        assertThat(run.tasks("apply-payment")).isEmpty();
        funding.settled(run.caseId(), Money.ofYuan("8912345.67"), scenario.today());
        pay(run, "S", "1631740.76");
        funding.retentionReleased(run.caseId(), scenario.today());

        assertThat(amounts(run)).hasSize(7).endsWith("1631740.76", "267370.36");
        assertThat(funding.ledger(run.caseId()).paid()).isEqualTo(Money.ofYuan("8912345.67"));
        assertThat(messages(run)).isEmpty();
    }

    @Test
    void paymentGoesBackToTheNamedStepAndComesForwardAgain() {
        CaseRun run = started();
        run.submit("apply-payment", application(run, "M1", THIRTY_PERCENT));
        run.submit("approve-payment", back("APPLICANT"));
        assertThat(run.openForms()).contains("apply-payment").doesNotContain("approve-payment");
        run.submit("apply-payment", application(run, "M1", THIRTY_PERCENT));
        step(run, "userTask_approveBySupervisor");
        step(run, "userTask_approveByEmployer");
        assertThat(run.trySubmit("approve-payment", back("HOUSING")).names("returnTo"))
                .isTrue();
        run.submit("approve-payment", back("EMPLOYER"));
        run.submit("approve-payment", back("SUPERVISOR"));
        step(run, "userTask_approveBySupervisor");
        step(run, "userTask_approveByEmployer");
        step(run, "userTask_approveByHousing");
        run.submit("approve-payment", back("HOUSING"));
        step(run, "userTask_approveByHousing");
        run.submit("approve-payment", back("APPLICANT"));
        pay(run, "M1", THIRTY_PERCENT);

        assertThat(amounts(run)).containsExactly(THIRTY_PERCENT);
    }

    @Test
    void reducedAmountIsWhatIsPaidAndNeedsAReason() {
        CaseRun run = started();
        run.submit("apply-payment", application(run, "M1", THIRTY_PERCENT));
        Map<String, Object> cut = agree(run, "2600000.00", "GOVERNMENT");
        assertThat(run.trySubmit("approve-payment", cut).names("approvedAmount"))
                .isTrue();
        cut.put("decision", "REDUCE");
        assertThat(run.trySubmit("approve-payment", cut).names("comment")).isTrue();
        cut.put("comment", "扣除不合格部位");
        run.submit("approve-payment", cut);
        approve(run, 3, "2600000.00", "GOVERNMENT");

        assertThat(amounts(run)).containsExactly("2600000.00");
        // the settlement brings everything to its shares again
        progress(run, "80.00");
        funding.accepted(run.caseId(), scenario.today());
        assertThat(funding.ledger(run.caseId()).tranche("M3").due()).isEqualTo(Money.ofYuan("2659925.92"));
    }

    @Test
    void refusedPaymentEndsWithoutAPosting() {
        CaseRun run = started();
        run.submit("apply-payment", application(run, "M1", THIRTY_PERCENT));
        approve(run, 3, THIRTY_PERCENT, "GOVERNMENT");
        run.submit("approve-payment", Map.of("decision", "REFUSE", "comment", "发票与合同不符"));

        run.assertEnded("endEvent_paymentRefused");
        assertThat(funding.ledger(run.caseId()).postings()).isEmpty();
        assertThat(funding.ledger(run.caseId()).tranche("M1").state()).isEqualTo(TrancheState.REFUSED);
        progress(run, "60.00");
        assertThat(run.tasks("apply-payment")).isEmpty();
    }

    @Test
    void applicationAboveWhatIsDueIsRefusedWithAllFaults() {
        CaseRun run = started();
        Map<String, Object> form = application(run, "M2", "2629962.97");
        form.put("labourPart", "2629962.98");
        form.put("invoice", List.of());

        Answer noInvoice = run.trySubmit("apply-payment", form);
        assertThat(noInvoice.names("invoice")).isTrue();
        form.put("invoice", List.of(run.upload()));
        Answer refused = run.trySubmit("apply-payment", form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.names("milestone")).isTrue();
        assertThat(refused.names("applied")).isTrue();
        assertThat(refused.names("labourPart")).isTrue();
    }

    @Test
    void findingsWantAnAnswerBeforeMoneyGoesOn() {
        CaseRun run = started();
        run.submit("apply-payment", application(run, "M1", THIRTY_PERCENT));
        Map<String, Object> form = agree(run, THIRTY_PERCENT, "GOVERNMENT");
        form.put("findings", List.of());

        Answer refused = run.trySubmit("approve-payment", form);
        assertThat(refused.names("findings")).isTrue();
        assertThat(refused.body()).contains("PAY2").contains("PAY8");
        run.submit("approve-payment", agree(run, THIRTY_PERCENT, "GOVERNMENT"));
        assertThat(cases.findings(run.caseId()))
                .filteredOn(f -> f.ruleId().equals("PAY2"))
                .allMatch(f -> "按原方案执行".equals(f.answer()));
    }

    @Test
    void lastStepNeedsDayAndSlipOfThePayment() {
        CaseRun run = started();
        run.submit("apply-payment", application(run, "M1", THIRTY_PERCENT));
        approve(run, 3, THIRTY_PERCENT, "GOVERNMENT");
        Map<String, Object> form = agree(run, THIRTY_PERCENT, "GOVERNMENT");
        form.remove("paidDate");
        form.remove("bankSlip");

        Answer refused = run.trySubmit("approve-payment", form);
        assertThat(refused.names("paidDate")).isTrue();
        assertThat(refused.names("bankSlip")).isTrue();
        form.put("bankSlip", List.of(run.upload()));
        form.put("paidDate", scenario.today().plusDays(1).toString());
        assertThat(run.trySubmit("approve-payment", form).names("paidDate")).isTrue();
    }

    @Test
    void samePersonMayNotHoldTwoSuccessiveSteps() {
        CaseRun run = scenario.openContractedCase("TOWN-LT");
        cases.assignParty(run.caseId(), "employer", "ja-supervisor", Actor.SYSTEM);
        funding.contractSigned(run.caseId(), run.caseId(), CONTRACT, scenario.today());
        progress(run, "50.00");
        assertThat(messages(run)).anyMatch(m -> m.contains("“监理审核”与“建设单位审核”由同一单位承担"));
        run.submit("apply-payment", application(run, "M1", THIRTY_PERCENT));
        run.submitAs("jianli", "approve-payment", agree(run, THIRTY_PERCENT, "GOVERNMENT"));

        Answer refused = run.trySubmitAs("jianli", "approve-payment", agree(run, THIRTY_PERCENT, "GOVERNMENT"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("duties.samePerson");
        assertThat(refused.body()).contains("由本单位其他人员办理");
    }

    @Test
    void settlementAfterTheApplicationSendsItBackForTheNewAmount() {
        CaseRun run = twoPaid();
        funding.accepted(run.caseId(), scenario.today());
        run.submit("apply-payment", application(run, "M3", THIRTY_PERCENT));
        funding.settled(run.caseId(), Money.ofYuan("8912345.67"), scenario.today());

        Answer refused = run.trySubmit("approve-payment", agree(run, THIRTY_PERCENT, "GOVERNMENT"));
        assertThat(refused.names("decision")).isTrue();
        run.submit("approve-payment", back("APPLICANT"));
        pay(run, "M3", "2761185.18");
        assertThat(amounts(run)).endsWith("2761185.18");
    }

    @Test
    void formShowsWhatIsDueAndWhatTheStepsBeforeDecided() {
        CaseRun run = started();
        assertThat(run.view("apply-payment").json().at("/values/applied").asText())
                .isEqualTo(THIRTY_PERCENT);
        run.submit("apply-payment", application(run, "M1", THIRTY_PERCENT));

        Answer view = run.view("approve-payment");
        assertThat(view.json().at("/values/step").asText()).isEqualTo("SUPERVISOR");
        assertThat(view.json().at("/values/approvedAmount").asText()).isEqualTo(THIRTY_PERCENT);
        assertThat(view.json().at("/values/findings").size()).isEqualTo(6);
        assertThat(view.body()).contains("付款计划").contains("2,629,962.96");
    }

    @Test
    void retentionIsNotReleasedBeforeTheSettlementNorTwice() {
        CaseRun run = contracted();
        LocalDate today = scenario.today();
        assertThatThrownBy(() -> funding.retentionReleased(run.caseId(), today))
                .isInstanceOf(StateConflict.class)
                .hasMessageContaining("结算价尚未审定");
        funding.settled(run.caseId(), CONTRACT, today);
        funding.retentionReleased(run.caseId(), today);
        assertThatThrownBy(() -> funding.retentionReleased(run.caseId(), today)).isInstanceOf(StateConflict.class);
        assertThat(amounts(run)).containsExactly("876654.33");
    }

    @Test
    void retentionWaitsForEveryOpenPaymentAndTheCaseIsArchivedAfterThem() {
        CaseRun run = scenario.openContractedCase("JINAN-2024").walkWithoutPayingTo("release-retention");
        run.agree("release-retention");
        String open = funding.ledger(run.caseId()).tranches().stream()
                .filter(t -> t.state() == TrancheState.STARTED)
                .map(t -> t.code() + " " + t.name())
                .collect(Collectors.joining("、"));
        assertThat(open).isNotEmpty();

        Task release = run.task("release-retention");
        Answer refused = run.trySubmit("release-retention", run.fields("release-retention", Map.of()));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("支付节点尚在办理：" + open);
        assertThat(run.task("release-retention").getId()).isEqualTo(release.getId());
        assertThat(cases.get(run.caseId()).outcome()).isNull();

        while (!run.tasks("apply-payment").isEmpty()
                || !run.tasks("approve-payment").isEmpty()) {
            run.finish(
                    run.tasks("approve-payment").isEmpty() ? run.task("apply-payment") : run.task("approve-payment"));
        }
        run.agree("release-retention");
        run.walkTo("the end");
        assertThat(cases.get(run.caseId()).outcome()).isEqualTo("归档办结");
        assertThat(funding.ledger(run.caseId()).paid())
                .isEqualTo(funding.ledger(run.caseId()).settled());
    }

    @Test
    void refusedPaymentDoesNotHoldTheRetention() {
        CaseRun run = started();
        funding.settled(run.caseId(), CONTRACT, scenario.today());
        assertThatThrownBy(() -> funding.retentionReleased(run.caseId(), scenario.today()))
                .isInstanceOf(StateConflict.class)
                .hasMessageContaining("M1");
        run.submit("apply-payment", application(run, "M1", THIRTY_PERCENT));
        run.submit("approve-payment", agree(run, THIRTY_PERCENT, "GOVERNMENT"));
        approve(run, 2, THIRTY_PERCENT, "GOVERNMENT");
        run.submit("approve-payment", Map.of("decision", "REFUSE", "comment", "发票与合同不符"));

        funding.retentionReleased(run.caseId(), scenario.today());
        assertThat(amounts(run)).containsExactly("876654.33");
    }

    @Test
    void repairsNeverTakeMoreThanTheRetention() {
        CaseRun run = contracted();
        funding.settled(run.caseId(), CONTRACT, scenario.today());
        funding.repairDeducted(run.caseId(), Money.ofYuan("900000.00"), "维修单位", 7);
        funding.retentionReleased(run.caseId(), scenario.today());

        assertThat(amounts(run)).containsExactly("876654.33");
        assertThat(funding.ledger(run.caseId()).tranche("M4").state()).isEqualTo(TrancheState.NOT_DUE);
        assertThat(messages(run)).anyMatch(m -> m.contains("缺陷7的维修费超出剩余质保金23,345.67元"));
    }

    private CaseRun contracted() {
        CaseRun run = scenario.openContractedCase("TOWN-LT");
        funding.contractSigned(run.caseId(), run.caseId(), CONTRACT, scenario.today());
        return run;
    }

    private CaseRun started() {
        CaseRun run = contracted();
        progress(run, "50.00");
        return run;
    }

    private CaseRun twoPaid() {
        CaseRun run = started();
        pay(run, "M1", THIRTY_PERCENT);
        funding.residentsMoneyCollected(run.caseId(), Money.ofYuan(THIRTY_PERCENT));
        progress(run, "80.00");
        pay(run, "M2", THIRTY_PERCENT);
        return run;
    }

    private CaseRun threePaid() {
        CaseRun run = twoPaid();
        funding.accepted(run.caseId(), scenario.today());
        pay(run, "M3", THIRTY_PERCENT);
        return run;
    }

    private void progress(CaseRun run, String percent) {
        Share progress = Share.ofPercent(percent);
        funding.progressConfirmed(run.caseId(), progress, CONTRACT.times(progress));
    }

    /** Recorded by the community on the page. */
    private void collect(CaseRun run, String amount) {
        Answer answer = scenario.signedIn("yunlu")
                .postForm(
                        "/cases/" + run.caseNo() + "/residents-money",
                        Map.of("amount", amount, "on", scenario.today().toString()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
    }

    private void pay(CaseRun run, String tranche, String amount) {
        run.submit("apply-payment", application(run, tranche, amount));
        approveAll(run, amount, tranche.equals("M2") ? "OWNER_RAISED" : "GOVERNMENT");
    }

    private void approveAll(CaseRun run, String amount, String source) {
        approve(run, 4, amount, source);
    }

    private void approve(CaseRun run, int steps, String amount, String source) {
        for (int i = 0; i < steps; i++) run.submit("approve-payment", agree(run, amount, source));
    }

    private void step(CaseRun run, String activity) {
        Task task = run.task("approve-payment");
        assertThat(task.getTaskDefinitionKey()).isEqualTo(activity);
        run.submit("approve-payment", agree(run, THIRTY_PERCENT, "GOVERNMENT"));
    }

    private static Map<String, Object> application(CaseRun run, String tranche, String amount) {
        Map<String, Object> form = new HashMap<>();
        form.put("milestone", tranche);
        form.put("applied", amount);
        form.put("labourPart", "1000.00");
        form.put("invoice", List.of(run.upload()));
        form.put("sme", true);
        return form;
    }

    /** Consent, with an answer to every open finding and all that the last step needs. */
    private Map<String, Object> agree(CaseRun run, String amount, String source) {
        Map<String, Object> form = new HashMap<>();
        form.put("decision", "AGREE");
        form.put("approvedAmount", amount);
        form.put("source", source);
        form.put("paidDate", scenario.today().toString());
        form.put("bankSlip", List.of(run.upload()));
        form.put(
                "findings",
                cases.findings(run.caseId()).stream()
                        .filter(f -> f.answer() == null)
                        .map(f -> Map.of(
                                "findingId", f.id(), "ruleId", f.ruleId(), "message", f.message(), "answer", "按原方案执行"))
                        .toList());
        return form;
    }

    private static Map<String, Object> back(String step) {
        return Map.of("decision", "RETURN", "returnTo", step, "comment", "资料不全");
    }

    /** Everything posted but the residents' money, in order. */
    private List<String> amounts(CaseRun run) {
        return funding.ledger(run.caseId()).postings().stream()
                .filter(p -> p.kind() != PostingKind.CONTRIBUTION)
                .map(PostingLine::amount)
                .map(Money::yuan)
                .toList();
    }

    private List<String> messages(CaseRun run) {
        return cases.findings(run.caseId()).stream().map(f -> f.message()).toList();
    }
}
