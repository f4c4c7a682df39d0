package org.jiugai.casefile.process;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jiugai.casefile.PartyNamed;
import org.jiugai.engine.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A firm was named: the open tasks of its role go to it, from the renovation office that stood in or from the firm before it. */
@Component
class OfferToParty {
    private final TaskService tasks;
    private final RepositoryService repository;

    OfferToParty(TaskService tasks, RepositoryService repository) {
        this.tasks = tasks;
        this.repository = repository;
    }

    @EventListener
    void on(PartyNamed named) {
        tasks.createTaskQuery().processVariableValueEquals(Step.CASE_ID.name(), named.caseId()).list().stream()
                .filter(task -> isFor(task, named.role()))
                .forEach(task -> offer(task, named.office()));
    }

    private boolean isFor(Task task, String role) {
        return OfferedRole.in(model(task).getCamundaCandidateGroups())
                .filter(offered -> offered.role().equals(role))
                .isPresent();
    }

    private UserTask model(Task task) {
        return repository
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
    }

    /** What the model says of the task, which the note about the missing firm had replaced. */
    private @Nullable String description(Task task) {
        return model(task).getDocumentations().stream()
                .map(Documentation::getTextContent)
                .findFirst()
                .orElse(null);
    }

    private void offer(Task task, String office) {
        List<String> before = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
        if (before.equals(List.of(office))) return;
        before.forEach(other -> tasks.deleteCandidateGroup(task.getId(), other));
        tasks.addCandidateGroup(task.getId(), office);
        if (task.getAssignee() != null) tasks.setAssignee(task.getId(), null);
        tasks.setDescription(task.getId(), description(task));
    }
}
