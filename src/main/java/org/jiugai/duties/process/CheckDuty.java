package org.jiugai.duties.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jiugai.duties.SeparationOfDuties;
import org.jiugai.engine.TaskCompletion;
import org.jiugai.kernel.Actor;
import org.springframework.stereotype.Component;

/** Whoever completes a task is checked against what he did before, and noted. */
@Component
class CheckDuty implements TaskCompletion {
    private final SeparationOfDuties duties;

    CheckDuty(SeparationOfDuties duties) {
        this.duties = duties;
    }

    @Override
    public void completing(DelegateTask task, Actor actor) {
        duties.complete(DutyOfTask.of(task), actor);
    }
}
