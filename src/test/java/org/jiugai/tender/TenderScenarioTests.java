package org.jiugai.tender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.kernel.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** Processes {@code procurement} and {@code tender} by their forms: every loop, packages over two cases, contracts before and after waiting. Proves S0-10, S1-46, S1-47, S3-30. */
@ProcessTest
class TenderScenarioTests {
    @Autowired
    Scenario scenario;

    @Autowired
    TenderManagement tenders;

    @Autowired
    ProcurementManagement procurement;

    @Autowired
    CaseManagement cases;

    @Autowired
    RuntimeService runtime;

    @Test
    void caseWaitsForItsWorksAndItsSupervisionContract() {
        CaseRun run = begin();
        run.agree("decide-procurement");
        assertThat(run.tasks("tender-documents")).hasSize(2);
        untilSigning(run, 2);
        signWorksFirst(run);
        assertThat(run.visited("endEvent_contractsComplete"))
                .as("supervision is missing")
                .isZero();
        run.agree("sign-contract");
        run.assertEnded("endEvent_contractsComplete");
        assertThat(run.visited("endEvent_packageContracted")).isEqualTo(2);

        Contract works = tenders.worksContract(run.caseId());
        assertThat(works.type()).isEqualTo(PackageType.WORKS);
        assertThat(works.amountOfCase()).isEqualTo(works.price());
        assertThat(works.durationDays()).isEqualTo(120);
        assertThat(works.retention().percent()).isEqualTo("3.00");
        assertThat(cases.party(run.caseId(), "contractor")).contains(works.contractorOffice());
        assertThat(cases.party(run.caseId(), "supervisor")).contains("ja-supervisor");
        assertThat(tenders.contracts(run.caseId())).hasSize(2);
    }

    @Test
    void packagesAreNumberedByCountyAndYear() {
        CaseRun run = begin();
        run.agree("decide-procurement");
        assertThat(procurement.openPackages(run.caseId()))
                .allSatisfy(p -> assertThat(p.packageNo()).matches("341502-BD-2024-\\d{3}"));
    }

    @Test
    void fewerThanThreeBiddersMeanANewRoundAndTheSecondTimeAFinding() {
        CaseRun run = oneTender();
        run.agree("tender-documents");
        run.agree("open-bids", Map.of("bidders", bidders("甲公司", "乙公司")));
        assertThat(run.openForms()).contains("tender-documents").doesNotContain("evaluate-bids");
        assertThat(findings(run, "R-TT7")).isEmpty();
        assertThat(run.view("tender-documents").body()).contains("投标人不足或流标");
        run.agree("tender-documents");
        run.agree("open-bids", Map.of("bidders", bidders("甲公司", "乙公司")));
        assertThat(findings(run, "R-TT7")).hasSize(1);
        run.agree("tender-documents");
        run.agree("open-bids", Map.of("aborted", true, "comment", "平台故障"));
        run.agree("tender-documents");
        run.agree("open-bids");
        assertThat(run.openForms()).contains("evaluate-bids");
        assertThat(run.visited("serviceTask_reopenTender")).isEqualTo(3);
    }

