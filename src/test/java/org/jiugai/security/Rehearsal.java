package org.jiugai.security;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jiugai.engine.FormStep;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Submits a form as somebody, looks what comes of it, and takes it back: the case stays where it is, whatever was tried. */
final class Rehearsal {
    private final ApplicationContext beans;
    private final TransactionTemplate transaction;
    private final IdentityService identity;

    Rehearsal(ApplicationContext beans) {
        this.beans = beans;
        this.transaction = new TransactionTemplate(beans.getBean(PlatformTransactionManager.class));
        this.identity = beans.getBean(IdentityService.class);
    }

    /** What the submission throws; null when it would be accepted. */
    RuntimeException of(Task task, String person, Map<String, Object> fields) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            try {
                identity.setAuthentication(person, groups(person), counties(person));
                beans.getBean(FormService.class)
                        .submitTaskForm(
                                task.getId(),
                                Variables.putValueTyped(
                                        "submission", Variables.stringValue(Applications.text(fields), true)));
                beans.getBean(JdbcClient.class)
                        .sql("set constraints all immediate")
                        .update();
                return null;
            } catch (RuntimeException refused) {
                return refused;
            } finally {
                identity.clearAuthentication();
            }
        });
    }

    /** The command of the recording step behind the task. */
    Class<?> command(Task task) {
        UserTask node = beans.getBean(RepositoryService.class)
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        ServiceTask next = (ServiceTask) node.getOutgoing().iterator().next().getTarget();
        String bean = next.getCamundaDelegateExpression().replaceAll("[${}]", "");
        return ((FormStep<?>) beans.getBean(bean)).form();
    }

    private List<String> groups(String person) {
        return identity.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
    }

    private List<String> counties(String person) {
        return identity.createTenantQuery().userMember(person).includingGroupsOfUser(true).list().stream()
                .map(Tenant::getId)
                .toList();
    }
}
