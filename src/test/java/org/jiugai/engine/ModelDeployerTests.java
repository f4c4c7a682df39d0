package org.jiugai.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jiugai.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What starting again does to the models. */
@ProcessTest
class ModelDeployerTests {
    @Autowired
    private ModelDeployer deployer;

    @Autowired
    private RepositoryService repository;

    @Test
    void aSecondStartWithTheSameFilesMakesNoNewVersions() {
        Map<String, Integer> before = versions();
        deployer.afterPropertiesSet();
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void everyProcessIsDeployedUnderAStableNameWithItsFormsInOneDeployment() {
        assertThat(repository.createProcessDefinitionQuery().latestVersion().list())
                .isNotEmpty()
                .allSatisfy(
                        p -> assertThat(p.getResourceName()).startsWith("bpmn/").endsWith("/" + p.getKey() + ".bpmn"));
        String deployment = latest("joint-review").getDeploymentId();
        assertThat(repository.getDeploymentResourceNames(deployment)).contains("forms/review/department-opinion.html");
    }

    @Test
    void theShippedModelIsNeverPutAboveOneThatAProcessOwnerReleased() throws IOException {
        ProcessDefinition shipped = latest("stewardship");
        byte[] released = new String(content(shipped), StandardCharsets.UTF_8)
                .replace("name=\"落实长效管理\"", "name=\"落实长效管理（本区修订）\"")
                .replace("</bpmn:definitions>", "<!-- released --></bpmn:definitions>")
                .getBytes(StandardCharsets.UTF_8);
        repository
                .createDeployment()
                .name("released by the process owner")
                .addInputStream("stewardship.bpmn", new ByteArrayInputStream(released))
                .deploy();
        try {
            deployer.afterPropertiesSet();
            assertThat(content(latest("stewardship"))).isEqualTo(released);
            deployer.afterPropertiesSet();
            assertThat(content(latest("stewardship")))
                    .as("and again at the next start")
                    .isEqualTo(released);
            assertThat(repository.getDeploymentResourceNames(
                            latest("stewardship").getDeploymentId()))
                    .as("with its forms")
                    .contains("forms/stewardship/management-mode.html");
        } finally {
            repository.createDeploymentQuery().list().stream()
                    .filter(d -> !d.getId().equals(shipped.getDeploymentId()))
                    .filter(d -> repository
                                    .createProcessDefinitionQuery()
                                    .deploymentId(d.getId())
                                    .processDefinitionKey("stewardship")
                                    .processDefinitionResourceNameLike("%stewardship.bpmn")
                                    .count()
                            > 0)
                    .forEach(d -> repository.deleteDeployment(d.getId(), true));
        }
    }

    private Map<String, Integer> versions() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .collect(Collectors.toMap(ProcessDefinition::getKey, ProcessDefinition::getVersion));
    }

    private ProcessDefinition latest(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
    }

    private byte[] content(ProcessDefinition definition) throws IOException {
        try (InputStream in =
                repository.getResourceAsStream(definition.getDeploymentId(), definition.getResourceName())) {
            return in.readAllBytes();
        }
    }
}
