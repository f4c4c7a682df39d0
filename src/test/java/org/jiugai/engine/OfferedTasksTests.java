package org.jiugai.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.StateConflict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who finds, reads, claims, releases and completes which task, with the doors of HTTP out of the way. */
@ProcessTest
class OfferedTasksTests {
    @Autowired
    private Scenario scenario;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private FilterService filters;

    @Autowired
    private HistoryService history;

    @Autowired
    private IdentityService identity;

    private CaseRun run;
    private String id;

    @BeforeEach
    void aTaskOfTheCommunity() {
        run = scenario.openCase("JINAN-2024");
        id = run.task("household-survey").getId();
    }

    private TaskQuery ofTheCase() {
        return tasks.createTaskQuery().processInstanceBusinessKey(run.caseNo());
    }

    @Test
    void aListHoldsTheTasksOfOnesOfficesForReadersThoseOfEveryOffice() {
        Map<Role, Integer> found = Map.of(
                Role.HOLDER,
                1,
                Role.APPROVER,
                0,
                Role.READER,
                1,
                Role.ADMINISTRATOR,
                1,
                Role.FOREIGN,
                0,
                Role.NOWHERE,
                0);
        found.forEach((role, number) -> {
            assertThat(role.asks(identity, () -> ofTheCase().count()))
                    .as("%s", role)
                    .isEqualTo(number.longValue());
            assertThat(role.asks(identity, () -> ofTheCase().list()))
                    .as("%s", role)
                    .hasSize(number);
            assertThat(role.asks(identity, () -> ofTheCase().listPage(0, 5)))
                    .as("%s", role)
                    .hasSize(number);
            assertThat(role.asks(
                            identity, () -> tasks.createTaskQuery().taskId(id).singleResult() == null))
                    .as("%s", role)
                    .isEqualTo(number == 0);
        });
    }

    @Test
    void noConditionWidensTheList() {
        for (Supplier<TaskQuery> wide : List.<Supplier<TaskQuery>>of(
                () -> ofTheCase().taskCandidateGroup("ja-com-yunlu"),
                () -> ofTheCase().taskCandidateUser("yunlu"),
                () -> ofTheCase().withCandidateGroups(),
                () -> ofTheCase()
                        .or()
                        .taskAssignee("gongan")
                        .taskCandidateGroup("ja-com-yunlu")
                        .endOr(),
                () -> ofTheCase().or().taskNameLike("%").taskUnassigned().endOr(),
                () -> ofTheCase().taskUnassigned())) {
            assertThat(Role.APPROVER.asks(identity, () -> wide.get().list())).isEmpty();
            assertThat(Role.APPROVER.asks(identity, () -> wide.get().count())).isZero();
        }
        assertThat(Role.HOLDER.asks(
                        identity,
                        () -> ofTheCase().taskCandidateGroup("ja-com-yunlu").count()))
                .isEqualTo(1);
    }

    @Test
    void aTaskOfTwoOfficesIsInTheListOnce() {
        tasks.addCandidateGroup(id, "ja-public-security");
        Role both = new Role("both", "x", List.of("ja-public-security", "ja-com-yunlu"), Role.HOLDER.counties());
        assertThat(both.asks(identity, () -> ofTheCase().list())).hasSize(1);
        assertThat(both.asks(identity, () -> ofTheCase().count())).isEqualTo(1);
        assertThat(Role.APPROVER.asks(identity, () -> ofTheCase().count())).isEqualTo(1);
    }

    @Test
    void aStoredFilterIsNoWayAround() {
        Filter everything = filters.newTaskFilter("全部");
        everything.setQuery(tasks.createTaskQuery());
        String filter = filters.saveFilter(everything).getId();
        try {
            scenario.jdbc
                    .sql(
                            """
                            insert into act_ru_authorization (id_, rev_, type_, user_id_, resource_type_, resource_id_, perms_)
                            values (?, 1, 0, '*', 5, ?, 2)""")
                    .params(filter, filter)
                    .update();
            assertThat(Role.APPROVER.asks(identity, () -> ids(filters.list(filter))))
                    .doesNotContain(id);
            assertThat(Role.FOREIGN.asks(identity, () -> ids(filters.list(filter))))
                    .doesNotContain(id);
            assertThat(Role.HOLDER.asks(identity, () -> ids(filters.list(filter))))
                    .contains(id);
            assertThat(Role.APPROVER.asks(identity, () -> filters.count(filter)))
                    .isLessThan(Role.READER.asks(identity, () -> filters.count(filter)));
        } finally {
            scenario.jdbc
                    .sql("delete from act_ru_authorization where id_ = ?")
                    .param(filter)
                    .update();
            filters.deleteFilter(filter);
        }
    }

    private static List<String> ids(List<?> found) {
        return found.stream().map(task -> ((Task) task).getId()).toList();
    }

