package org.jiugai.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.organisation.OrganisationManagement;
import org.jiugai.worktime.CalendarManagement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class ProjectAdmissionTests {
    @Autowired
    Scenario scenario;

    @Autowired
    AdmissionManagement admission;

    @Autowired
    ProgrammeManagement programme;

    @Autowired
    OrganisationManagement organisation;

    @Autowired
    CaseManagement cases;

    @Autowired
    CalendarManagement calendar;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @BeforeEach
    void firstDay() {
        scenario.withCounty().at(Scenario.FIRST_DAY);
    }

    @Test
    void eligibleProjectBecomesACase() {
        ApplicationRun run = reviewed("JINAN-2024", Map.of(), ApplicationRun.review("ADMIT", "IMPLEMENT", null));
        run.assertEnded("endEvent_projectImplemented");
        ProjectApplication ended = admission.get(run.application.id());
        assertThat(ended.outcome()).isEqualTo(LibraryTier.IMPLEMENT);
        assertThat(cases.communities(ended.caseId())).hasSize(2);
        assertThat(cases.get(ended.caseId()).street()).isEqualTo("341502001");
        assertThat(cases.party(ended.caseId(), "employer")).contains("ja-employer");
        assertThat(cases.party(ended.caseId(), "designer")).contains("ja-designer");
        assertThat(programme.projectOf(ended.caseId()).orElseThrow().applicationNumber())
                .isEqualTo(ended.number());
    }

    @Test
    void projectForALaterYearIsPlannedOrReserved() {
        reviewed("JINAN-2024", Map.of(), ApplicationRun.review("ADMIT", "PLAN", null))
                .assertEnded("endEvent_projectPlanned");
        reviewed("JINAN-2024", Map.of(), ApplicationRun.review("ADMIT", "RESERVE", null))
                .assertEnded("endEvent_projectReserved");
    }

    /** 31 December 2026 is a Thursday; the notice for 2027 is invented. */
    @Test
    void dueDateInAYearWithoutCalendarMovesWhenTheYearIsLoaded() {
        scenario.at(LocalDate.of(2026, 12, 31));
        ApplicationRun run = applied("JINAN-2024", Map.of());
        LocalDate before = dueOn(run);
        assertThat(before.getYear()).isEqualTo(2027);
        try {
            List<LocalDate> rest = Stream.concat(
                            LocalDate.of(2027, 1, 1).datesUntil(LocalDate.of(2027, 1, 5)),
                            LocalDate.of(2027, 10, 1).datesUntil(LocalDate.of(2027, 10, 8)))
                    .toList();
            calendar.load(2027, rest, List.of(), "示例〔2026〕1号", Actor.SYSTEM);
            assertThat(dueOn(run)).isAfter(before);
            assertThat(scenario.jdbc
                            .sql("select count(*) from provisional_date where subject = ?")
                            .param("task:" + run.task("library-review").getId())
                            .query(Long.class)
                            .single())
                    .isZero();
        } finally {
            scenario.jdbc.sql("delete from worktime_day").update();
            scenario.jdbc.sql("delete from worktime_year").update();
        }
    }

    private static LocalDate dueOn(ApplicationRun run) {
        return run.task("library-review")
                .getDueDate()
                .toInstant()
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toLocalDate();
    }

    @Test
    void reviewRejectsOnlyWithAReason() {
        ApplicationRun run = applied("JINAN-2024", Map.of());
        Answer refused =
                run.trySubmit(ApplicationRun.OFFICE, "library-review", ApplicationRun.review("REJECT", null, null));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.names("comment")).isTrue();
        Map<String, Object> review = ApplicationRun.review("REJECT", null, null);
        review.put("comment", "资金未落实，下年再报");
        run.submit(ApplicationRun.OFFICE, "library-review", review);
        run.assertEnded("endEvent_projectRejected");
    }

    @Test
    void ineligibleProjectNeedsAReasonAndTheLeadingGroup() {
        ApplicationRun run = applied("TAIZHOU-2020", Map.of("problemCategories", List.of("ROAD")));
        assertThat(run.view(ApplicationRun.OFFICE, "library-review").body()).contains("最基础、最迫切的问题存在2项以上", "不符合");
        Answer refused = run.trySubmit(
                ApplicationRun.OFFICE, "library-review", ApplicationRun.review("ADMIT", "IMPLEMENT", null));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("【例外理由】有1项准入条件不符合");
        run.submit(ApplicationRun.OFFICE, "library-review", ApplicationRun.review("ADMIT", "IMPLEMENT", "连片改造需要"));
        assertThat(run.view(ApplicationRun.LEADERS, "override-admission").body())
                .contains("连片改造需要");
        Answer silent = run.trySubmit(
                ApplicationRun.LEADERS, "override-admission", Map.of("decision", "GRANT", "comment", " "));
        assertThat(silent.status()).isEqualTo(422);
        run.submit(ApplicationRun.LEADERS, "override-admission", Map.of("decision", "GRANT", "comment", "同意连片实施"));
        run.assertEnded("endEvent_projectImplemented");
    }

    @Test
    void exceptionThatTheLeadingGroupRefusesIsNotAdmitted() {
        ApplicationRun run = reviewed(
                "MANGSHI-2020",
                Map.of("fitForTotalRebuild", true),
                ApplicationRun.review("ADMIT", "RESERVE", "居民要求强烈"));
        run.submit(ApplicationRun.LEADERS, "override-admission", Map.of("decision", "REFUSE", "comment", "宜整体重建"));
        run.assertEnded("endEvent_projectRejected");
        assertThat(admission.get(run.application.id()).outcome()).isEqualTo(LibraryTier.REJECT);
    }

    @Test
    void otherPlanFoundInTheReviewMakesTheProjectIneligible() {
        ApplicationRun run = applied("JINAN-2024", Map.of());
        Map<String, Object> review = ApplicationRun.review("ADMIT", "IMPLEMENT", null);
        review.put("existingPlans", List.of("DEMOLITION"));
        Answer refused = run.trySubmit(ApplicationRun.OFFICE, "library-review", review);
        assertThat(refused.names("overrideReason")).isTrue();
    }

    @Test
    void applicantCompletesOnceAndIsNotAskedASecondTime() {
        ApplicationRun run = applied("JINAN-2024", Map.of());
        assertThat(run.view(ApplicationRun.OFFICE, "library-review").body()).contains("补正\"");
        Map<String, Object> supplement = ApplicationRun.review("SUPPLEMENT", null, null);
        assertThat(run.trySubmit(ApplicationRun.OFFICE, "library-review", supplement)
                        .names("missing"))
                .isTrue();
        supplement.put("missing", "补充居民意愿汇总");
        run.submit(ApplicationRun.OFFICE, "library-review", supplement);
        assertThat(run.view(ApplicationRun.STREET, "complete-library-application")
                        .body())
                .contains("补充居民意愿汇总", "8000.50");
        run.submit(ApplicationRun.STREET, "complete-library-application", ApplicationRun.entry());
        assertThat(run.view(ApplicationRun.OFFICE, "library-review").body()).doesNotContain("SUPPLEMENT");
        assertThat(run.trySubmit(ApplicationRun.OFFICE, "library-review", supplement)
                        .names("decision"))
                .isTrue();
        run.submit(ApplicationRun.OFFICE, "library-review", ApplicationRun.review("ADMIT", "RESERVE", null));
        run.assertEnded("endEvent_projectReserved");
    }

    @Test
    void sumsThatDoNotAddUpAreRefusedAllAtOnceAndTheTaskStays() {
        ApplicationRun run = begun("JINAN-2024");
        Map<String, Object> entry = ApplicationRun.entry();
        entry.put("households", 101);
        entry.put("floorArea", "8000.49");
        entry.put("estimatedInvestment", "2000000.01");
        entry.put("supportingHouseholds", 96);
        Answer refused = run.trySubmit(ApplicationRun.STREET, "apply-project", entry);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(List.of("households", "floorArea", "fundSources", "supportingHouseholds"))
                .allMatch(refused::names);
        run.submit(ApplicationRun.STREET, "apply-project", ApplicationRun.entry());
    }

    @Test
    void formOfAnApplicationHasAHeaderAndADueDateWithoutACase() {
        ApplicationRun run = begun("JINAN-2024");
        Answer view = run.view(ApplicationRun.STREET, "apply-project");
        assertThat(view.json().path("header").path("caseNo").asText()).isEqualTo(run.application.number());
        assertThat(view.json().path("header").path("county").asText()).isEqualTo("金安区");
        assertThat(view.json().path("header").path("dueDate").asText()).isEqualTo("2024-01-16");
    }

    @Test
    void onlyAStreetAppliesOnThePage() {
        Answer page = scenario.signedIn(ApplicationRun.STREET)
                .postForm("/programme/apply", Map.of("year", "2024", "policy", "JINAN-2024"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("SQ-341502-2024-");
        assertThat(scenario.signedIn(ApplicationRun.OFFICE)
                        .get("/programme/apply")
                        .status())
                .isEqualTo(403);
        Answer masked = scenario.signedIn(ApplicationRun.STREET)
                .postForm("/programme/apply", Map.of("year", "2024", "policy", "TEST-BLANK"));
        assertThat(masked.status()).isEqualTo(422);
    }

    private ApplicationRun begun(String policy) {
        ProjectApplication opened =
                admission.open("341502", "341502001", 2024, policy, organisation.actor(ApplicationRun.STREET));
        return new ApplicationRun(scenario, tasks, history, opened);
    }

    private ApplicationRun applied(String policy, Map<String, ?> changes) {
        ApplicationRun run = begun(policy);
        Map<String, Object> entry = new HashMap<>(ApplicationRun.entry());
        entry.putAll(changes);
        run.submit(ApplicationRun.STREET, "apply-project", entry);
        return run;
    }

    private ApplicationRun reviewed(String policy, Map<String, ?> changes, Map<String, ?> review) {
        ApplicationRun run = applied(policy, changes);
        run.submit(ApplicationRun.OFFICE, "library-review", review);
        return run;
    }
}
