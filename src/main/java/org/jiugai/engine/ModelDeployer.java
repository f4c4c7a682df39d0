package org.jiugai.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deploys the shipped models and forms together, under stable names, only when a file changed. A process that a process owner released
 * over the shipped one is deployed again as he released it, never as shipped, so that forms and called processes still belong together.
 */
@Component
class ModelDeployer implements InitializingBean {
    static final String NAME = "jiugai";
    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployer.class);
    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private final ResourcePatternResolver resources;

    ModelDeployer(RepositoryService repository, JdbcClient jdbc, ResourcePatternResolver resources) {
        this.repository = repository;
        this.jdbc = jdbc;
        this.resources = resources;
    }

    @Override
    public void afterPropertiesSet() {
        DeploymentBuilder deployment =
                repository.createDeployment().name(NAME).source(NAME).enableDuplicateFiltering(false);
        Map<String, byte[]> files = shipped();
        files.forEach(this::remember);
        released().forEach((name, released) -> {
            LOG.warn("{} was released by a process owner; the shipped file does not replace it", name);
            files.put(name, released);
        });
        files.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        deployment.deploy();
    }

    private void remember(String name, byte[] content) {
        jdbc.sql("insert into shipped_model (name, sha256) values (?, ?) on conflict do nothing")
                .params(name, sha256(content))
                .update();
    }

    private Map<String, byte[]> shipped() {
        Map<String, byte[]> files = new TreeMap<>();
        for (String pattern : new String[] {"bpmn/**/*.bpmn", "bpmn/**/*.dmn", "forms/**/*.html"}) {
            try {
                for (Resource resource : resources.getResources("classpath*:" + pattern)) {
                    files.put(
                            nameOf(resource, pattern.substring(0, pattern.indexOf('/') + 1)),
                            read(resource.getInputStream()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    /** The latest versions whose content was never shipped, under the name of the shipped file that they replace. */
    private Map<String, byte[]> released() {
        Map<String, byte[]> released = new TreeMap<>();
        for (ProcessDefinition latest :
                repository.createProcessDefinitionQuery().latestVersion().list()) {
            byte[] content = read(repository.getResourceAsStream(latest.getDeploymentId(), latest.getResourceName()));
            shippedName(latest.getKey())
                    .filter(name -> !wasShipped(name, content))
                    .ifPresent(name -> released.put(name, content));
        }
        return released;
    }

    private Optional<String> shippedName(String processId) {
        return jdbc.sql("select distinct name from shipped_model where name like ?")
                .param("bpmn/%/" + processId + ".bpmn")
                .query(String.class)
                .optional();
    }

    private boolean wasShipped(String name, byte[] content) {
        return jdbc.sql("select exists (select 1 from shipped_model where name = ? and sha256 = ?)")
                .params(name, sha256(content))
                .query(Boolean.class)
                .single();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String nameOf(Resource resource, String folder) throws IOException {
        String url = resource.getURL().toString();
        return url.substring(url.lastIndexOf("/" + folder) + 1);
    }

    private static byte[] read(InputStream stream) {
        try (stream) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
