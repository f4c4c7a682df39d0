package org.jiugai.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** How policy documents are read. A key that stands twice is an error. */
final class PolicyYaml {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private PolicyYaml() {}

    static JsonNode read(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    static <T> T value(JsonNode node, TypeReference<T> type) {
        return MAPPER.convertValue(node, type);
    }

    static Object value(JsonNode node, JavaType type) {
        return MAPPER.convertValue(node, type);
    }

    static JavaType typeOf(TypeReference<?> type) {
        return MAPPER.constructType(type.getType());
    }

    static JavaType typeOf(java.lang.reflect.Type type) {
        return MAPPER.constructType(type);
    }
}
