package org.jiugai.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.jiugai.kernel.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.StaticApplicationContext;

/** Each guard against expressions in queries, alone. */
class QueryExpressionsTest {
    private static final String BAD = "${x.y()}";

    static Stream<TaskQueryImpl> queriesWithAnExpression() {
        TaskQueryImpl plain = new TaskQueryImpl();
        plain.taskAssigneeExpression(BAD);
        TaskQueryImpl nested = new TaskQueryImpl();
        nested.or().dueAfterExpression(BAD).endOr();
        TaskQueryImpl deep = new TaskQueryImpl();
        TaskQueryImpl between = new TaskQueryImpl();
        TaskQueryImpl inmost = new TaskQueryImpl();
        inmost.taskCandidateGroupInExpression(BAD);
        between.addOrQuery(inmost);
        deep.addOrQuery(between);
        FilterEntity row = new FilterEntity("Task");
        row.setQueryInternal("{\"orQueries\":[{\"followUpBeforeExpression\":\"" + BAD + "\"}]}");
        TaskQueryImpl stored = row.getQuery();
        return Stream.of(plain, nested, deep, stored);
    }

    @ParameterizedTest
    @MethodSource("queriesWithAnExpression")
    void theInterceptorRefusesAnyExpression(TaskQueryImpl query) {
        QueryGuard guard = new QueryGuard();
        guard.setNext(new CommandExecutor() {
            @Override
            public <T> T execute(Command<T> command) {
                throw new AssertionError("the query was run");
            }
        });
        assertRefused(() -> guard.execute(query));
    }

    @Test
    void theInterceptorRefusesTheShippedExpressionsTooAndLetsTheRestPass() {
        QueryGuard guard = new QueryGuard();
        guard.setNext(new CommandExecutor() {
            @Override
            public <T> T execute(Command<T> command) {
                return null;
            }
        });
        TaskQueryImpl shipped = new TaskQueryImpl();
        shipped.taskAssigneeExpression("${currentUser()}");
        assertRefused(() -> guard.execute(shipped));
        TaskQueryImpl without = new TaskQueryImpl();
        without.or().taskAssignee("x").taskName("y").endOr();
        assertThatCode(() -> guard.execute(without)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("queriesWithAnExpression")
    void aStoredQueryMayCarryShippedExpressionsOnly(TaskQueryImpl query) {
        FilterEntity filter = new FilterEntity("Task");
        filter.setQuery(query);
        assertRefused(() -> QueryExpressions.requireShipped(queryOf(filter)));
    }

    @Test
    void anExpressionIsShippedLetterByLetter() {
        for (String shipped : List.of("${currentUser()}", "${currentUserGroups()}", "${now()}")) {
            assertThat(QueryExpressions.isShipped(shipped)).isTrue();
            assertThat(QueryExpressions.isShipped(shipped + " ")).isFalse();
            assertThat(QueryExpressions.isShipped(shipped + BAD)).isFalse();
            assertThat(QueryExpressions.isShipped(shipped.replace('$', '#'))).isFalse();
        }
    }

    @Test
    void anExpressionThatIsNotShippedIsNotEvaluatedWithoutAnExecution() {
        ScopedExpressions expressions = new ScopedExpressions(new StaticApplicationContext(), null);
        assertRefused(() -> expressions.createExpression(BAD).getValue(null));
        assertRefused(() -> expressions.createExpression("a ${''.getClass()}").getValue(null));
        assertRefused(() -> expressions.createExpression("#{x.y()}").getValue(null));
    }

    private static AbstractQuery<?, ?> queryOf(FilterEntity filter) {
        return filter.getQuery();
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RuleViolation.class, e -> assertThat(e.code())
                .isEqualTo("engine.expressionRefused"));
    }
}
