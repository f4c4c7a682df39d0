package org.jiugai.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * The recording step after a user task: what the form sent becomes a typed command and then a fact. Runs in the transaction that
 * completes the task, so a refusal gives the task back to its clerk with the reason.
 *
 * @param <C> the form's command, a record whose components are the form's fields
 */
public interface FormStep<C> extends JavaDelegate {
    /** The record that the form submits. */
    Class<C> form();

    /**
     * Records what was entered: ids from the step, one facade call, answers back to the step.
     *
     * @throws org.jiugai.kernel.RuleViolation when a rule refuses it
     */
    void record(C form, Step step);

    @Override
    default void execute(DelegateExecution execution) {
        record(Submission.read(Submission.TEXT.find(execution), form()), Step.of(execution));
    }
}
