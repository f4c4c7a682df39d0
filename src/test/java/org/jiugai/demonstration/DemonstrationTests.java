package org.jiugai.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Client;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.engine.DueTimers;
import org.jiugai.engine.DueTimers.Fired;
import org.jiugai.engine.OpenDueDates;
import org.junit.jupiter.api.Test;
import org.mockito.invocation.InvocationOnMock;
import org.springframework.beans.factory.annotation.Autowired;

/** The demonstration's clock and programme. */
@ProcessTest
class DemonstrationTests {
    @Autowired
    private Scenario scenario;

    @Autowired
    private DemonstrationProgramme programme;

    @Autowired
    private DemonstrationClock clock;

    @Autowired
    private CaseManagement cases;

    @Autowired
    private Clock travelling;

    @Autowired
    private OpenDueDates dueDates;

    @Autowired
    private RepositoryService models;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Test
    void theClockMovesApplicationAndEngineTogetherAndFiresWhatIsDue() {
        CaseRun run = scenario.openCase("JINAN-2024").walkTo("publish-notice");
        run.agree("publish-notice");
        LocalDate published = scenario.today();
        Client person = scenario.signedIn("jiugai");
        assertThat(person.get("/demonstration/clock").body()).contains("当前时间", "下一个期限");

        assertThat(person.postForm("/demonstration/clock/forward", Map.of("days", "1"))
                        .status())
                .isEqualTo(302);
        assertThat(person.get("/demonstration/clock").body()).contains("时钟已前进");
        assertThat(scenario.today()).isEqualTo(published.plusDays(1));
        assertThat(run.tasks("close-notice")).isEmpty();

        assertThat(person.postForm("/demonstration/clock/forward", Map.of("days", "14"))
                        .status())
                .isEqualTo(302);
        assertThat(person.get("/demonstration/clock").body()).contains("时钟已前进");
        assertThat(run.tasks("close-notice")).hasSize(1);
        assertThat(scenario.today()).isEqualTo(published.plusDays(15));
        assertThat(scenario.jdbc
                        .sql("select count(*) from demonstration_clock")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void theClockOnlyGoesForwardAndNotTooFar() {
        scenario.at(Scenario.FIRST_DAY);
        Client person = scenario.signedIn("lingdao");
        for (String days : List.of("0", "-5", "801")) {
            person.postForm("/demonstration/clock/forward", Map.of("days", days));
            assertThat(person.get("/demonstration/clock").body()).contains("【天数】应在1至800之间");
        }
        assertThat(clock.now().toLocalDate()).isEqualTo(Scenario.FIRST_DAY);
    }

    @Test
    void anImportedCaseOfThreeCommunitiesAndTwoCommitteesGoesToItsEnd() {
        scenario.at(Scenario.FIRST_DAY);
        scenario.withCounty();
        programme.load();
        long caseId = scenario.jdbc
                .sql("select id from renovation_case where name = '中市A片区' and programme_year = 2024")
                .query(Long.class)
                .single();
        CaseRun run = scenario.follow(cases.get(caseId)).walkTo("the end");

        run.assertEnded("endEvent_caseArchived");
        assertThat(cases.get(caseId).outcome()).isEqualTo("归档办结");
        assertThat(run.doneBy()).contains("publish-notice:yunlu", "publish-notice:gulou", "hold-council:gulou");
    }

    @Test
    void twoPeopleWhoMoveTheClockAtOnceMoveItTwice() throws Exception {
        scenario.at(Scenario.FIRST_DAY);
        DemonstrationClock quiet = clockOver(mock(DueTimers.class, call -> answer(call, Optional.empty())));
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            Future<Fired> one = people.submit(() -> quiet.forward(3));
            Future<Fired> other = people.submit(() -> quiet.forward(4));
            one.get(30, TimeUnit.SECONDS);
            other.get(30, TimeUnit.SECONDS);
        } finally {
            people.shutdownNow();
        }
        assertThat(scenario.today()).isEqualTo(Scenario.FIRST_DAY.plusDays(7));
    }

    @Test
    void aTimerThatTheJobExecutorTookDoesNotLetTheClockJumpOverTheNextOne() {
        scenario.at(Scenario.FIRST_DAY);
        ZonedDateTime start = clock.now();
        List<Instant> timers =
                List.of(start.plusHours(30).toInstant(), start.plusHours(50).toInstant());
        List<Instant> looked = new ArrayList<>();
        DemonstrationClock raced = clockOver(mock(DueTimers.class, call -> {
            if (call.getMethod().getName().equals("fire"))
                looked.add(clock.now().toInstant());
            return answer(
                    call,
                    timers.stream()
                            .filter(t -> t.isAfter(clock.now().toInstant()))
                            .findFirst());
        }));

        assertThat(raced.forward(4).timers()).isZero();
        for (Instant timer : timers) {
            assertThat(looked).anySatisfy(at -> assertThat(at).isBetween(timer, timer.plusSeconds(30)));
        }
        assertThat(scenario.today()).isEqualTo(Scenario.FIRST_DAY.plusDays(4));
    }

    @Test
    void aTimerThatFailsIsNamedAndTheClockStopsAtItUntilItsRetriesAreUsed() {
        scenario.at(Scenario.FIRST_DAY);
        Client person = scenario.signedIn("zhujian");
        String deployment = models.createDeployment()
                .addModelInstance(
                        "failing-timer.bpmn",
                        Bpmn.createExecutableProcess("failing-timer")
                                .name("失败的流程")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .intermediateCatchEvent("event_hourOver")
                                .name("满一小时")
                                .timerWithDuration("PT1H")
                                .serviceTask("serviceTask_fail")
                                .camundaExpression("${noSuchBean.fail()}")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        try {
            runtime.startProcessInstanceByKey("failing-timer");
            for (int tries = 0; tries < 3; tries++) {
                assertThat(person.postForm("/demonstration/clock/forward", Map.of("days", "1"))
                                .status())
                        .isEqualTo(302);
                assertThat(person.get("/demonstration/clock").body())
                        .contains("定时事项未能触发：失败的流程（failing-timer）的“满一小时”（event_hourOver）");
                assertThat(scenario.today()).isEqualTo(Scenario.FIRST_DAY);
            }
            assertThat(clock.forward(1).isComplete()).isTrue();
            assertThat(scenario.today()).isEqualTo(Scenario.FIRST_DAY.plusDays(1));
        } finally {
            models.deleteDeployment(deployment, true);
        }
    }

    @Test
    void theNextTimeLimitMayBeThatOfAnOpenTask() {
        scenario.at(Scenario.FIRST_DAY);
        ZonedDateTime due = clock.now().plusMinutes(5).truncatedTo(ChronoUnit.SECONDS);
        Task task = tasks.newTask();
        task.setDueDate(Date.from(due.toInstant()));
        tasks.saveTask(task);
        try {
            assertThat(clock.nextDue()).contains(due);
            Client person = scenario.signedIn("jianshe");
            assertThat(person.get("/demonstration/clock").body())
                    .contains("前进到下一个期限")
                    .doesNotContain("disabled");
            assertThat(person.postForm("/demonstration/clock/next", Map.of()).status())
                    .isEqualTo(302);
            assertThat(person.get("/demonstration/clock").body()).contains("时钟已前进");
            assertThat(clock.now()).isBetween(due, due.plusMinutes(2));
        } finally {
            tasks.deleteTask(task.getId(), true);
        }
    }

    @Test
    void bodiesThatHaveNotAnsweredAreRemindedOnTheDayAsSoonAsTheClockPassesIt() {
        scenario.openCase("JINAN-2024").walkTo("department-opinion");
        long request = scenario.jdbc
                .sql("select max(id) from review_request")
                .query(Long.class)
                .single();
        LocalDate remindOn = scenario.jdbc
                .sql("select remind_on from review_request where id = ?")
                .param(request)
                .query(LocalDate.class)
                .single();
        long days = ChronoUnit.DAYS.between(scenario.today(), remindOn);
        assertThat(days).isPositive();

        clock.forward((int) days + 1);
        assertThat(scenario.jdbc
                        .sql("select happened_on from review_request_event where request_id = ? and kind = 'REMINDED'")
                        .param(request)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(remindOn);
    }

    private DemonstrationClock clockOver(DueTimers timers) {
        return new DemonstrationClock(travelling, scenario.jdbc, timers, dueDates, event -> {});
    }

    private static Object answer(InvocationOnMock call, Optional<Instant> next) {
        return call.getMethod().getName().equals("fire") ? new Fired(0, List.of()) : next;
    }

    @Test
    void theProgrammeOf2024IsImportedOnceWithItsRealTotals() {
        scenario.at(Scenario.FIRST_DAY);
        scenario.withCounty();
        programme.load();
        programme.load();
        Map<String, Object> totals = scenario.jdbc
                .sql(
                        """
                        select count(distinct c.id) as projects, count(*) as communities, sum(m.households) as households,
                               sum(m.buildings) as buildings, sum(m.area_hundredths) as area
                        from renovation_case c join case_community m on m.case_id = c.id and c.programme_year = 2024
                        where c.name in ('中市A片区', '中市B片区', '东市A片区', '东市B片区', '望城A片区', '望城B片区')""")
                .query()
                .singleRow();
        assertThat(totals.toString())
                .isEqualTo("{projects=6, communities=12, households=2091, buildings=80, area=20280000}");
        assertThat(scenario.jdbc
                        .sql(
                                "select sum(investment_fen) from renovation_case where programme_year = 2024 and name like '___片区'")
                        .query(Long.class)
                        .single())
                .isEqualTo(5_275_000_000L);
    }
}
