package org.jiugai.duties.process;

import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jiugai.duties.Duty;
import org.jiugai.engine.Step;

/** What a task asks of whom. */
final class DutyOfTask {
    private DutyOfTask() {}

    static Duty of(DelegateTask task) {
        return new Duty(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                task.getProcessInstanceId(),
                Step.CASE_ID.find(task),
                task.getCandidates().stream()
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }
}
