package org.jiugai.chronicle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jiugai.picture.ModelPicture;
import org.jiugai.picture.Svg;
import org.springframework.stereotype.Service;

/** Pictures of process models. A version never changes, so each is drawn once. Models are no secret. */
@Service
public class DefinitionPictures {
    private final RepositoryService repository;
    private final Map<String, String> drawn = new ConcurrentHashMap<>();

    DefinitionPictures(RepositoryService repository) {
        this.repository = repository;
    }

    /** As SVG; empty where there is no such version. */
    public Optional<String> of(String definitionId) {
        String known = drawn.get(definitionId);
        if (known != null) return Optional.of(known);
        ProcessDefinition definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionId(definitionId)
                .singleResult();
        return Optional.ofNullable(definition).map(found -> drawn.computeIfAbsent(found.getId(), this::draw));
    }

    private String draw(String definitionId) {
        try (InputStream model = repository.getProcessModel(definitionId)) {
            return Svg.of(ModelPicture.of(model));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
