package org.jiugai.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** One of the engine's own parts, replaced by ours for every command. */
record Replacement<S extends Session>(Class<S> part, Supplier<? extends S> ours) implements SessionFactory {
    @Override
    public Class<?> getSessionType() {
        return part;
    }

    @Override
    public Session openSession() {
        return ours.get();
    }
}
