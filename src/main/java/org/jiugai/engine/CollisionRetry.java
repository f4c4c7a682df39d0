package org.jiugai.engine;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.StateConflict;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Two people complete tasks of one instance at the same moment: engine or database lets one win, the other is tried again. Notes a refusal with
 * the HTTP request, so that {@link EngineAnswers} can give its reason.
 */
class CollisionRetry extends CommandInterceptor {
    static final String REFUSAL = CollisionRetry.class.getName() + ".refusal";
    private static final int TRIES = 5;
    /** SQL states serialization_failure, deadlock_detected and unique_violation: tried again, the rule sees the other's row and says why. */
    private static final Set<String> ENDED_BY_DATABASE = Set.of("40001", "40P01", "23505");

    @Override
    public <T> T execute(Command<T> command) {
        boolean outermost =
                Context.getCommandContext() == null && !TransactionSynchronizationManager.isActualTransactionActive();
        for (int attempt = 1; ; attempt++) {
            try {
                return next.execute(command);
            } catch (RuntimeException e) {
                boolean collided = causes(e).anyMatch(CollisionRetry::isCollision);
                if (collided && outermost && attempt < TRIES) continue;
                if (collided && outermost) note(new StateConflict("engine.collision", "该任务正由他人同时办理，请稍候重试；已填写的内容不会丢失"));
                causes(e)
                        .filter(cause -> cause instanceof RuleViolation || cause instanceof AuthorizationException)
                        .findFirst()
                        .ifPresent(CollisionRetry::note);
                throw e;
            }
        }
    }

    /** The engine found another's change, or the database let another's go first. */
    private static boolean isCollision(Throwable thrown) {
        return thrown instanceof OptimisticLockingException
                || thrown instanceof SQLException sql && ENDED_BY_DATABASE.contains(String.valueOf(sql.getSQLState()));
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause);
    }

    private static void note(Throwable refusal) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) request.setAttribute(REFUSAL, refusal, RequestAttributes.SCOPE_REQUEST);
    }
}
