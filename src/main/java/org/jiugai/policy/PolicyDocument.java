package org.jiugai.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A policy document that passed {@link PolicyDocumentCheck}. */
record PolicyDocument(String code, String name, String source, int version, JsonNode parameters) {
    static PolicyDocument parse(String text) {
        try {
            JsonNode root = PolicyYaml.read(text);
            JsonNode source = root.path("source");
            return new PolicyDocument(
                    root.path("code").asText(),
                    root.path("name").asText(),
                    source.path("documentNumber").asText() + "（"
                            + source.path("file").asText() + "）",
                    root.path("version").asInt(),
                    root.path("parameters"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("policy document that was stored is no YAML", e);
        }
    }

    /** The entry of a parameter; a missing node where the document says nothing about it. */
    JsonNode entry(String key) {
        return parameters.path(key);
    }

    boolean gives(String key) {
        return entry(key).has("value");
    }

    boolean masks(String key) {
        return entry(key).path("status").asText().equals("MASKED");
    }

    @Nullable
    String text(String key, String field) {
        return entry(key).path(field).textValue();
    }

    /** The keys whose values the source blanks out. */
    List<String> maskedKeys() {
        List<String> keys = new ArrayList<>();
        parameters.fieldNames().forEachRemaining(key -> {
            if (masks(key)) keys.add(key);
        });
        return keys;
    }
}
