package org.jiugai.chronicle;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.policy.Policy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By which versions of models and policy a case was handled. */
@Component
class UsedVersions {
    private final RepositoryService repository;
    private final CaseManagement cases;
    private final Migrations migrations;

    UsedVersions(RepositoryService repository, CaseManagement cases, Migrations migrations) {
        this.repository = repository;
        this.cases = cases;
        this.migrations = migrations;
    }

    record Versions(PolicyVersion policy, List<ModelVersion> models, List<Migrations.Migration> migrations) {}

    record PolicyVersion(String code, String name, int version, long versionId) {}

    /**
     * @param tag version tag of the model
     * @param deployedAt when this version was put into service
     * @param newest whether there is no later one today
     */
    record ModelVersion(
            String run,
            String process,
            String name,
            int version,
            String tag,
            String resource,
            @Nullable Instant deployedAt,
            boolean newest) {}

    Versions of(long caseId, List<HistoricProcessInstance> runs) {
        Policy policy = cases.policy(caseId);
        return new Versions(
                new PolicyVersion(policy.code(), policy.name(), policy.version(), policy.versionId()),
                runs.stream().map(this::model).toList(),
                runs.stream().flatMap(run -> migrations.of(run).stream()).toList());
    }

    private ModelVersion model(HistoricProcessInstance run) {
        ProcessDefinition definition = repository.getProcessDefinition(run.getProcessDefinitionId());
        Deployment deployment = repository
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult();
        ProcessDefinition latest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(definition.getKey())
                .latestVersion()
                .singleResult();
        return new ModelVersion(
                run.getId(),
                definition.getKey(),
                Objects.requireNonNullElse(definition.getName(), definition.getKey()),
                definition.getVersion(),
                Objects.requireNonNullElse(definition.getVersionTag(), ""),
                definition.getResourceName(),
                deployment == null ? null : deployment.getDeploymentTime().toInstant(),
                latest == null || latest.getVersion() == definition.getVersion());
    }
}
