package org.jiugai.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** The rules as they are shipped, with settings changed as an operator would. */
final class TestRules {
    private TestRules() {}

    static FileRules shipped() {
        return with(Map.of());
    }

    /** @param settings without the prefix {@code jiugai.files} */
    static FileRules with(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        Map<String, Object> changed = new HashMap<>();
        settings.forEach((name, value) -> changed.put("jiugai.files." + name, value));
        environment.getPropertySources().addFirst(new MapPropertySource("changed", changed));
        try {
            new YamlPropertySourceLoader()
                    .load("shipped", new ClassPathResource("application.yaml"))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Binder.get(environment).bind("jiugai.files", FileRules.class).get();
    }
}