    @Test
    void openingBeforeTheDeadlineIsRefusedAndTheTaskStays() {
        CaseRun run = oneTender();
        run.agree("tender-documents");
        Answer refused = run.trySubmit("open-bids", run.fields("open-bids", Map.of("openTime", "2024-01-03T10:00")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.names("openTime")).isTrue();
        assertThat(run.openForms()).contains("open-bids");
    }

    @Test
    void rejectingAllBidsMeansANewRound() {
        CaseRun run = oneTender();
        run.agree("tender-documents");
        run.agree("open-bids");
        List<Map<String, Object>> all = List.of(
                Map.of("bidder", "安徽大别山建设工程有限公司", "reason", "未响应"),
                Map.of("bidder", "六安皋城建筑安装有限公司", "reason", "未响应"),
                Map.of("bidder", "淠河市政工程有限公司", "reason", "未响应"));
        run.agree("evaluate-bids", Map.of("decision", "ALL_REJECTED", "candidates", List.of(), "rejected", all));
        assertThat(run.openForms()).contains("tender-documents").doesNotContain("award");
    }

    @Test
    void secondCandidateFollowsWhenTheFirstGivesUp() {
        CaseRun run = oneTender();
        untilAward(run);
        Answer refused = run.trySubmit("award", run.fields("award", Map.of("winner", "2")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("招标投标法实施条例第55条");
        run.agree("award", Map.of("winner", "2", "passReason", "第一名书面放弃中标"));
        assertThat(run.view("sign-contract").body()).contains("六安皋城建筑安装有限公司");
    }

    @Test
    void contractIsSignedWithTheWinnerOrTheReasonStandsInTheFile() {
        CaseRun run = oneTender();
        untilAward(run);
        run.agree("award");
        Answer refused = run.trySubmit(
                "sign-contract", run.fields("sign-contract", Map.of("contractorOffice", "ja-contractor-b")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.names("contractorOffice")).isTrue();
        assertThat(refused.body()).contains("应为中标人“安徽大别山建设工程有限公司”");

        run.agree("sign-contract", Map.of("contractorOffice", "ja-contractor-b", "firmReason", "联合体牵头人签约"));

        assertThat(findings(run, "R-WINNER")).singleElement().asString().contains("六安皋城建筑安装有限公司", "联合体牵头人签约");
        assertThat(scenario.jdbc
                        .sql(
                                "select firm_reason from contract k join contract_case c on c.contract_id = k.id where c.case_id = ?")
                        .param(run.caseId())
                        .query(String.class)
                        .single())
                .isEqualTo("联合体牵头人签约");
    }

    @Test
    void winnerWhoRefusesToSignMakesRoomForTheNextUntilNobodyIsLeft() {
        CaseRun run = oneTender();
        untilAward(run);
        run.agree("award");
        run.submit("sign-contract", Map.of("decision", "REFUSED", "comment", "第一名拒绝签约"));
        assertThat(run.openForms()).contains("award");
        Answer refused = run.trySubmit("award", run.fields("award", Map.of("winner", "1")));
        assertThat(refused.names("winner")).isTrue();
        run.agree("award");
        run.submit("sign-contract", Map.of("decision", "REFUSED", "comment", "第二名拒绝签约"));
        assertThat(run.openForms()).contains("tender-documents").doesNotContain("award");
        assertThat(run.view("tender-documents").body()).contains("候选人均放弃或拒签");
    }

    @Test
    void awardMayEndInANewRoundWithAReason() {
        CaseRun run = oneTender();
        untilAward(run);
        assertThat(run.trySubmit("award", Map.of("decision", "RETENDER")).names("passReason"))
                .isTrue();
        run.submit("award", Map.of("decision", "RETENDER", "passReason", "候选人均放弃"));
        assertThat(run.openForms()).contains("tender-documents");
    }

    @Test
    void candidatesPublishedLateAreAFindingOnTheCase() {
        CaseRun run = oneTender();
        untilAward(run);
        Map<String, Object> late = run.fields(
                "award", Map.of("noticeStart", "2024-03-20", "noticeEnd", "2024-03-25", "awardDate", "2024-03-26"));
        assertThat(run.trySubmit("award", late).names("lateReason")).isTrue();
        late.put("lateReason", "交易平台维护");
        run.submit("award", late);
        assertThat(findings(run, "R-TT10")).hasSize(1);
    }

    @Test
    void packageOverTwoCasesWakesBoth() {
        CaseRun first = begin();
        CaseRun second = begin();
        first.agree("decide-procurement");
        second.agree("decide-procurement", Map.of("packages", joins(first, "1300000.01", "200000.00")));
        assertThat(second.openForms()).doesNotContain("tender-documents");
        assertThat(second.visited("receiveTask_awaitContracts")).isEqualTo(1);
        untilSigning(first, 2);
        first.agree("sign-contract");
        first.agree("sign-contract");
        first.assertEnded("endEvent_contractsComplete");
        second.assertEnded("endEvent_contractsComplete");

        Contract ofFirst = tenders.worksContract(first.caseId());
        Contract ofSecond = tenders.worksContract(second.caseId());
        assertThat(ofFirst.contractId()).isEqualTo(ofSecond.contractId());
        assertThat(ofFirst.amountOfCase().plus(ofSecond.amountOfCase())).isEqualTo(ofFirst.price());
        assertThat(cases.party(second.caseId(), "contractor")).contains(ofFirst.contractorOffice());
        assertThatThrownBy(() -> scenario.jdbc
                        .sql("update contract set price_fen = price_fen + 1 where id = ?")
                        .param(ofFirst.contractId())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("do not add up");
    }

    @Test
    void packageWhoseDocumentsAreIssuedCannotBeJoined() {
        CaseRun first = begin();
        CaseRun second = begin();
        first.agree("decide-procurement");
        List<Map<String, Object>> rows = joins(first, "500000.00", "50000.00");
        first.agree("tender-documents");
        first.agree("tender-documents");
        Answer refused =
                second.trySubmit("decide-procurement", second.fields("decide-procurement", Map.of("packages", rows)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("已发出招标文件，不能再并入");
    }

    @Test
    void contractsSignedBeforeTheCaseAsksLeaveNothingToWaitFor() {
        CaseRun run = begin();
        run.agree("decide-procurement");
        untilSigning(run, 2);
        run.agree("sign-contract");
        run.agree("sign-contract");
        assertThat(run.visited("receiveTask_awaitContracts")).isEqualTo(1);
        runtime.createProcessInstanceByKey("procurement")
                .processDefinitionWithoutTenantId()
                .businessKey(run.caseNo())
                .setVariable("caseId", run.caseId())
                .setVariable("county", "341502")
                .startBeforeActivity("serviceTask_startTenders")
                .execute();
        assertThat(run.visited("receiveTask_awaitContracts")).isEqualTo(1);
        assertThat(run.visited("endEvent_contractsComplete")).isEqualTo(2);
        assertThat(run.openForms()).doesNotContain("tender-documents");
    }

    @Test
    void lastTwoContractsSignedAtTheSameMomentWakeTheCaseOnce() {
        CaseRun run = begin();
        run.agree("decide-procurement");
        untilSigning(run, 2);
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        List<Task> tasks = run.tasks("sign-contract");
        List<String> people = List.of("jianshe", "jianshe2");
        List<Map<String, Object>> forms = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Map<String, Object> form =
                    run.fields("sign-contract", Map.of("contractNo", "HT-" + run.caseId() + "-" + i));
            form.put("contractorOffice", firms(tasks.get(i)).get(0));
            form.put("contractPrice", price(tasks.get(i)));
            forms.add(form);
        }
        for (int i = 0; i < 2; i++) {
            int n = i;
            answers.add(CompletableFuture.supplyAsync(() -> run.submit(tasks.get(n), people.get(n), forms.get(n))));
        }
        assertThat(answers.stream().map(CompletableFuture::join).map(Answer::status))
                .containsOnly(204);
        assertThat(run.visited("endEvent_contractsComplete")).isEqualTo(1);
    }

    @Test
    void decisionNamesEveryFaultOfItsRows() {
        CaseRun run = begin();
        Answer refused = run.trySubmit(
                "decide-procurement",
                run.fields(
                        "decide-procurement",
                        Map.of(
                                "budgetFunds",
                                "2000000.01",
                                "packages",
                                List.of(
                                        Map.of("name", " ", "estimate", "0.00"),
                                        Map.of("joins", "999999", "estimate", "1.00"),
                                        Map.of(
                                                "name",
                                                "总承包",
                                                "type",
                                                "EPC",
                                                "method",
                                                "OPEN",
                                                "estimate",
                                                "900000.00",
                                                "worksPart",
                                                "800000.00",
                                                "goodsPart",
                                                "99999.99")))));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("【财政资金】")
                .contains("【标段 第1行 本案估算价】必须大于0")
                .contains("【标段 第1行 标段名称】")
                .contains("【标段 第1行 标段类型】")
                .contains("【标段 第1行 采购方式】")
                .contains("【标段 第2行 并入标段】没有这个标段")
                .contains("【标段 第3行 其中施工】")
                .contains("须有监理标段");
    }

    @Test
    void whatMustBeTenderedIsTenderedOrTheGroundStandsInTheFile() {
        CaseRun run = begin("JINAN-2024", "9000000.00");
        Map<String, Object> works = works("施工标段", "4000000.00", "NEGOTIATION");
        Answer refused = decide(run, works);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.names("packages[0].method")).isTrue();
        assertThat(refused.body()).contains("16号令第5条第1款（一）");
        Answer below = decide(run, works("施工标段", "3999999.99", "NEGOTIATION"));
        assertThat(below.status()).isEqualTo(204);
    }

    @Test
    void worksCutIntoPiecesMustBeTenderedTogetherAndAnExceptionIsAFinding() {
        CaseRun run = begin("JINAN-2024", "9000000.00");
        assertThat(decide(run, works("一标段", "3000000.00", "NEGOTIATION"), works("二标段", "1000000.00", "NEGOTIATION"))
                        .body())
                .contains("第5条第2款");
        Map<String, Object> one = works("一标段", "3000000.00", "NEGOTIATION");
        Map<String, Object> two = works("二标段", "3000000.00", "NEGOTIATION");
        assertThat(decide(run, with(one, "exceptionGround", "抢险"), with(two, "exceptionGround", "抢险"))
                        .status())
                .isEqualTo(204);
        assertThat(findings(run, "R-SPLIT")).singleElement().asString().contains("涉嫌化整为零");
    }

    @Test
    void packageBoughtDirectlyThatGrowsPastTheThresholdCannotBeJoined() {
        CaseRun first = begin("JINAN-2024", "9000000.00");
        assertThat(decide(first, works("打包施工", "3999999.99", "NEGOTIATION")).status())
                .isEqualTo(204);
        CaseRun second = begin("JINAN-2024", "9000000.00");
        Answer refused = second.trySubmit(
                "decide-procurement",
                second.fields("decide-procurement", Map.of("packages", joins(first, "0.01", "10000.00"))));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.names("packages[0].joins")).isTrue();
    }

    private CaseRun begin() {
        return begin("JINAN-2024", "2000000.00");
    }

    private CaseRun begin(String policy, String investment) {
        CaseRun run = scenario.openCase(policy, 1, Money.ofYuan(investment));
        run.startProcess("procurement", Map.of());
        return run;
    }

    /** A case whose supervision is in another case's package, so that one tender of its own runs. */
    private CaseRun oneTender() {
        CaseRun other = begin();
        other.agree("decide-procurement");
        CaseRun run = begin();
        List<Map<String, Object>> rows =
                new ArrayList<>(joins(other, "1.00", "50000.00").subList(1, 2));
        rows.add(works("施工标段", "1100000.00", "OPEN"));
        run.agree("decide-procurement", Map.of("packages", rows));
        assertThat(run.tasks("tender-documents")).hasSize(1);
        return run;
    }

    private Answer decide(CaseRun run, Map<?, ?>... packages) {
        List<Object> rows = new ArrayList<>(List.of(packages));
        rows.add(Map.of("name", "监理标段", "type", "SUPERVISION", "estimate", "100000.00", "method", "NEGOTIATION"));
        return run.trySubmit(
                "decide-procurement",
                run.fields("decide-procurement", Map.of("packages", rows, "budgetFunds", "5000000.00")));
    }

    private static Map<String, Object> works(String name, String estimate, String method) {
        return Map.of("name", name, "type", "WORKS", "estimate", estimate, "method", method);
    }

    private static Map<String, Object> with(Map<String, Object> row, String field, Object value) {
        Map<String, Object> more = new java.util.HashMap<>(row);
        more.put(field, value);
        return more;
    }

    /** Rows that join the works and the supervision package which the other case founded. */
    private List<Map<String, Object>> joins(CaseRun founder, String works, String supervision) {
        return scenario.jdbc
                .sql("select id, type from tender_package where founding_case_id = ? order by type desc")
                .param(founder.caseId())
                .query((row, n) -> Map.<String, Object>of(
                        "joins",
                        String.valueOf(row.getLong("id")),
                        "estimate",
                        row.getString("type").equals("WORKS") ? works : supervision))
                .list();
    }

    private void untilAward(CaseRun run) {
        run.agree("tender-documents");
        run.agree("open-bids");
        run.agree("evaluate-bids");
    }

    private void untilSigning(CaseRun run, int packages) {
        for (String form : List.of("tender-documents", "open-bids", "evaluate-bids", "award")) {
            for (int i = 0; i < packages; i++) run.agree(form);
        }
        assertThat(run.tasks("sign-contract")).hasSize(packages);
    }

    private void signWorksFirst(CaseRun run) {
        assertThat(run.view("sign-contract").body()).contains("施工标段");
        run.agree("sign-contract");
    }

    private List<String> firms(Task task) {
        List<String> firms = new ArrayList<>();
        scenario.signedIn("jianshe")
                .get("/api/tasks/" + task.getId())
                .json()
                .at("/options/firms")
                .forEach(o -> firms.add(o.path("value").asText()));
        return firms;
    }

    private String price(Task task) {
        return scenario.signedIn("jianshe")
                .get("/api/tasks/" + task.getId())
                .json()
                .at("/values/contractPrice")
                .asText();
    }

    private static List<Map<String, Object>> bidders(String... names) {
        List<Map<String, Object>> bids = new ArrayList<>();
        for (String name : names) bids.add(Map.of("name", name, "price", "90000.00", "sealed", true));
        return bids;
    }

    private List<String> findings(CaseRun run, String rule) {
        return scenario.jdbc
                .sql("select message from case_finding where case_id = ? and rule_id = ?")
                .params(run.caseId(), rule)
                .query(String.class)
                .list();
    }
}
