package org.jiugai.duties;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The rules of {@code duties.yaml}. */
@Component
class DutyRules {
    private final List<DutyRule> rules;

    DutyRules() {
        try (InputStream file = new ClassPathResource("duties.yaml").getInputStream()) {
            rules = new ObjectMapper(new YAMLFactory()).readValue(file, new TypeReference<List<DutyRule>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<DutyRule> all() {
        return rules;
    }

    /** What keeps this step apart from others. */
    List<DutyRule> before(String step) {
        return rules.stream().filter(rule -> rule.later().contains(step)).toList();
    }
}