    @Test
    @SuppressWarnings("deprecation")
    void whatBelongsToATaskIsReadByItsOfficeAndByReadersOnly() {
        tasks.createComment(id, null, "备注");
        String comment = tasks.getTaskComments(id).get(0).getId();
        List<Runnable> readings = List.of(
                () -> forms.getTaskFormData(id),
                () -> forms.getDeployedTaskForm(id),
                () -> forms.getTaskFormVariables(id),
                () -> tasks.getVariables(id),
                () -> tasks.getVariable(id, "caseId"),
                () -> tasks.getIdentityLinksForTask(id),
                () -> tasks.getTaskComments(id),
                () -> tasks.getTaskComment(id, comment),
                () -> tasks.getTaskEvents(id),
                () -> tasks.getTaskAttachments(id),
                () -> tasks.getTaskAttachment(id, "x"),
                () -> tasks.getTaskAttachmentContent(id, "x"));
        for (Runnable reading : readings) {
            Role.HOLDER.does(identity, reading);
            Role.READER.does(identity, reading);
            Role.ADMINISTRATOR.does(identity, reading);
            for (Role stranger : List.of(Role.APPROVER, Role.FOREIGN, Role.NOWHERE)) {
                assertThatThrownBy(() -> stranger.does(identity, reading))
                        .as("%s", stranger)
                        .isInstanceOf(org.camunda.bpm.engine.ProcessEngineException.class);
            }
            assertThatThrownBy(() -> Role.APPROVER.does(identity, reading))
                    .isInstanceOf(NotPermitted.class)
                    .hasMessageContaining("没有交给您所在的单位");
        }
    }

    @Test
    void theCommentsOfAnInstanceAreForReadersOfItsCounty() {
        String instance = run.task("household-survey").getProcessInstanceId();
        Role.READER.does(identity, () -> tasks.getProcessInstanceComments(instance));
        for (Role stranger : List.of(Role.HOLDER, Role.APPROVER, Role.FOREIGN)) {
            assertThatThrownBy(() -> stranger.does(identity, () -> tasks.getProcessInstanceComments(instance)))
                    .isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> stranger.does(identity, () -> tasks.getProcessInstanceAttachments(instance)))
                    .isInstanceOf(NotPermitted.class);
        }
    }

    @Test
    void onlyTheOfficeWorksOnItsTaskReadersAndAdministratorsDoNot() {
        for (Role other : List.of(Role.APPROVER, Role.READER, Role.ADMINISTRATOR, Role.FOREIGN, Role.NOWHERE)) {
            for (Runnable work : List.<Runnable>of(
                    () -> tasks.claim(id, other.person()),
                    () -> tasks.claim(id, null),
                    () -> tasks.complete(id),
                    () -> tasks.completeWithVariablesInReturn(id, Map.of(), false),
                    () -> forms.submitTaskForm(id, Map.of()))) {
                assertThatThrownBy(() -> other.does(identity, work))
                        .as("%s", other)
                        .isInstanceOf(org.camunda.bpm.engine.ProcessEngineException.class);
            }
        }
        assertThat(run.task("household-survey").getAssignee()).isNull();
    }

    @Test
    void aPersonClaimsForHimselfOnlyAndReleasesHisOwnClaimOnly() {
        Role colleague = new Role("colleague", "yunlu2", Role.HOLDER.groups(), Role.HOLDER.counties());
        refused(RuleViolation.class, () -> Role.HOLDER.does(identity, () -> tasks.claim(id, "yunlu2")));
        Role.HOLDER.does(identity, () -> tasks.claim(id, "yunlu"));
        refused(StateConflict.class, () -> colleague.does(identity, () -> tasks.claim(id, "yunlu2")));
        refused(StateConflict.class, () -> colleague.does(identity, () -> tasks.claim(id, null)));
        refused(StateConflict.class, () -> colleague.does(identity, () -> tasks.setAssignee(id, null)));
        refused(StateConflict.class, () -> colleague.does(identity, () -> tasks.complete(id)));
        refused(NotPermitted.class, () -> Role.ADMINISTRATOR.does(identity, () -> tasks.setAssignee(id, null)));
        assertThat(colleague.asks(identity, () -> ofTheCase().count())).isEqualTo(1);

        Role.HOLDER.does(identity, () -> tasks.setAssignee(id, null));
        assertThat(run.task("household-survey").getAssignee()).isNull();
        colleague.does(identity, () -> tasks.claim(id, "yunlu2"));
        assertThat(run.task("household-survey").getAssignee()).isEqualTo("yunlu2");
    }

    private static void refused(Class<?> by, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(by).hasMessageMatching("(?s).*\\p{IsHan}.*");
    }

    @Test
    void aCommentIsWrittenByTheOfficeAndNoLongerThanTheTableHolds() {
        Role.HOLDER.does(identity, () -> tasks.createComment(id, null, "一".repeat(4000)));
        assertThat(Role.HOLDER.asks(identity, () -> tasks.getTaskComments(id))).hasSize(1);
        assertThatThrownBy(() -> Role.HOLDER.does(identity, () -> tasks.createComment(id, null, "一".repeat(4001))))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("【备注】");
        refused(NotPermitted.class, () -> Role.APPROVER.does(identity, () -> tasks.createComment(id, null, "x")));
    }

    /** The history of the task is not that of its instance. */
    @Test
    void ofHistoryTheOfficeFindsItsOpenTaskAndNothingElse() {
        assertThat(Role.HOLDER.asks(identity, () -> history.createHistoricTaskInstanceQuery()
                        .taskId(id)
                        .count()))
                .isEqualTo(1);
        assertThat(Role.HOLDER.asks(identity, () -> history.createHistoricTaskInstanceQuery()
                        .count()))
                .isZero();
        Stream.of(Role.APPROVER, Role.FOREIGN, Role.NOWHERE)
                .forEach(other -> assertThat(other.asks(identity, () -> history.createHistoricTaskInstanceQuery()
                                .taskId(id)
                                .count()))
                        .as("%s", other)
                        .isZero());
    }
}
