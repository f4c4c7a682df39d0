package org.jiugai.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jiugai.kernel.Actor;
import org.jspecify.annotations.Nullable;

/** One step of a process as a delegate sees it: which case, who acts, ids and answers. */
public final class Step {
    /** The case that every process instance of a case carries. */
    public static final ProcessVariable<Long> CASE_ID = ProcessVariable.ofLong("caseId");

    private static final ProcessVariable<String> ACTOR = ProcessVariable.ofText("actingPerson");
    private final DelegateExecution execution;

    private Step(DelegateExecution execution) {
        this.execution = execution;
    }

    public static Step of(DelegateExecution execution) {
        return new Step(execution);
    }

    public long caseId() {
        return CASE_ID.get(execution);
    }

    /** The business key: the case number, or the package number of a tender. */
    public String businessKey() {
        return execution.getProcessBusinessKey();
    }

    public <T> T get(ProcessVariable<T> variable) {
        return variable.get(execution);
    }

    public <T> @Nullable T find(ProcessVariable<T> variable) {
        return variable.find(execution);
    }

    public <T> void set(ProcessVariable<T> variable, T value) {
        variable.set(execution, value);
    }

    /** Sets the variable in the current scope only (one instance of a multi-instance activity, a sub-process). */
    public <T> void setLocal(ProcessVariable<T> variable, T value) {
        variable.setLocal(execution, value);
    }

    /** Who completed the task before this step, for which office; the system where no person did. */
    public Actor actor() {
        String json = ACTOR.find(execution);
        if (json == null) return Actor.SYSTEM;
        try {
            return Submission.JSON.readValue(json, Actor.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Makes this step collide with every other one that asks for the same in this instance at the same moment: the engine lets one win and
     * tries the other again, which then sees what the first one did. For steps that check and then wait, or change and then wake.
     */
    public void oneAtATime() {
        ((ExecutionEntity) execution.getProcessInstance()).forceUpdate();
    }

    static void actsAs(VariableScope scope, Actor actor) {
        try {
            ACTOR.setTransient(scope, Submission.JSON.writeValueAsString(actor));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
