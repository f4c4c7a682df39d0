package org.jiugai.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Holds for every user task of every model: who may complete it, in whose name it is recorded, what happens when it is created. */
@Component
class TaskRules extends AbstractBpmnParseListener {
    private final ObjectProvider<ActingOffice> offices;
    private final ObjectProvider<TaskCreation> creations;
    private final ObjectProvider<TaskCompletion> completions;
    private final ApplicationEventPublisher events;

    TaskRules(
            ObjectProvider<ActingOffice> offices,
            ObjectProvider<TaskCreation> creations,
            ObjectProvider<TaskCompletion> completions,
            ApplicationEventPublisher events) {
        this.offices = offices;
        this.creations = creations;
        this.completions = completions;
        this.events = events;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addTaskListener(TaskListener.EVENTNAME_CREATE, created -> creations.forEach(c -> c.created(created)));
        task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, this::completed);
    }

    private void completed(DelegateTask task) {
        Authentication signedIn =
                Context.getProcessEngineConfiguration().getIdentityService().getCurrentAuthentication();
        if (signedIn == null || signedIn.getUserId() == null) {
            throw new RuleViolation("engine.notSignedIn", "请先登录再办理任务");
        }
        String person = signedIn.getUserId();
        Offer offer = Offer.of(task);
        offer.requireWorkBy(person, signedIn.getGroupIds() == null ? List.of() : signedIn.getGroupIds());
        Actor actor = offices.getObject().actingFor(person, offer.offices());
        completions.forEach(completion -> completion.completing(task, actor));
        Step.actsAs(task.getExecution(), actor);
        events.publishEvent(new TaskCompleted(task.getId(), person));
    }
}
