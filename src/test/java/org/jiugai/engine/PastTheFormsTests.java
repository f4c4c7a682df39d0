package org.jiugai.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.AttachmentEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The engine itself refuses every change past the forms, to administrators as well, with the doors of HTTP out of the way. Each call is
 * one that would succeed if authorization were off.
 */
@ProcessTest
class PastTheFormsTests {
    private static final List<String> NOT_FOUND = List.of(
            "no authenticated tenant",
            "none of the authenticated tenants",
            "processInstanceIds is empty",
            "historicProcessInstances is empty",
            "authorization is null");

    @Autowired
    private Scenario scenario;

    @Autowired
    private ProcessEngine engine;

    private CaseRun run;
    private Task task;
    private String instance;
    private ProcessDefinition model;
    private Job job;
    private String decision;

    @BeforeEach
    void aCaseWithATaskAndATimer() {
        run = scenario.openCase("JINAN-2024").walkTo("publish-notice");
        run.agree("publish-notice");
        scenario.withCounty();
        job = engine.getManagementService().createJobQuery().timers().list().get(0);
        run = scenario.openCase("JINAN-2024");
        task = run.task("household-survey");
        instance = task.getProcessInstanceId();
        model = engine.getRepositoryService().getProcessDefinition(task.getProcessDefinitionId());
        decision = engine.getRepositoryService()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("tender-limits")
                .latestVersion()
                .singleResult()
                .getId();
    }

    @ParameterizedTest
    @MethodSource("org.jiugai.engine.Role#all")
    void nobodyChangesAnythingPastTheForms(Role role) {
        SoftAssertions all = new SoftAssertions();
        long grants =
                engine.getAuthorizationService().createAuthorizationQuery().count();
        calls().forEach((name, call) -> {
            Throwable thrown = role.asks(engine.getIdentityService(), () -> thrownBy(() -> call.accept(engine)));
            all.assertThat(isRefusal(thrown))
                    .as("%s by %s: %s", name, role, thrown)
                    .isTrue();
        });
        all.assertAll();
        assertThat(engine.getAuthorizationService().createAuthorizationQuery().count())
                .isEqualTo(grants);
        assertThat(run.task("household-survey").getId()).isEqualTo(task.getId());
        assertThat(run.task("household-survey").getAssignee()).isNull();
        assertThat(run.task("household-survey").getName()).isEqualTo(task.getName());
    }

    /** A permission that is missing, a service that changes nothing or is switched off, or a thing that the person cannot even find. */
    private static boolean isRefusal(Throwable thrown) {
        if (String.valueOf(thrown).contains("History cleanup is disabled")) return true;
        if (thrown instanceof AuthorizationException || thrown instanceof UnsupportedOperationException) return true;
        return thrown instanceof ProcessEngineException
                && NOT_FOUND.stream().anyMatch(String.valueOf(thrown.getMessage())::contains);
    }

