package org.jiugai.tender;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiugai.DecisionFile;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.Finding;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.RuleViolation.Fault;
import org.jiugai.organisation.Office;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Timetable and contract rules (book 2.4, 2.5, 4.7) on the shipped limits, without rest days. */
class TenderRulesTests {
    private static final DecisionFile LIMITS = new DecisionFile("tender/tender-limits");
    private static final DecisionFile WARRANTY = new DecisionFile("tender/warranty-minimum");
    private static final LocalDateTime ISSUE = LocalDateTime.of(2024, 4, 1, 9, 0);
    private static final LocalDate REPORT = LocalDate.of(2024, 4, 24);
    private static final Money ESTIMATE = Money.ofYuan("1000000.00");
    private static final Office FIRM = new Office("firm", "甲(六安)公司", "341502", Office.Kind.PARTY);
    private static final Office OTHER = new Office("other", "乙公司", "341502", Office.Kind.PARTY);
    private final TenderRules rules = new TenderRules(TenderRulesTests::limit, LocalDate::plusDays);
    private final ContractRules contracts = new ContractRules(TenderRulesTests::limit, TenderRulesTests::months, rules);
    private final TenderRounds.Round round = new TenderRounds.Round(1, 1, 1, ISSUE, ISSUE.plusDays(20), ESTIMATE.fen());
    private final TenderRounds.Award award =
            new TenderRounds.Award(1, 1, 1, "甲（六安）公司", Money.ofYuan("900000.00").fen(), LocalDate.of(2024, 5, 8));

    @AfterAll
    static void everyLimitWasUsed() {
        WARRANTY.assertEveryRuleWasHit();
        LIMITS.assertEveryRuleWasHit();
    }

    @ParameterizedTest(name = "sale {0} days, deadline after {1} days → {2} faults")
    @CsvSource({"5, 20, 0", "4, 20, 1", "5, 19, 1", "4, 19, 2"})
    void documentsAreSoldFiveDaysAndBidsHaveTwenty(int sale, int deadline, int faults) {
        assertThat(documents(sale, deadline, "1000000.00", "20000.00", "10", ProcurementMethod.OPEN))
                .hasSize(faults);
    }

    @Test
    void directProcurementIsNotBoundToTheTimetableOfTenders() {
        assertThat(documents(1, 3, "1000000.00", "0.00", "0", ProcurementMethod.NEGOTIATION))
                .isEmpty();
    }

    @ParameterizedTest(name = "ceiling {0}, bid bond {1}, performance bond {2} % → {3}")
    @CsvSource({
        "1000000.00, 20000.00, 10, ''",
        "1000000.01, 20000.00, 10, ceilingPrice",
        "1000000.00, 20000.01, 10, bidBond",
        "1000000.00, 20000.00, 10.01, performanceBond",
    })
    void ceilingAndBondsKeepTheirLimits(String ceiling, String bond, String performance, String field) {
        assertThat(documents(5, 20, ceiling, bond, performance, ProcurementMethod.OPEN))
                .extracting(Fault::field)
                .containsExactlyElementsOf(field.isEmpty() ? List.of() : List.of(field));
    }

    @Test
    void ceilingOfTheFiscalReviewBindsTheWorks() {
        TenderDocumentsForm form = form(5, 20, "900000.01", "0.00", "0");
        assertThat(rules.documents(form, ProcurementMethod.OPEN, ESTIMATE, Money.ofYuan("900000.00"))
                        .all())
                .extracting(Fault::message)
                .containsExactly("【最高限价】不得超过财政评审的招标控制价900,000.00元");
    }

    /** X1, and why a single source needs one only. */
    @Test
    void tenderNeedsThreeBidders() {
        assertThat(rules.bidders(ProcurementMethod.OPEN)).isEqualTo(3);
        assertThat(rules.bidders(ProcurementMethod.SINGLE_SOURCE)).isEqualTo(1);
    }

    /** X2: seven with four experts is refused. */
    @ParameterizedTest(name = "{0} members with {1} experts → accepted {2}")
    @CsvSource({
        "5, 4, true",
        "5, 3, false",
        "7, 5, true",
        "7, 4, false",
        "9, 6, true",
        "9, 5, false",
        "6, 6, false",
        "3, 3, false"
    })
    void committeeIsOddAtLeastFiveAndTwoThirdsExperts(int members, int experts, boolean accepted) {
        assertThat(evaluation(members, experts, ProcurementMethod.OPEN).isEmpty())
                .isEqualTo(accepted);
    }

