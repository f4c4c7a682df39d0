package org.jiugai.engine;

import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * The grants say what kinds of things a person may do with the tasks of a process; this adds with which of them. The engine asks before
 * it shows a task, its form and variables, and before it lets a person claim, release or complete one.
 */
class OfferChecks extends AuthorizationCommandChecker {
    @Override
    public void checkReadTask(TaskEntity task) {
        super.checkReadTask(task);
        requireOpen(task);
    }

    @Override
    public void checkReadTaskVariable(TaskEntity task) {
        super.checkReadTaskVariable(task);
        requireOpen(task);
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        super.checkTaskWork(task);
        Viewer.of(Context.getCommandContext())
                .ifPresent(viewer -> Offer.of(task).requireWorkBy(viewer.person(), viewer.groups()));
    }

    private static void requireOpen(TaskEntity task) {
        Viewer.of(Context.getCommandContext())
                .filter(viewer -> !viewer.readsEveryOffice())
                .filter(viewer -> !Offer.of(task).isOpenTo(viewer.person(), viewer.groups()))
                .ifPresent(stranger -> {
                    throw NotPermitted.taskOfOthers();
                });
    }
}
