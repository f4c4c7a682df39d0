package org.jiugai.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jiugai.kernel.Actor;

/** Called for every user task that somebody completes, before anything is recorded. */
public interface TaskCompletion {
    /** @throws org.jiugai.kernel.RuleViolation when this person may not complete it: the task stays as it is */
    void completing(DelegateTask task, Actor actor);
}