    @Test
    void negotiationNeedsThreeMembers() {
        assertThat(evaluation(3, 2, ProcurementMethod.CONSULTATION)).isEmpty();
        assertThat(evaluation(1, 1, ProcurementMethod.CONSULTATION)).isNotEmpty();
        assertThat(evaluation(0, 0, ProcurementMethod.SINGLE_SOURCE)).isEmpty();
    }

    @ParameterizedTest(name = "ranks {0} → accepted {1}")
    @CsvSource({"1, true", "1 2 3, true", "2 1, true", "1 1, false", "2 3, false", "1 2 3 4, false", "'', false"})
    void candidatesAreOneToThreeAndRanked(String ranks, boolean accepted) {
        List<EvaluationForm.Candidate> candidates = new ArrayList<>();
        for (String rank : ranks.isEmpty() ? new String[0] : ranks.split(" ")) {
            candidates.add(
                    candidate(Integer.parseInt(rank), String.valueOf((char) ('甲' + candidates.size())), "900000.00"));
        }
        List<TenderRounds.Bid> bids = candidates.stream()
                .map(c -> new TenderRounds.Bid(c.bidder(), 1, true))
                .toList();
        EvaluationForm form = evaluationForm(EvaluationForm.Decision.PROPOSED, committee(5, 4), candidates, List.of());
        assertThat(rules.evaluation(form, ProcurementMethod.OPEN, round, bids).isEmpty())
                .isEqualTo(accepted);
    }

