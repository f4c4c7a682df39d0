package org.jiugai.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.StateConflict;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Two people complete tasks of one instance at the same moment: the engine lets one win, the other is tried again. Notes a refusal with
 * the HTTP request, so that {@link SubmissionFilter} can answer with its reason.
 */
class CollisionRetry extends CommandInterceptor {
    static final String REFUSAL = CollisionRetry.class.getName() + ".refusal";
    private static final int TRIES = 5;

    @Override
    public <T> T execute(Command<T> command) {
        boolean outermost =
                Context.getCommandContext() == null && !TransactionSynchronizationManager.isActualTransactionActive();
        for (int attempt = 1; ; attempt++) {
            try {
                return next.execute(command);
            } catch (OptimisticLockingException e) {
                if (!outermost) throw e;
                if (attempt == TRIES) {
                    note(new StateConflict("engine.collision", "该任务正由他人同时办理，请稍候重试；已填写的内容不会丢失"));
                    throw e;
                }
            } catch (RuntimeException e) {
                RuleViolation refusal = refusalIn(e);
                if (refusal != null) note(refusal);
                throw e;
            }
        }
    }

    private static @Nullable RuleViolation refusalIn(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof RuleViolation violation) return violation;
        }
        return null;
    }

    private static void note(RuleViolation refusal) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) request.setAttribute(REFUSAL, refusal, RequestAttributes.SCOPE_REQUEST);
    }
}
