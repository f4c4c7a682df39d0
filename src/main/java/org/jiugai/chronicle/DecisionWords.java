package org.jiugai.chronicle;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** What people call the codes of decision tables, by {@code decision-words.yaml}. */
final class DecisionWords {
    private static final Map<String, Map<String, String>> WORDS = read();

    private DecisionWords() {}

    /** The word for a code of this decision; every other value as it is. */
    static String of(String decision, String value) {
        return WORDS.getOrDefault(decision, Map.of()).getOrDefault(value, value);
    }

    private static Map<String, Map<String, String>> read() {
        try (InputStream file = new ClassPathResource("decision-words.yaml").getInputStream()) {
            return new ObjectMapper(new YAMLFactory()).readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