    private static Throwable thrownBy(Runnable call) {
        try {
            call.run();
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private Map<String, Consumer<ProcessEngine>> calls() {
        Map<String, Consumer<ProcessEngine>> calls = new LinkedHashMap<>();
        models(calls);
        instances(calls);
        tasks(calls);
        jobs(calls);
        history(calls);
        filtersAndAccounts(calls);
        return calls;
    }

    private void models(Map<String, Consumer<ProcessEngine>> calls) {
        calls.put("deploy", e -> e.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "x.bpmn",
                        Bpmn.createExecutableProcess("x")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .endEvent()
                                .done())
                .deploy());
        calls.put("delete a deployment", e -> e.getRepositoryService().deleteDeployment(model.getDeploymentId(), true));
        calls.put("suspend a model", e -> e.getRepositoryService().suspendProcessDefinitionById(model.getId()));
        calls.put("suspend a model by key", e -> e.getRepositoryService()
                .suspendProcessDefinitionByKey(model.getKey(), true, null));
        calls.put("activate a model", e -> e.getRepositoryService().activateProcessDefinitionById(model.getId()));
        calls.put("delete a model", e -> e.getRepositoryService().deleteProcessDefinition(model.getId(), true));
        calls.put("keep history for less time", e -> e.getRepositoryService()
                .updateProcessDefinitionHistoryTimeToLive(model.getId(), 1));
        calls.put("evaluate a decision", e -> e.getDecisionService()
                .evaluateDecisionTableByKey("tender-limits", Map.of("rule", "x")));
    }

    private void instances(Map<String, Consumer<ProcessEngine>> calls) {
        calls.put("start", e -> e.getRuntimeService().startProcessInstanceByKey(model.getKey()));
        calls.put("start by id", e -> e.getRuntimeService().startProcessInstanceById(model.getId()));
        calls.put("submit a start form", e -> e.getFormService().submitStartForm(model.getId(), Map.of()));
        calls.put("delete an instance", e -> e.getRuntimeService().deleteProcessInstance(instance, "x"));
        calls.put("delete instances", e -> e.getRuntimeService().deleteProcessInstancesAsync(List.of(instance), "x"));
        calls.put("set a variable", e -> e.getRuntimeService().setVariable(instance, "surveyOutcome", "EXIT"));
        calls.put("set a local variable", e -> e.getRuntimeService()
                .setVariableLocal(task.getExecutionId(), "surveyOutcome", "EXIT"));
        calls.put("set variables", e -> e.getRuntimeService()
                .setVariablesAsync(List.of(instance), Map.of("surveyOutcome", "EXIT")));
        calls.put("remove a variable", e -> e.getRuntimeService().removeVariable(instance, "caseId"));
        calls.put("suspend an instance", e -> e.getRuntimeService().suspendProcessInstanceById(instance));
        calls.put("suspend instances", e -> e.getRuntimeService()
                .updateProcessInstanceSuspensionState()
                .byProcessInstanceIds(instance)
                .suspendAsync());
        calls.put("signal", e -> e.getRuntimeService().signal(task.getExecutionId()));
        calls.put("modify", e -> e.getRuntimeService()
                .createProcessInstanceModification(instance)
                .startBeforeActivity(task.getTaskDefinitionKey())
                .execute());
        calls.put("modify many", e -> e.getRuntimeService()
                .createModification(model.getId())
                .processInstanceIds(instance)
                .startBeforeActivity(task.getTaskDefinitionKey())
                .executeAsync());
        calls.put("migrate", e -> e.getRuntimeService()
                .newMigration(e.getRuntimeService()
                        .createMigrationPlan(model.getId(), model.getId())
                        .mapEqualActivities()
                        .build())
                .processInstanceIds(instance)
                .execute());
        calls.put("restart", e -> e.getRuntimeService()
                .restartProcessInstances(model.getId())
                .processInstanceIds(instance)
                .startBeforeActivity(task.getTaskDefinitionKey())
                .executeAsync());
        calls.put("correlate with all", e -> e.getRuntimeService()
                .createMessageCorrelationAsync("x")
                .processInstanceIds(List.of(instance))
                .correlateAllAsync());
    }

    private void tasks(Map<String, Consumer<ProcessEngine>> calls) {
        String id = task.getId();
        calls.put("make a task", e -> e.getTaskService()
                .saveTask(e.getTaskService().newTask()));
        calls.put("rename a task", e -> e.getTaskService().setName(id, "x"));
        calls.put("save a task", e -> {
            task.setDueDate(new Date(0));
            e.getTaskService().saveTask(task);
        });
        calls.put("describe a task", e -> e.getTaskService().setDescription(id, "${x}"));
        calls.put("move a due date", e -> e.getTaskService().setDueDate(id, new Date(0)));
        calls.put("move a follow-up date", e -> e.getTaskService().setFollowUpDate(id, new Date(0)));
        calls.put("set a priority", e -> e.getTaskService().setPriority(id, 1));
        calls.put("assign", e -> e.getTaskService().setAssignee(id, "gongan"));
        calls.put("own", e -> e.getTaskService().setOwner(id, "gongan"));
        calls.put("delegate", e -> e.getTaskService().delegateTask(id, "gongan"));
        calls.put("resolve", e -> e.getTaskService().resolveTask(id));
        calls.put("resolve with variables", e -> e.getTaskService().resolveTask(id, Map.of()));
        calls.put("offer to a person", e -> e.getTaskService().addCandidateUser(id, "gongan"));
        calls.put("offer to an office", e -> e.getTaskService().addCandidateGroup(id, "ja-public-security"));
        calls.put("take away from an office", e -> e.getTaskService().deleteCandidateGroup(id, "ja-com-yunlu"));
        calls.put("set a task's variable", e -> e.getTaskService().setVariable(id, "surveyOutcome", "EXIT"));
        calls.put("set a task's local variable", e -> e.getTaskService().setVariableLocal(id, "x", "y"));
        calls.put("remove a task's variable", e -> e.getTaskService().removeVariable(id, "caseId"));
        calls.put("throw an error", e -> e.getTaskService().handleBpmnError(id, "x"));
        calls.put("throw an error with variables", e -> e.getTaskService().handleBpmnError(id, "x", "y", Map.of()));
        calls.put("escalate", e -> e.getTaskService().handleEscalation(id, "x"));
        calls.put("attach a file", e -> e.getTaskService()
                .createAttachment("x", id, null, "x", "x", "http://example.org"));
        calls.put("attach a file's content", e -> e.getTaskService()
                .createAttachment("x", id, null, "x", "x", InputStream.nullInputStream()));
        calls.put("read any attachment", e -> e.getTaskService().getAttachment("x"));
        calls.put("read any attachment's content", e -> e.getTaskService().getAttachmentContent("x"));
        calls.put("change an attachment", e -> {
            AttachmentEntity attachment = new AttachmentEntity();
            attachment.setId("x");
            attachment.setTaskId(id);
            e.getTaskService().saveAttachment(attachment);
        });
        calls.put("delete any attachment", e -> e.getTaskService().deleteAttachment("x"));
        calls.put("delete a task's attachment", e -> e.getTaskService().deleteTaskAttachment(id, "x"));
        calls.put("delete a comment", e -> e.getTaskService().deleteTaskComment(id, "x"));
        calls.put("comment on an instance", e -> e.getTaskService().createComment(null, instance, "x"));
        calls.put("delete comments", e -> e.getTaskService().deleteTaskComments(id));
        calls.put("change a comment", e -> e.getTaskService().updateTaskComment(id, "x", "y"));
        calls.put("delete an instance's comments", e -> e.getTaskService().deleteProcessInstanceComments(instance));
    }

    private void jobs(Map<String, Consumer<ProcessEngine>> calls) {
        calls.put("execute a job", e -> e.getManagementService().executeJob(job.getId()));
        calls.put("set retries", e -> e.getManagementService().setJobRetries(job.getId(), 1));
        calls.put("set retries of many", e -> e.getManagementService().setJobRetriesAsync(List.of(job.getId()), 1));
        calls.put("set a timer", e -> e.getManagementService().setJobDuedate(job.getId(), new Date(0)));
        calls.put("delete a job", e -> e.getManagementService().deleteJob(job.getId()));
        calls.put("suspend a job", e -> e.getManagementService().suspendJobById(job.getId()));
        calls.put("set a job's priority", e -> e.getManagementService().setJobPriority(job.getId(), 1));
        calls.put("suspend a job definition", e -> e.getManagementService()
                .suspendJobDefinitionById(job.getJobDefinitionId()));
        calls.put("set a definition's priority", e -> e.getManagementService()
                .setOverridingJobPriorityForJobDefinition(job.getJobDefinitionId(), 1));
    }

    private void history(Map<String, Consumer<ProcessEngine>> calls) {
        calls.put("clean up", e -> e.getHistoryService().cleanUpHistoryAsync(true));
        calls.put("delete instances of history", e -> e.getHistoryService()
                .deleteHistoricProcessInstancesAsync(List.of(instance), "x"));
        calls.put("delete a task of history", e -> e.getHistoryService().deleteHistoricTaskInstance(task.getId()));
        calls.put("delete variables of history", e -> e.getHistoryService()
                .deleteHistoricVariableInstancesByProcessInstanceId(instance));
        calls.put("delete decisions of history", e -> e.getHistoryService()
                .deleteHistoricDecisionInstanceByDefinitionId(decision));
        calls.put("set a removal time", e -> e.getHistoryService()
                .setRemovalTimeToHistoricProcessInstances()
                .absoluteRemovalTime(new Date(0))
                .byIds(instance)
                .executeAsync());
    }

    private void filtersAndAccounts(Map<String, Consumer<ProcessEngine>> calls) {
        Filter filter = engine.getFilterService().createFilterQuery().list().get(0);
        Authorization grant = engine.getAuthorizationService()
                .createAuthorizationQuery()
                .list()
                .get(0);
        calls.put("make a filter", e -> e.getFilterService().newTaskFilter("x"));
        calls.put("change a filter", e -> e.getFilterService().saveFilter(filter));
        calls.put("delete a filter", e -> e.getFilterService().deleteFilter(filter.getId()));
        calls.put(
                "make a grant", e -> e.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT));
        calls.put("change a grant", e -> e.getAuthorizationService().saveAuthorization(grant));
        calls.put("delete a grant", e -> e.getAuthorizationService().deleteAuthorization(grant.getId()));
        calls.put("make an account", e -> e.getIdentityService()
                .saveUser(e.getIdentityService().newUser("x")));
        calls.put("delete an account", e -> e.getIdentityService().deleteUser("yunlu"));
        calls.put("make a group", e -> e.getIdentityService()
                .saveGroup(e.getIdentityService().newGroup("x")));
        calls.put("join a group", e -> e.getIdentityService().createMembership("gongan", Viewer.ADMINISTRATORS));
        calls.put("make a tenant", e -> e.getIdentityService()
                .saveTenant(e.getIdentityService().newTenant("x")));
        calls.put("join a tenant", e -> e.getIdentityService().createTenantUserMembership("341502", "gongan"));
    }
}
