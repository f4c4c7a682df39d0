package org.jiugai.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.worktime.CalendarManagement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Opinions that are due in a year whose calendar is not published. */
@ProcessTest
class OpinionDatesTest {
    private static final Actor ADMINISTRATOR = new Actor("admin", "系统管理员", "ja-system-admin", "系统管理");
    private static final String FIRE = "ja-fire-rescue";
    private static final String PLANNING = "ja-natural-resources";
    private static final String POLICE = "ja-public-security";

    @Autowired
    private Scenario scenario;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identity;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private CaseManagement cases;

    @Autowired
    private ReviewManagement reviews;

    @Autowired
    private OpinionManagement opinions;

    @Autowired
    private CalendarManagement calendar;

    @AfterEach
    void unpublish() {
        scenario.jdbc.sql("delete from worktime_day").update();
        scenario.jdbc.sql("delete from worktime_year").update();
    }

    @Test
    void requestTaskAndTimerOfEachBodyThatHasNotAnsweredMoveWhenTheYearIsLoaded() {
        ReviewSteps review = opened();
        review.opine(PLANNING, review.opinion("AGREE"));
        Request before = request(review, FIRE);
        assertThat(before.dueOn()).isEqualTo("2027-01-04");
        assertThat(before.remindOn()).isEqualTo("2027-01-01");
        assertThat(before.escalateOn()).isEqualTo("2027-01-05");
        Task task = taskOf(review, FIRE);
        assertThat(task.getDueDate().toInstant()).isEqualTo(endOf("2027-01-04"));
        assertThat(timer(review, FIRE)).isEqualTo(Instant.parse("2027-01-04T16:00:00Z"));
        assertThat(noted("task:" + task.getId())).isOne();
        assertThat(noted("review-due_on:" + before.roundId())).isOne();

        load2027();

        Request moved = request(review, FIRE);
        assertThat(moved.dueOn()).isEqualTo("2027-01-06");
        assertThat(moved.remindOn()).isEqualTo("2027-01-05");
        assertThat(moved.escalateOn()).isEqualTo("2027-01-07");
        assertThat(taskOf(review, FIRE).getDueDate().toInstant()).isEqualTo(endOf("2027-01-06"));
        assertThat(timer(review, FIRE)).isEqualTo(Instant.parse("2027-01-06T16:00:00Z"));
        assertThat(timer(review, POLICE)).isEqualTo(Instant.parse("2027-01-06T16:00:00Z"));
        assertThat(request(review, PLANNING).dueOn()).as("already given").isEqualTo("2027-01-04");
        assertThat(noted("task:" + task.getId())).isZero();
        assertThat(noted("review-due_on:" + before.roundId())).isZero();

        review.run.advanceTo(LocalDate.of(2027, 1, 6));
        assertThat(review.shown(POLICE, 1)).isEqualTo("未出具");
        review.run.advanceTo(LocalDate.of(2027, 1, 7));
        assertThat(review.shown(POLICE, 1)).isEqualTo("同意（逾期默示）");
        assertThat(opinions.events(moved.id())).contains("已督办 2027-01-07");
    }

    @Test
    void aConcludedRoundWaitsForNoCalendar() {
        ReviewSteps review = opened();
        long round = request(review, FIRE).roundId();
        review.everybodyElseAgrees().conclude("PASSED");
        for (String date : List.of("due_on", "remind_on", "escalate_on")) {
            assertThat(noted("review-" + date + ":" + round)).as(date).isZero();
        }
    }

    private ReviewSteps opened() {
        org.jiugai.CaseRun run = scenario.openCase("TEST-SILENCE");
        scenario.at(LocalDate.of(2026, 12, 28));
        return new ReviewSteps(scenario, tasks, identity, cases, run).takeIn();
    }

    /** Invented: the notice for 2027 is not out. */
    private void load2027() {
        List<LocalDate> rest = Stream.concat(
                        LocalDate.of(2027, 1, 1).datesUntil(LocalDate.of(2027, 1, 5)),
                        LocalDate.of(2027, 10, 1).datesUntil(LocalDate.of(2027, 10, 8)))
                .toList();
        calendar.load(2027, rest, List.of(), "示例〔2026〕1号", ADMINISTRATOR);
    }

    private Request request(ReviewSteps review, String office) {
        List<Round> rounds = reviews.rounds(reviews.latest(review.run.caseId()).orElseThrow());
        return opinions.requests(rounds.get(rounds.size() - 1).id()).stream()
                .filter(r -> office.equals(r.office()))
                .findFirst()
                .orElseThrow();
    }

    private static Task taskOf(ReviewSteps review, String office) {
        return review.tasksOf(office, "userTask_giveOpinion").get(0);
    }

    private Instant timer(ReviewSteps review, String office) {
        long request = request(review, office).id();
        List<Instant> due =
                runtime.createProcessInstanceQuery().variableValueEquals("caseId", review.run.caseId()).list().stream()
                        .map(ProcessInstance::getId)
                        .flatMap(i -> management.createJobQuery().timers().processInstanceId(i).list().stream())
                        .filter(job -> Long.valueOf(request)
                                .equals(runtime.getVariable(job.getExecutionId(), "opinionRequestId")))
                        .map(Job::getDuedate)
                        .map(java.util.Date::toInstant)
                        .toList();
        assertThat(due).hasSize(1);
        return due.get(0);
    }

    private static Instant endOf(String day) {
        return CaseManagement.endOf(LocalDate.parse(day)).toInstant();
    }

    private long noted(String subject) {
        return scenario.jdbc
                .sql("select count(*) from provisional_date where subject = ?")
                .param(subject)
                .query(Long.class)
                .single();
    }
}
