package org.jiugai.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A service task: ids from the step, one facade call, answers back to the step. */
public interface ServiceStep extends JavaDelegate {
    void perform(Step step);

    @Override
    default void execute(DelegateExecution execution) {
        perform(Step.of(execution));
    }
}