    @Test
    void bidAboveTheCeilingCannotBeProposed() {
        List<TenderRounds.Bid> bids = List.of(new TenderRounds.Bid("甲", 1, true));
        EvaluationForm form = evaluationForm(
                EvaluationForm.Decision.PROPOSED, committee(5, 4), List.of(candidate(1, "甲", "1000000.01")), List.of());
        assertThat(rules.evaluation(form, ProcurementMethod.OPEN, round, bids).all())
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains("超限的投标应当否决"));
    }

    @Test
    void rejectingAllBidsNeedsAReasonForEach() {
        List<TenderRounds.Bid> bids = List.of(new TenderRounds.Bid("甲", 1, true), new TenderRounds.Bid("乙", 1, true));
        EvaluationForm one = evaluationForm(
                EvaluationForm.Decision.ALL_REJECTED,
                committee(5, 4),
                List.of(),
                List.of(new EvaluationForm.Rejection("甲", "未响应")));
        assertThat(rules.evaluation(one, ProcurementMethod.OPEN, round, bids).isEmpty())
                .isFalse();
    }

    /** X3: published four days after the report needs a reason; three days do not. */
    @Test
    void candidatesPublishedFourDaysAfterTheReportNeedAReason() {
        assertThat(award(REPORT.plusDays(3), REPORT.plusDays(6), 1, null, null)).isEmpty();
        assertThat(award(REPORT.plusDays(4), REPORT.plusDays(7), 1, null, null))
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains("TT10"));
        assertThat(award(REPORT.plusDays(4), REPORT.plusDays(7), 1, null, "平台故障"))
                .isEmpty();
        assertThat(rules.publishedLate(REPORT, REPORT.plusDays(4))).isTrue();
    }

    @Test
    void candidatesAreShownForThreeDays() {
        assertThat(award(REPORT.plusDays(1), REPORT.plusDays(3), 1, null, null))
                .extracting(Fault::field)
                .containsExactly("noticeEnd");
    }

    @Test
    void onlyAReasonPassesOverTheFirstCandidate() {
        assertThat(award(REPORT.plusDays(1), REPORT.plusDays(4), 2, null, null))
                .extracting(Fault::field)
                .containsExactly("passReason");
        assertThat(award(REPORT.plusDays(1), REPORT.plusDays(4), 2, "第一名书面放弃", null))
                .isEmpty();
        assertThat(award(REPORT.plusDays(1), REPORT.plusDays(4), 4, "第一名书面放弃", null))
                .extracting(Fault::field)
                .containsExactly("winner");
    }

    /** X4: day 30 is in time, day 31 is a violation of TT13 that a reason turns into a finding. */
    @Test
    void contractSignedOnDayThirtyOneViolatesTheTimetable() {
        assertThat(check(contract(30, null, "3", null, ContractForm.BondType.GUARANTEE, 24)))
                .isEmpty();
        assertThat(check(contract(31, null, "3", null, ContractForm.BondType.GUARANTEE, 24)))
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains("R-TT13").contains("30日"));
        ContractForm late = contract(31, "中标人换章", "3", null, ContractForm.BondType.GUARANTEE, 24);
        assertThat(check(late)).isEmpty();
        assertThat(contracts.findings(SignedTerms.of(late), late, PackageType.WORKS, award, FIRM))
                .extracting(Finding::ruleId)
                .containsExactly("R-TT13");
    }

    @Test
    void contractWithAnotherFirmThanTheWinnerNeedsAReasonAndIsAFinding() {
        assertThat(check(signedWith("other", " ")))
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains("应为中标人“甲（六安）公司”", "招标投标法第46条"))
                .extracting(Fault::field)
                .isEqualTo("contractorOffice");
        ContractForm leader = signedWith("other", "联合体牵头人");
        assertThat(check(leader)).isEmpty();
        assertThat(contracts.findings(SignedTerms.of(leader), leader, PackageType.WORKS, award, OTHER))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.severity()).isEqualTo(Finding.Severity.WARN);
                    assertThat(f.message()).contains("与乙公司签订，中标人为甲（六安）公司，理由：联合体牵头人");
                    assertThat(f.legalBasis()).isEqualTo("招标投标法第46条");
                });
        assertThat(check(signedWith("nobody", "联合体牵头人")))
                .extracting(Fault::message)
                .containsExactly("【签约单位】须在本地登记的单位中选择");
    }

    @Test
    void retentionAboveThreePercentNeedsAReasonAndIsAFinding() {
        assertThat(check(contract(1, null, "3.01", null, ContractForm.BondType.NONE, 24)))
                .extracting(Fault::field)
                .containsExactly("retentionReason");
        ContractForm reasoned = contract(1, null, "10", "政策规定10%", ContractForm.BondType.NONE, 24);
        assertThat(check(reasoned)).isEmpty();
        assertThat(contracts.findings(SignedTerms.of(reasoned), reasoned, PackageType.WORKS, award, FIRM))
                .extracting(Finding::ruleId)
                .containsExactly("PAY2");
    }

    @Test
    void cashBondAndRetentionTogetherAreRefused() {
        assertThat(check(contract(1, null, "3", null, ContractForm.BondType.CASH, 24)))
                .extracting(Fault::field)
                .containsExactly("performanceBondType");
        assertThat(check(contract(1, null, "0", null, ContractForm.BondType.CASH, 24)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} months of defect liability → accepted {1}")
    @CsvSource({"1, true", "24, true", "25, false", "0, false"})
    void defectLiabilityLastsAtMostTwoYears(int months, boolean accepted) {
        assertThat(check(contract(1, null, "3", null, ContractForm.BondType.NONE, months))
                        .isEmpty())
                .isEqualTo(accepted);
    }

    @ParameterizedTest(name = "{0}: at least {1} months")
    @CsvSource({"STRUCTURE, 1", "WATERPROOFING, 60", "HEATING, 24", "INSTALLATION, 24", "INSULATION, 60", "OTHER, 1"})
    void warrantyIsNotShorterThanTheLaws(ContractForm.WarrantyItem item, int least) {
        assertThat(months(item)).isEqualTo(least);
    }

    @Test
    void warrantyShorterThanTheLawsIsRefused() {
        ContractForm form = contract(1, null, "3", null, ContractForm.BondType.NONE, 24);
        ContractForm shorter = withWarranty(form, 59);
        assertThat(check(shorter)).extracting(Fault::field).containsExactly("warrantyTerms[0].months");
    }

    @Test
    void progressPaidBelowEightyPercentIsAFinding() {
        ContractForm form = contract(1, null, "3", null, ContractForm.BondType.NONE, 24);
        ContractForm low = new ContractForm(
                form.decision(),
                form.contractNo(),
                form.contractorOffice(),
                null,
                form.signDate(),
                null,
                form.contractPrice(),
                form.duration(),
                form.labourRatio(),
                form.advancePct(),
                "79.99",
                form.retentionPct(),
                null,
                form.retentionMonths(),
                form.performanceBondType(),
                form.warrantyTerms(),
                form.contractDoc(),
                null);
        assertThat(contracts.findings(SignedTerms.of(low), low, PackageType.WORKS, award, FIRM))
                .extracting(Finding::ruleId)
                .containsExactly("PAY1");
        assertThat(contracts.findings(SignedTerms.of(form), form, PackageType.WORKS, award, FIRM))
                .isEmpty();
        assertThat(contracts.findings(SignedTerms.of(low), low, PackageType.DESIGN, award, FIRM))
                .isEmpty();
    }

    @Test
    void twoPackagesCloseBelowTheThresholdLookSplit() {
        assertThat(split(PackageType.WORKS, ProcurementMethod.NEGOTIATION, "2800000.00", "1100000.00"))
                .isEmpty();
        assertThat(SplitCheck.findings(List.of(
                        judged(PackageType.WORKS, ProcurementMethod.OPEN, "2800000.00"),
                        judged(PackageType.WORKS, ProcurementMethod.OPEN, "3999999.99"))))
                .extracting(Finding::severity)
                .containsExactly(Finding.Severity.WARN);
        assertThat(SplitCheck.findings(List.of(
                        judged(PackageType.WORKS, ProcurementMethod.OPEN, "2799999.99"),
                        judged(PackageType.WORKS, ProcurementMethod.OPEN, "3999999.99"))))
                .isEmpty();
    }

    @Test
    void packagesTogetherAtTheThresholdAndNoneTenderedAreWorse() {
        assertThat(split(PackageType.WORKS, ProcurementMethod.NEGOTIATION, "2000000.00", "2000000.00"))
                .containsExactly(Finding.Severity.BLOCK);
        assertThat(split(PackageType.WORKS, ProcurementMethod.NEGOTIATION, "2000000.00", "1999999.99"))
                .isEmpty();
        assertThat(split(PackageType.OTHER, ProcurementMethod.NEGOTIATION, "9000000.00", "9000000.00"))
                .isEmpty();
    }

    @Test
    void priceIsSplitByEstimateAndTheLastCaseBearsTheOddFen() {
        Map<Long, Money> parts =
                PriceParts.of(Money.ofFen(100), new java.util.TreeMap<>(Map.of(1L, 1L, 2L, 1L, 3L, 1L)));
        assertThat(parts)
                .containsExactly(
                        Map.entry(1L, Money.ofFen(33)), Map.entry(2L, Money.ofFen(33)), Map.entry(3L, Money.ofFen(34)));
        assertThat(PriceParts.of(
                                Money.ofYuan("8500000.01"),
                                new java.util.TreeMap<>(Map.of(4L, 460000000L, 6L, 399999999L)))
                        .values()
                        .stream()
                        .reduce(Money.ZERO, Money::plus))
                .isEqualTo(Money.ofYuan("8500000.01"));
    }

    private static List<Finding.Severity> split(PackageType type, ProcurementMethod method, String... estimates) {
        return SplitCheck.findings(Arrays.stream(estimates)
                        .map(e -> judged(type, method, e))
                        .toList())
                .stream()
                .map(Finding::severity)
                .toList();
    }

    private static SplitCheck.Judged judged(PackageType type, ProcurementMethod method, String estimate) {
        long fen = Money.ofYuan(estimate).fen();
        long threshold = type == PackageType.WORKS ? 400000000L : 0L;
        return new SplitCheck.Judged(
                new Lot(null, "标段", type, method, null, fen, 0, 0, 0, 0, 0, false),
                new MustTender(false, threshold, "依据"));
    }

    private List<Fault> documents(
            int sale, int deadline, String ceiling, String bond, String performance, ProcurementMethod method) {
        return rules.documents(form(sale, deadline, ceiling, bond, performance), method, ESTIMATE, null)
                .all();
    }

    private static TenderDocumentsForm form(int sale, int deadline, String ceiling, String bond, String performance) {
        return new TenderDocumentsForm(
                ISSUE,
                ISSUE.plusDays(sale),
                ISSUE.plusDays(deadline),
                Money.ofYuan(ceiling),
                Money.ofYuan(bond),
                performance,
                false,
                TenderDocumentsForm.EvaluationMethod.COMPREHENSIVE,
                List.of(UUID.randomUUID()),
                null);
    }

    private Faults evaluationFaults(int members, int experts, ProcurementMethod method) {
        EvaluationForm form = evaluationForm(
                EvaluationForm.Decision.PROPOSED,
                committee(members, experts),
                List.of(candidate(1, "甲", "900000.00")),
                List.of());
        return rules.evaluation(form, method, round, List.of(new TenderRounds.Bid("甲", 1, true)));
    }

    private List<Fault> evaluation(int members, int experts, ProcurementMethod method) {
        return evaluationFaults(members, experts, method).all();
    }

    private static List<EvaluationForm.Member> committee(int members, int experts) {
        List<EvaluationForm.Member> committee = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            committee.add(new EvaluationForm.Member(
                    "评委" + i, i < experts ? EvaluationForm.MemberKind.EXPERT : EvaluationForm.MemberKind.EMPLOYER));
        }
        return committee;
    }

    private static EvaluationForm.Candidate candidate(int rank, String bidder, String price) {
        return new EvaluationForm.Candidate(rank, bidder, Money.ofYuan(price), "90");
    }

    private static EvaluationForm evaluationForm(
            EvaluationForm.Decision decision,
            List<EvaluationForm.Member> committee,
            List<EvaluationForm.Candidate> candidates,
            List<EvaluationForm.Rejection> rejected) {
        return new EvaluationForm(decision, committee, candidates, rejected, REPORT, List.of(UUID.randomUUID()), null);
    }

    private List<Fault> award(
            LocalDate start, LocalDate end, int winner, @Nullable String passReason, @Nullable String lateReason) {
        AwardForm form = new AwardForm(
                AwardForm.Decision.AWARDED,
                start,
                end,
                lateReason,
                true,
                winner,
                passReason,
                Money.ofYuan("900000.00"),
                end.plusDays(1),
                List.of(UUID.randomUUID()),
                null);
        List<TenderRounds.Candidate> available = List.of(
                new TenderRounds.Candidate(1, "甲", 90000000, "90", null),
                new TenderRounds.Candidate(2, "乙", 90000000, "80", null));
        return rules.award(form, ProcurementMethod.OPEN, round, REPORT, available)
                .all();
    }

    private List<Fault> check(ContractForm form) {
        return contracts
                .check(form, PackageType.WORKS, award, List.of(FIRM, OTHER))
                .all();
    }

    private ContractForm contract(
            int day,
            @Nullable String lateReason,
            String retention,
            @Nullable String retentionReason,
            ContractForm.BondType bond,
            int months) {
        return new ContractForm(
                ContractForm.Decision.SIGNED,
                "HT-1",
                "firm",
                null,
                award.awardDate().plusDays(day),
                lateReason,
                award.price(),
                180,
                "25",
                "10",
                "80",
                retention,
                retentionReason,
                months,
                bond,
                List.of(new ContractForm.WarrantyTerm(ContractForm.WarrantyItem.WATERPROOFING, 60)),
                List.of(UUID.randomUUID()),
                null);
    }

    private ContractForm signedWith(String office, String reason) {
        ContractForm form = contract(1, null, "3", null, ContractForm.BondType.GUARANTEE, 24);
        return new ContractForm(
                form.decision(),
                form.contractNo(),
                office,
                reason,
                form.signDate(),
                form.lateReason(),
                form.contractPrice(),
                form.duration(),
                form.labourRatio(),
                form.advancePct(),
                form.progressPct(),
                form.retentionPct(),
                form.retentionReason(),
                form.retentionMonths(),
                form.performanceBondType(),
                form.warrantyTerms(),
                form.contractDoc(),
                form.comment());
    }

    private static ContractForm withWarranty(ContractForm form, int months) {
        return new ContractForm(
                form.decision(),
                form.contractNo(),
                form.contractorOffice(),
                null,
                form.signDate(),
                null,
                form.contractPrice(),
                form.duration(),
                form.labourRatio(),
                form.advancePct(),
                form.progressPct(),
                form.retentionPct(),
                null,
                form.retentionMonths(),
                form.performanceBondType(),
                List.of(new ContractForm.WarrantyTerm(ContractForm.WarrantyItem.WATERPROOFING, months)),
                form.contractDoc(),
                null);
    }

    private static TenderLaw.Limit limit(String rule) {
        Map<String, Object> hit = LIMITS.single(Map.of("rule", rule));
        return new TenderLaw.Limit(((Number) hit.get("limit")).longValue(), (String) hit.get("basis"));
    }

    private static int months(ContractForm.WarrantyItem item) {
        return ((Number) WARRANTY.single(Map.of("item", item.name())).get("months")).intValue();
    }
}
