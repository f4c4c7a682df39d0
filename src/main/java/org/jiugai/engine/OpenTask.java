package org.jiugai.engine;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jiugai.kernel.RuleViolation;
import org.springframework.stereotype.Component;

/** An open task as one of its candidates sees it. */
@Component
public class OpenTask {
    private final ProcessEngineConfigurationImpl engine;
    private final IdentityService identity;

    OpenTask(ProcessEngineConfigurationImpl engine, IdentityService identity) {
        this.engine = engine;
        this.identity = identity;
    }

    /**
     * Reads from the task within one engine transaction.
     *
     * @throws RuleViolation when there is no such task for this person; the answer does not tell which
     */
    public <T> T read(String taskId, String personId, Function<DelegateTask, T> reading) {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            if (task == null || !Offer.of(task).isOpenTo(personId, groups(personId))) {
                throw new RuleViolation("inbox.noSuchTask", "没有这个任务，或它已由他人办结");
            }
            return reading.apply(task);
        });
    }

    /** The id of the task's form: its file's name. */
    public static String formOf(DelegateTask task) {
        String key = Objects.requireNonNullElse(
                task.getBpmnModelElementInstance().getCamundaFormKey(), task.getTaskDefinitionKey());
        return key.substring(key.lastIndexOf('/') + 1).replace(".html", "");
    }

    private List<String> groups(String personId) {
        return identity.createGroupQuery().groupMember(personId).list().stream()
                .map(Group::getId)
                .toList();
    }
}
