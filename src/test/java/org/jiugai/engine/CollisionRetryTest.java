package org.jiugai.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.StateConflict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class CollisionRetryTest {
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final CollisionRetry retry = new CollisionRetry();
    private int tries;

    @BeforeEach
    void inARequest() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    @AfterEach
    void afterIt() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void anotherHandsChangeIsTriedAgain() {
        assertThat(failing(2, new OptimisticLockingException("changed"))).isEqualTo("done");
        assertThat(tries).isEqualTo(3);
        assertThat(request.getAttribute(CollisionRetry.REFUSAL)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"40P01", "40001", "23505"})
    void whatTheDatabaseEndedForAnothersSakeIsTriedAgain(String state) {
        assertThat(failing(1, new CannotAcquireLockException("deadlock", new SQLException("deadlock detected", state))))
                .isEqualTo("done");
        assertThat(failing(1, new ProcessEngineException("flush", new SQLException("deadlock detected", state))))
                .isEqualTo("done");
    }

    @Test
    void afterFiveTriesTheClerkReadsThatSomebodyElseIsAtIt() {
        assertThatThrownBy(() -> failing(5, new OptimisticLockingException("changed")))
                .isInstanceOf(OptimisticLockingException.class);
        assertThat(tries).isEqualTo(5);
        assertThat(request.getAttribute(CollisionRetry.REFUSAL)).isInstanceOf(StateConflict.class);
    }

    @Test
    void aRefusalAndAnythingBrokenAreNotTriedAgain() {
        RuleViolation refused = new RuleViolation("a.b", "不行");
        assertThatThrownBy(() -> failing(1, new ProcessEngineException("delegate", refused)))
                .isInstanceOf(ProcessEngineException.class);
        assertThat(request.getAttribute(CollisionRetry.REFUSAL)).isSameAs(refused);
        assertThat(tries).isEqualTo(1);
        assertThatThrownBy(
                        () -> failing(1, new ProcessEngineException("broken", new SQLException("disk full", "53100"))))
                .isInstanceOf(ProcessEngineException.class);
        assertThat(tries).isEqualTo(1);
    }

    private String failing(int times, RuntimeException failure) {
        tries = 0;
        retry.setNext(new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                if (++tries <= times) throw failure;
                return command.execute(null);
            }
        });
        return retry.execute(context -> "done");
    }
}
