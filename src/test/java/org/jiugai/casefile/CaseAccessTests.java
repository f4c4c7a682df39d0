package org.jiugai.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.SignedInClients.Client;
import org.jiugai.audit.AuditEntry;
import org.jiugai.audit.AuditTrail;
import org.jiugai.demonstration.DemonstrationCounty;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.organisation.Office;
import org.jiugai.organisation.OfficeAdministration;
import org.jiugai.organisation.OrganisationSetup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Who sees a case: authorities of its county, city offices that its policy names, firms that are party, guests to whom it is named. */
@ProcessTest
class CaseAccessTests {
    private static final Actor OFFICE = new Actor("jiugai", "周建国", "ja-renovation-office", "金安区旧改办");

    @Autowired
    Scenario scenario;

    @Autowired
    OrganisationSetup setup;

    @Autowired
    CaseParties parties;

    @Autowired
    CaseGuests guests;

    @Autowired
    OfficeAdministration offices;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    CaseManagement cases;

    @Autowired
    AuditTrail audit;

    @Autowired
    TaskService tasks;

    @Test
    void aFirmSeesTheCasesInWhichItIsPartyAndNoOthers() {
        CaseRun run = scenario.openCase("JINAN-2024");
        String document = run.upload();
        Client firm = scenario.signedIn("shigongb");
        assertSeesNothing(firm, run, document);

        cases.assignParty(run.caseId(), "contractor", "ja-contractor-b", Actor.SYSTEM);
        assertThat(firm.get("/cases/" + run.caseNo()).body()).contains(run.caseNo());
        assertThat(firm.get("/cases").body()).contains(run.caseNo());
        assertThat(firm.get("/documents/" + document).status()).isEqualTo(200);

        cases.assignParty(run.caseId(), "contractor", "ja-contractor-a", Actor.SYSTEM);
        assertSeesNothing(firm, run, document);
    }

    @Test
    void anOfficeOfTheCitySeesTheCasesWhosePolicyNamesIt() {
        CaseRun reviewedByTheCity = scenario.openCase("JINAN-2024");
        CaseRun reviewedHere = scenario.openCase("TOWN-LT");
        Client city = scenario.signedIn("shizhujian");
        assertThat(city.get("/cases/" + reviewedByTheCity.caseNo()).status()).isEqualTo(200);
        assertSeesNothing(city, reviewedHere, reviewedHere.upload());
        assertSeesNothing(scenario.signedIn("shijiugai"), reviewedByTheCity, reviewedByTheCity.upload());
    }

    @Test
    void anOfficeOfTheCityThatIsNamedInACaseSeesThatCaseOnly() {
        CaseRun named = scenario.openCase("TOWN-LT");
        CaseRun other = scenario.openCase("TOWN-LT");
        cases.assignParty(named.caseId(), "employer", "la-housing-bureau", Actor.SYSTEM);
        Client city = scenario.signedIn("shizhujian");
        assertThat(city.get("/cases/" + named.caseNo()).status()).isEqualTo(200);
        assertSeesNothing(city, other, other.upload());
    }

    @Test
    void aGuestReadsTheNamedCaseForItsPeriodAndEachReadingIsRecorded() {
        CaseRun run = scenario.openCase("JINAN-2024");
        CaseRun other = scenario.openCase("JINAN-2024");
        String document = run.upload();
        Client guest = scenario.signedIn("xuncha");
        assertSeesNothing(guest, run, document);

        LocalDate today = scenario.today();
        guests.grant(run.caseId(), "la-inspection", today, today.plusDays(7), "专项巡察", OFFICE);
        assertThat(guest.get("/cases/" + run.caseNo()).status()).isEqualTo(200);
        assertThat(guest.get("/documents/" + document).status()).isEqualTo(200);
        assertSeesNothing(guest, other, other.upload());
        assertThat(readings(run)).extracting(AuditEntry::details).contains("查阅案件页", "查阅案件文件");
        assertThat(readings(run)).extracting(AuditEntry::person).containsOnly("xuncha");

        String page = "/cases/" + run.caseNo();
        for (String path : List.of(
                page + "/findings/1",
                page + "/defects",
                page + "/parties",
                page + "/guests",
                page + "/guests/1/end",
                page + "/review/entered/1")) {
            assertThat(guest.postForm(path, Map.of("answer", "x", "reason", "x", "role", "designer"))
                            .status())
                    .as(path)
                    .isIn(403, 422);
        }
        assertThat(guest.get("/camunda/api/engine/engine/default/task").body()).isEqualTo("[]");

        scenario.at(today.plusDays(8));
        assertSeesNothing(guest, run, document);
        scenario.at(today);
        guests.end(run.caseId(), guests.of(run.caseId()).get(0).id(), OFFICE);
        assertSeesNothing(guest, run, document);
    }

