package org.jiugai.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** At every start: the documents of the class path become versions. Documents are called by their code, in capitals. */
@Component
class PolicyLoading implements InitializingBean {
    private static final String DOCUMENTS = "classpath*:policies/{code:[A-Z0-9-]+}.yaml";
    private final PolicyIntake intake;
    private final ResourcePatternResolver resources;
    private final TransactionTemplate transaction;

    PolicyLoading(PolicyIntake intake, ResourcePatternResolver resources, PlatformTransactionManager transactions) {
        this.intake = intake;
        this.resources = resources;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterPropertiesSet() {
        Map<String, String> documents = documents();
        transaction.executeWithoutResult(status -> intake.take(documents));
    }

    private Map<String, String> documents() {
        Map<String, String> documents = new LinkedHashMap<>();
        try {
            for (Resource resource : Arrays.stream(resources.getResources(DOCUMENTS))
                    .sorted((a, b) -> name(a).compareTo(name(b)))
                    .toList()) {
                documents.put(name(resource), resource.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }

    private static String name(Resource resource) {
        return Objects.requireNonNull(resource.getFilename()).replace(".yaml", "");
    }
}
