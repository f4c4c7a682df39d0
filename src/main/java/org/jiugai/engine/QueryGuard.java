package org.jiugai.engine;

import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** A query that somebody puts together carries no expression. The engine's own setting looks at the outermost query only. */
class QueryGuard extends CommandInterceptor {
    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractQuery<?, ?> query) QueryExpressions.requireNone(query);
        return next.execute(command);
    }
}
