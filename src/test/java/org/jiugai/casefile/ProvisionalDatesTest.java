package org.jiugai.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.SignedInClients.Client;
import org.jiugai.kernel.Actor;
import org.jiugai.notice.NoticeForms;
import org.jiugai.notice.NoticeManagement;
import org.jiugai.notice.PublicNotice;
import org.jiugai.warranty.DefectReport;
import org.jiugai.warranty.WarrantyManagement;
import org.jiugai.worktime.CalendarManagement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Dates in 2027, whose calendar is not published: provisional, marked, and moved when an administrator loads the year. */
@ProcessTest
class ProvisionalDatesTest {
    private static final Actor ADMINISTRATOR = new Actor("admin", "系统管理员", "ja-system-admin", "系统管理");
    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 28);

    @Autowired
    private Scenario scenario;

    @Autowired
    private CalendarManagement calendar;

    @Autowired
    private WarrantyManagement warranty;

    @Autowired
    private NoticeManagement notices;

    @Autowired
    private ManagementService management;

    /** The other tests find 2027 as it is in truth. */
    @AfterEach
    void unpublish() {
        scenario.jdbc.sql("delete from worktime_day").update();
        scenario.jdbc.sql("delete from worktime_year").update();
    }

    @Test
    void retentionEndInAYearWithoutCalendarMovesWithItsTimerWhenTheYearIsLoaded() {
        CaseRun run = scenario.openCase("JINAN-2024");
        accepted(run, LocalDate.of(2026, 10, 2));
        scenario.at(LocalDate.of(2026, 10, 9));
        String instance = run.startProcess("warranty", Map.of());

        assertThat(warranty.warrantyTerm(run.caseId()).retentionEnd()).isEqualTo("2027-10-04");
        assertThat(warranty.warrantyTerm(run.caseId()).provisional()).isTrue();
        assertThat(timer(instance).getDuedate().toInstant()).isEqualTo(Instant.parse("2027-10-03T16:00:00Z"));
        assertThat(noted("warranty:" + run.caseId())).isOne();

        load2027();

        assertThat(warranty.warrantyTerm(run.caseId()).retentionEnd()).isEqualTo("2027-10-08");
        assertThat(warranty.warrantyTerm(run.caseId()).provisional()).isFalse();
        assertThat(timer(instance).getDuedate().toInstant()).isEqualTo(Instant.parse("2027-10-07T16:00:00Z"));
        assertThat(noted("warranty:" + run.caseId())).isZero();

        run.advanceTo(LocalDate.of(2027, 10, 7));
        assertThat(run.openForms()).doesNotContain("release-retention");
        run.advanceTo(LocalDate.of(2027, 10, 8));
        assertThat(run.openForms()).contains("release-retention");
    }

    @Test
    void runningNoticeAndDueTaskMoveWhenTheYearIsLoaded() {
        CaseRun run = noticePosted();
        PublicNotice posted = notices.ofCase(run.caseId()).get(0);
        assertThat(posted.endDate()).isEqualTo("2027-01-04");
        assertThat(posted.provisional()).isTrue();

        load2027();

        PublicNotice moved = notices.ofCase(run.caseId()).get(0);
        assertThat(moved.endDate()).isEqualTo("2027-01-05");
        assertThat(moved.provisional()).isFalse();
        run.advanceTo(LocalDate.of(2027, 1, 5));
        assertThat(run.openForms()).doesNotContain("close-notice");
        run.advanceTo(LocalDate.of(2027, 1, 6));
        run.submit("close-notice", NoticeForms.closing(run, LocalDate.of(2027, 1, 5)));
    }

    @Test
    void dueDateOfATaskIsMarkedInTheFormAndOnTheCasePageUntilItIsCountedAgain() {
        CaseRun run = scenario.openCase("JINAN-2024");
        scenario.at(LocalDate.of(2026, 12, 31));
        startNotice(run);
        Task task = run.task("publish-notice");
        assertThat(due(run)).isEqualTo("2027-01-01");
        assertThat(run.view("publish-notice")
                        .json()
                        .path("header")
                        .path("dueProvisional")
                        .asBoolean())
                .isTrue();
        assertThat(casePage(run)).contains("暂定", "2027年放假安排尚未公布");

        load2027();

        assertThat(due(run)).isEqualTo("2027-01-05");
        assertThat(run.view("publish-notice")
                        .json()
                        .path("header")
                        .path("dueProvisional")
                        .asBoolean())
                .isFalse();
        assertThat(casePage(run)).doesNotContain("2027年放假安排尚未公布");
        assertThat(noted("task:" + task.getId())).isZero();
    }

    @Test
    void settlementReviewMovesWhenTheYearIsLoaded() {
        CaseRun run = scenario.openCase("TOWN-LT");
        scenario.at(LocalDate.of(2026, 12, 2));
        run.startProcess("settlement", Map.of());
        run.agree("submit-settlement", Map.of("submitted", "6000000.00"));
        Task review = run.task("review-settlement");
        assertThat(day(review)).isEqualTo("2027-01-01");
        assertThat(noted("task:" + review.getId())).isOne();

        load2027();

        assertThat(day(run.task("review-settlement"))).isEqualTo("2027-01-05");
        assertThat(noted("task:" + review.getId())).isZero();
    }

    @Test
    void repairAndItsTimerMoveWhenTheYearIsLoaded() {
        CaseRun run = scenario.openCase("JINAN-2024");
        accepted(run, LocalDate.of(2026, 10, 2));
        scenario.at(LocalDate.of(2026, 12, 25));
        run.startProcess("warranty", Map.of());
        long defect = warranty.report(
                run.caseId(),
                new DefectReport("楼道漏水", "1栋2单元", false, List.of()),
                new Actor("yunlu", "邹兰", "ja-com-yunlu", "云路社区居民委员会"));
        run.agree("dispatch-repair");
        Task repair = run.task("repair-defect");
        assertThat(day(repair)).isEqualTo("2027-01-01");
        assertThat(noted("defect-repair:" + defect)).isOne();

        load2027();

        assertThat(day(run.task("repair-defect"))).isEqualTo("2027-01-05");
        assertThat(timer(repair.getProcessInstanceId()).getDuedate())
                .isEqualTo(run.task("repair-defect").getDueDate());
        assertThat(noted("defect-repair:" + defect)).isZero();
        assertThat(noted("task:" + repair.getId())).isZero();
    }

    @Test
    void completedTaskIsNotRememberedAnyLonger() {
        CaseRun run = scenario.openCase("JINAN-2024");
        scenario.at(LocalDate.of(2026, 12, 31));
        startNotice(run);
        String subject = "task:" + run.task("publish-notice").getId();
        assertThat(noted(subject)).isOne();
        run.submit("publish-notice", NoticeForms.posting(run, LocalDate.of(2026, 12, 31)));
        assertThat(noted(subject)).isZero();
    }

    @Test
    void endOfAPublishedYearIsFinal() {
        CaseRun run = scenario.openCase("JINAN-2024");
        startNotice(run);
        assertThat(noted("task:" + run.task("publish-notice").getId())).isZero();
        assertThat(run.view("publish-notice")
                        .json()
                        .path("header")
                        .path("dueProvisional")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void administratorLoadsTheYearOnThePageAndSeesEveryFaultBesideWhatHeTyped() {
        Client administrator = scenario.signedIn("admin");
        Answer refused = administrator.postForm(
                "/worktime/calendar",
                Map.of("year", "2026", "document", "", "restDays", "2027-01-01", "makeUpDays", "2026-10-12"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "【年度】2026年的放假安排已经公布，不能重复载入",
                        "【文号】必须填写",
                        "以下日期不属于2026年：2027-01-01",
                        "【放假日】缺少元旦",
                        "以下日期不是周六或周日：2026-10-12")
                .contains(">2027-01-01</textarea>");

        Answer unreadable = administrator.postForm(
                "/worktime/calendar",
                Map.of("year", "2027", "document", "示例", "restDays", "2027-1-1", "makeUpDays", ""));
        assertThat(unreadable.status()).isEqualTo(422);
        assertThat(unreadable.body()).contains("【放假日】第1行“2027-1-1”不是有效的日期");

        Answer loaded = administrator.postForm(
                "/worktime/calendar",
                Map.of(
                        "year", "2027",
                        "document", "示例〔2026〕1号",
                        "restDays", "2027-01-01..2027-01-03\n2027-10-01..2027-10-07",
                        "makeUpDays", "2027-10-09"));
        assertThat(loaded.status()).isEqualTo(302);
        assertThat(administrator.get("/worktime/calendar").body())
                .contains("2027年放假安排已载入", "示例〔2026〕1号", "系统管理 系统管理员", "随系统提供")
                // 261 weekdays, less 1 January and five in October, and a Saturday made up
                .contains(">256<");
    }

    @Test
    void calendarPageIsForTheAdministratorOnly() {
        Client office = scenario.signedIn("jiugai");
        assertThat(office.get("/worktime/calendar").status()).isEqualTo(403);
        assertThat(office.postForm(
                                "/worktime/calendar",
                                Map.of("year", "2027", "document", "x", "restDays", "", "makeUpDays", ""))
                        .status())
                .isEqualTo(403);
        assertThat(office.get("/cases").body()).doesNotContain("/worktime/calendar");
        assertThat(scenario.signedIn("admin").get("/cases").body()).contains("/worktime/calendar");
    }

    private CaseRun noticePosted() {
        CaseRun run = scenario.openCase("JINAN-2024");
        scenario.at(MONDAY);
        startNotice(run);
        run.submit("publish-notice", NoticeForms.posting(run, MONDAY));
        return run;
    }

    private static void startNotice(CaseRun run) {
        run.startProcess(
                "public-notice", Map.of("communityId", run.communityIds().get(0), "noticeStage", "FIRST_DRAFT"));
    }

    /** Invented: the notice for 2027 is not out. */
    private void load2027() {
        List<LocalDate> rest = Stream.concat(
                        LocalDate.of(2027, 1, 1).datesUntil(LocalDate.of(2027, 1, 5)),
                        LocalDate.of(2027, 10, 1).datesUntil(LocalDate.of(2027, 10, 8)))
                .toList();
        calendar.load(2027, rest, List.of(), "示例〔2026〕1号", ADMINISTRATOR);
    }

    private void accepted(CaseRun run, LocalDate on) {
        long acceptance = scenario.jdbc
                .sql(
                        """
                        insert into final_acceptance (case_id, attempt, notify_date, acceptance_date, resident_reps,
                            actor_person, actor_office, happened_on, recorded_at)
                        values (?, 1, ?, ?, 3, 'jianshe', 'ja-employer', ?, now()) returning id""")
                .params(run.caseId(), on.minusDays(10), on, on)
                .query(Long.class)
                .single();
        scenario.jdbc
                .sql(
                        "insert into final_acceptance_outcome (acceptance_id, case_id, outcome, recorded_at) values (?, ?, 'PASSED', now())")
                .params(acceptance, run.caseId())
                .update();
    }

    private static String day(Task task) {
        return task.getDueDate()
                .toInstant()
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toLocalDate()
                .toString();
    }

    private Job timer(String instance) {
        return management.createJobQuery().timers().processInstanceId(instance).singleResult();
    }

    private String due(CaseRun run) {
        return run.view("publish-notice").json().path("header").path("dueDate").asText();
    }

    private String casePage(CaseRun run) {
        return scenario.signedIn("jiugai").get("/cases/" + run.caseNo()).body();
    }

    private long noted(String subject) {
        return scenario.jdbc
                .sql("select count(*) from provisional_date where subject = ?")
                .param(subject)
                .query(Long.class)
                .single();
    }
}