    /** Issue 4: auditors have a role that reads all of it in their county and changes nothing. */
    @Test
    void anAuditorReadsTheCasesOfItsCountyAndChangesNothing() {
        CaseRun run = scenario.openCase("TOWN-LT");
        String page = "/cases/" + run.caseNo();
        Client auditor = scenario.signedIn("shenji");
        assertThat(auditor.get(page).body())
                .contains(run.caseNo(), "导出审计档案包")
                .doesNotContain("来访查阅", "指定参建单位", "name=\"answer\"");
        assertThat(auditor.get("/api/chronicle/cases/" + run.caseNo() + "/operations")
                        .status())
                .isEqualTo(200);
        for (String path : List.of(
                page + "/findings/1",
                page + "/defects",
                page + "/parties",
                page + "/guests",
                page + "/guests/1/end",
                page + "/review/entered/1")) {
            assertThat(auditor.postForm(path, Map.of("answer", "x", "reason", "x", "role", "designer"))
                            .status())
                    .as(path)
                    .isEqualTo(403);
        }
        String task = "/camunda/api/engine/engine/default/task/"
                + run.task("household-survey").getId();
        assertThat(auditor.get(task).status()).isEqualTo(200);
        assertThat(auditor.post(task + "/claim", Map.of("userId", "shenji")).status())
                .isEqualTo(403);
        assertThat(auditor.post(task + "/complete", Map.of()).status()).isEqualTo(403);
        assertThat(auditor.post(task + "/comment/create", Map.of("message", "x"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aGuestIsAdmittedByTheRenovationOfficeWithEveryFaultNamed() {
        CaseRun run = scenario.openCase("JINAN-2024");
        String page = "/cases/" + run.caseNo() + "/guests";
        assertThat(scenario.signedIn("gongan").get(page).status()).isEqualTo(403);
        Client office = scenario.signedIn("jiugai");
        Answer refused =
                office.postForm(page, Map.of("office", "ja-designer", "from", "2024-03-01", "until", "2024-02-01"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("【来访单位】").contains("【至】不得早于【自】").contains("【查阅事由】必填");
        Answer admitted = office.postForm(
                page, Map.of("office", "la-inspection", "from", "2024-01-02", "until", "2024-02-01", "purpose", "审计"));
        assertThat(admitted.status()).isEqualTo(302);
        assertThat(office.get(page).body()).contains("六安市巡察组").contains("审计");
    }

    @Test
    void aGuestReadsNothingBeforeTheFirstDay() {
        CaseRun run = scenario.openCase("JINAN-2024");
        LocalDate today = scenario.today();
        guests.grant(run.caseId(), "la-inspection", today.plusDays(1), today.plusDays(7), "专项巡察", OFFICE);
        Client guest = scenario.signedIn("xuncha");
        assertSeesNothing(guest, run, run.upload());
        scenario.at(today.plusDays(1));
        assertThat(guest.get("/cases/" + run.caseNo()).status()).isEqualTo(200);
        scenario.at(today);
    }

    @Test
    void anotherGuestOfTheSameDaysReadsNothing() {
        CaseRun run = scenario.openCase("JINAN-2024");
        setup.office(new Office("la-other-guest", "省审计组", "341500", Office.Kind.GUEST), Set.of(), Set.of());
        setup.person("la.ke", "柯敏", DemonstrationCounty.PASSWORD, Set.of("la-other-guest"));
        guests.grant(run.caseId(), "la-inspection", scenario.today(), scenario.today(), "专项巡察", OFFICE);
        assertSeesNothing(scenario.signedIn("la.ke"), run, run.upload());
    }

    @Test
    void aGuestOfAnotherCaseIsNotSentAwayThroughThisOne() {
        CaseRun run = scenario.openCase("JINAN-2024");
        CaseRun other = scenario.openCase("JINAN-2024");
        guests.grant(run.caseId(), "la-inspection", scenario.today(), scenario.today(), "专项巡察", OFFICE);
        guests.end(other.caseId(), guests.of(run.caseId()).get(0).id(), OFFICE);
        assertThat(guests.of(run.caseId()).get(0).validUntil()).isEqualTo(scenario.today());
    }

    @Test
    void aGuestIsAdmittedForAYearAtMost() {
        CaseRun run = scenario.openCase("JINAN-2024");
        LocalDate today = scenario.today();
        assertThatThrownBy(
                        () -> guests.grant(run.caseId(), "la-inspection", today, today.plusDays(367), "专项巡察", OFFICE))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("不得超过一年");
        guests.grant(run.caseId(), "la-inspection", today, today.plusDays(366), "专项巡察", OFFICE);
    }

    @Test
    void aTaskWithoutItsFirmGoesToTheRenovationOfficeWithTheReasonUntilTheFirmIsNamed() {
        CaseRun run = scenario.openCase("JINAN-2024", 1, Money.ofYuan("2000000.00"), Map.of("employer", "ja-employer"))
                .walkTo("condition-survey");
        Task task = run.task("condition-survey");
        assertThat(offered(task)).containsExactly("ja-renovation-office");
        assertThat(task.getDescription()).contains("勘察设计单位").contains("指定参建单位");
        assertThat(scenario.signedIn("sheji").get("/api/tasks/" + task.getId()).status())
                .isNotEqualTo(200);

        parties.name(run.caseId(), "designer", "ja-designer", OFFICE);
        Task after = run.task("condition-survey");
        assertThat(offered(after)).containsExactly("ja-designer");
        assertThat(String.valueOf(after.getDescription())).doesNotContain("指定参建单位");
        run.agree("condition-survey");
    }

    @Test
    void onlyFirmsOfTheCountyAreNamedAndContractorsComeWithTheirContract() {
        CaseRun run = scenario.openCase("JINAN-2024");
        assertThatThrownBy(() -> parties.name(run.caseId(), "contractor", "ja-contractor-a", OFFICE))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("由合同确定");
        assertThatThrownBy(() -> parties.name(run.caseId(), "designer", "ja-contractor-a", OFFICE))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("【单位】");
        Client office = scenario.signedIn("jiugai");
        String page = "/cases/" + run.caseNo() + "/parties";
        assertThat(office.get(page).body()).contains("招标代理机构").contains("安徽中诚招标代理有限公司");
        assertThat(office.postForm(page, Map.of("role", "test-lab", "office", "ja-test-lab"))
                        .status())
                .isEqualTo(302);
        assertThat(cases.party(run.caseId(), "test-lab")).contains("ja-test-lab");
        assertThat(audit.of("case:" + run.caseId(), 1)).singleElement().satisfies(entry -> assertThat(entry.details())
                .isEqualTo("检测机构：无 → ja-test-lab"));
        assertThat(scenario.signedIn("gongan")
                        .postForm(page, Map.of("role", "test-lab", "office", "ja-test-lab"))
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"sheji,", "jiugai, jiugai"})
    void whoHasClaimedATaskOfAnOfficeThatIsClosedKeepsItOnlyIfHeMayStillWorkOnIt(
            String worker, @Nullable String after) {
        Task task = scenario.openCase("JINAN-2024").walkTo("draft-plan").task("draft-plan");
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            tasks.setAssignee(task.getId(), worker);
            offices.close("admin", "ja-designer");
            assertThat(tasks.createTaskQuery()
                            .taskId(task.getId())
                            .singleResult()
                            .getAssignee())
                    .isEqualTo(after);
        });
    }

    @Test
    void theOpenTasksOfAnOfficeThatIsClosedGoToTheRenovationOfficeWithTheReason() {
        Task task = scenario.openCase("JINAN-2024").walkTo("draft-plan").task("draft-plan");
        assertThat(offered(task)).containsExactly("ja-designer");
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            offices.close("admin", "ja-designer");
            assertThat(offered(task)).containsExactly("ja-renovation-office");
            assertThat(tasks.createTaskQuery()
                            .taskId(task.getId())
                            .singleResult()
                            .getDescription())
                    .isEqualTo("“皖西建筑设计院有限公司”已停用或不再承担此职责，现由“金安区旧改办”办理。");
        });
    }

    @Test
    void theOpenTasksOfARoleGoToWhoeverHoldsItNow() {
        Task task = scenario.openCase("JINAN-2024").walkTo("budget-review").task("budget-review");
        assertThat(offered(task)).containsExactly("ja-finance-bureau");
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            offices.setRoles("admin", "ja-housing-bureau", List.of("housing-bureau", "finance-bureau"));
            offices.setRoles("admin", "ja-finance-bureau", List.of("statistics-clerk"));
            assertThat(offered(task)).containsExactly("ja-housing-bureau");
        });
    }

    private List<String> offered(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .toList();
    }

    private List<AuditEntry> readings(CaseRun run) {
        return audit.of("case:" + run.caseId(), 50).stream()
                .filter(entry -> entry.action().equals("casefile.readByGuest"))
                .toList();
    }

    private void assertSeesNothing(Client client, CaseRun run, String document) {
        assertThat(client.get("/cases").body()).doesNotContain(run.caseNo());
        assertThat(client.get("/cases/" + run.caseNo()).status()).isEqualTo(404);
        assertThat(client.get("/documents/" + document).status()).isEqualTo(404);
    }
}
