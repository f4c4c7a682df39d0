package org.jiugai.engine;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/**
 * The typed name of a process variable: an id, or the answer to a gateway's question. Nothing else in the house reads or writes variables.
 *
 * @param <T> its type in Java
 */
public final class ProcessVariable<T> {
    private final String name;
    private final Class<?> type;

    private ProcessVariable(String name, Class<?> type) {
        this.name = name;
        this.type = type;
    }

    /** An id, or an amount in fen. */
    public static ProcessVariable<Long> ofLong(String name) {
        return new ProcessVariable<>(name, Long.class);
    }

    public static ProcessVariable<Integer> ofInteger(String name) {
        return new ProcessVariable<>(name, Integer.class);
    }

    /** The name of an enum constant or a code. */
    public static ProcessVariable<String> ofText(String name) {
        return new ProcessVariable<>(name, String.class);
    }

    public static ProcessVariable<Boolean> ofBoolean(String name) {
        return new ProcessVariable<>(name, Boolean.class);
    }

    public static ProcessVariable<Date> ofDate(String name) {
        return new ProcessVariable<>(name, Date.class);
    }

    /** Ids over which a multi-instance activity runs. */
    public static ProcessVariable<List<Long>> ofLongs(String name) {
        return new ProcessVariable<>(name, List.class);
    }

    /** What a decision table with hit policy Collect found. */
    public static ProcessVariable<List<String>> ofTexts(String name) {
        return new ProcessVariable<>(name, List.class);
    }

    public String name() {
        return name;
    }

    public T get(VariableScope scope) {
        return Objects.requireNonNull(find(scope), () -> "process variable missing: " + name);
    }

    @SuppressWarnings("unchecked")
    public @Nullable T find(VariableScope scope) {
        return (T) type.cast(scope.getVariable(name));
    }

    /** As an execution at rest sees it. */
    @SuppressWarnings("unchecked")
    T get(RuntimeService runtime, String executionId) {
        Object value = type.cast(runtime.getVariable(executionId, name));
        return (T) Objects.requireNonNull(value, () -> "process variable missing: " + name);
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }

    /** Sets the variable in this scope only: of one instance of a multi-instance activity, or of a sub-process. */
    public void setLocal(VariableScope scope, T value) {
        scope.setVariableLocal(name, value);
    }

    /** Lives until the transaction ends; never reaches the database. */
    void setTransient(VariableScope scope, T value) {
        scope.setVariable(name, Variables.untypedValue(value, true));
    }

    @Override
    public String toString() {
        return name;
    }
}
