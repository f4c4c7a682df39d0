package org.jiugai.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.kernel.RuleViolation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** CVE-2026-109432 with the door of HTTP out of the way: the canary never sings. */
@ProcessTest
class QueryInjectionTests {
    private static final String ROW = "query-injection";

    @Autowired
    private Scenario scenario;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FilterService filters;

    @Autowired
    private IdentityService identity;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private ConfigurableApplicationContext context;

    private Canary canary;

    @BeforeEach
    void aCanary() {
        scenario.withCounty();
        canary = Canary.in(context.getBeanFactory());
    }

    @AfterEach
    void noSong() {
        scenario.jdbc.sql("delete from act_ru_filter where id_ = ?").param(ROW).update();
        assertThat(canary.songs()).isZero();
    }

    private TaskQuery nested() {
        return tasks.createTaskQuery()
                .or()
                .dueAfterExpression(Canary.EXPRESSION)
                .endOr();
    }

    @Test
    void aQueryIsNeverRunWithAnExpression() {
        refused(() -> nested().list());
        refused(() -> nested().count());
        refused(() -> nested().singleResult());
        refused(() -> nested().listPage(0, 1));
        refused(() -> Role.HOLDER.does(identity, () -> nested().list()));
        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .taskAssigneeExpression(Canary.EXPRESSION)
                        .list())
                .isInstanceOfAny(RuleViolation.class, org.camunda.bpm.engine.BadUserRequestException.class);
    }

    /** Nested, where the engine's own setting does not look. */
    @Test
    void aQueryThatSomebodyPutsTogetherCarriesNotEvenAnExpressionThatIsShipped() {
        refused(() -> tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression("${currentUser()}")
                .endOr()
                .list());
    }

    @Test
    void aQueryThatExtendsAStoredOneBringsNoExpressionIn() {
        String filter = shipped("我的任务");
        for (Runnable run : List.<Runnable>of(
                () -> filters.list(filter, nested()),
                () -> filters.listPage(filter, nested(), 0, 1),
                () -> filters.count(filter, nested()),
                () -> filters.singleResult(filter, nested()))) {
            refused(() -> Role.HOLDER.does(identity, run));
        }
    }

    @Test
    void aStoredQueryIsNotSavedWithAnExpressionThatIsNotShipped() {
        Filter filter = filters.newTaskFilter("x").setQuery(nested());
        refused(() -> filters.saveFilter(filter));
        Filter existing = filters.getFilter(shipped("我的任务")).setQuery(nested());
        refused(() -> filters.saveFilter(existing));
    }

    /** A row that somebody wrote past the engine. */
    @Test
    void aStoredQueryIsNotRunWithAnExpressionThatIsNotShipped() {
        for (String query : List.of(
                "{\"assigneeExpression\":\"" + Canary.EXPRESSION + "\"}",
                "{\"orQueries\":[{\"dueAfterExpression\":\"" + Canary.EXPRESSION + "\"}]}",
                "{\"orQueries\":[{\"assigneeExpression\":\"${currentUser()}\"},{\"dueBeforeExpression\":\""
                        + Canary.EXPRESSION + "\"}]}")) {
            scenario.jdbc
                    .sql("delete from act_ru_filter where id_ = ?")
                    .param(ROW)
                    .update();
            scenario.jdbc
                    .sql(
                            "insert into act_ru_filter (id_, rev_, resource_type_, name_, query_) values (?, 1, 'Task', 'x', ?)")
                    .params(ROW, query)
                    .update();
            refused(() -> filters.getFilter(ROW));
            refused(() -> filters.list(ROW));
            refused(() -> filters.listPage(ROW, 0, 1));
            refused(() -> filters.count(ROW));
            refused(() -> filters.singleResult(ROW));
            refused(() -> filters.list(ROW, tasks.createTaskQuery().taskName("x")));
            refused(() -> Role.ADMINISTRATOR.does(identity, () -> filters.list(ROW)));
        }
    }

    @Test
    void theEnginesOwnSettingForbidsExpressionsToo() {
        assertThat(engine.isEnableExpressionsInAdhocQueries()).isFalse();
    }

    @Test
    void theShippedListsRun() {
        for (String name : List.of("本单位待办", "我的任务", "三日内到期", "已逾期")) {
            Role.HOLDER.does(identity, () -> filters.count(shipped(name)));
            Role.HOLDER.does(identity, () -> filters.list(shipped(name)));
        }
    }

    private String shipped(String name) {
        return filters.createFilterQuery().filterName(name).singleResult().getId();
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .satisfiesAnyOf(
                        e -> assertThat(e).isInstanceOfSatisfying(RuleViolation.class, r -> assertThat(r.code())
                                .isEqualTo("engine.expressionRefused")),
                        e -> assertThat(e).isInstanceOf(org.camunda.bpm.engine.AuthorizationException.class));
    }
}
