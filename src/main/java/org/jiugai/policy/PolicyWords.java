package org.jiugai.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiugai.organisation.Roles;

/** The Chinese of {@code policies/labels.yaml}: what parameters are called, and their values in words. */
final class PolicyWords {
    private static final JsonNode FILE = read();
    private static final Map<String, String> LABELS = texts("parameters");
    private static final Map<String, String> WORDS = texts("words");

    private PolicyWords() {}

    static boolean knows(String key) {
        return LABELS.containsKey(key);
    }

    /** What a parameter is called, or the key itself. */
    static String label(String key) {
        return LABELS.getOrDefault(key, key);
    }

    /** A value in words; empty where it is missing. */
    static String inWords(JsonNode value) {
        if (value.isNull()) return "";
        if (value.isBoolean()) return value.booleanValue() ? "是" : "否";
        if (value.isArray()) return list(value);
        if (value.isObject())
            return value.properties().stream()
                    .map(e -> word(e.getKey()) + "：" + inWords(e.getValue()))
                    .collect(Collectors.joining("，"));
        return word(value.asText());
    }

    private static String list(JsonNode values) {
        if (values.isEmpty()) return "无";
        String separator = values.get(0).isObject() ? "；" : "、";
        return values.valueStream().map(PolicyWords::inWords).collect(Collectors.joining(separator));
    }

    private static String word(String text) {
        return WORDS.getOrDefault(text, Roles.name(text));
    }

    private static Map<String, String> texts(String section) {
        Map<String, String> texts = new HashMap<>();
        FILE.path(section)
                .properties()
                .forEach(e -> texts.put(e.getKey(), e.getValue().textValue()));
        return Map.copyOf(texts);
    }

    private static JsonNode read() {
        try (InputStream in = PolicyWords.class.getResourceAsStream("/policies/labels.yaml")) {
            if (in == null) throw new IllegalStateException("no policies/labels.yaml");
            return PolicyYaml.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
