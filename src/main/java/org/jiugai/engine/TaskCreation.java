package org.jiugai.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;

/** Called for every user task that comes into being. */
public interface TaskCreation {
    void created(DelegateTask task);
}
