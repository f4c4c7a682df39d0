package org.jiugai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The webapps' words: no key of the shipped English file is missing in the Chinese one. */
class LocaleTests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String APP = "META-INF/resources/webjars/camunda/app/";
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^}]*}}");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void everyKeyOfTheShippedWordsExistsWithTheSamePlaceholders(String app) throws IOException {
        Map<String, String> shipped = words(fromClassPath(APP + app + "/locales/en.json"));
        Map<String, String> chinese = words(fromClassPath(APP + app + "/locales/zh.json"));
        assertThat(chinese.keySet()).isEqualTo(shipped.keySet());
        shipped.forEach((key, text) -> assertThat(placeholders(chinese.get(key)))
                .as(key)
                .containsExactlyInAnyOrderElementsOf(placeholders(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void whatApproversSeeIsWhollyChinese(String app) throws IOException {
        List<String> english = words(fromClassPath(APP + app + "/locales/zh.json")).entrySet().stream()
                .filter(e -> e.getValue().matches(".*[A-Za-z]{2,}.*"))
                .filter(e -> !CHINESE.matcher(e.getValue()).find())
                .filter(e -> !e.getValue().replaceAll("\\{\\{[^}]*}}", "").matches("[^A-Za-z]*"))
                .map(Map.Entry::toString)
                .toList();
        assertThat(english).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void chineseIsTheOnlyLanguageAndTheVendorsBannerIsHidden(String app) throws IOException {
        Path folder = Path.of("src/main/resources/" + APP + app);
        assertThat(Files.readString(folder.resolve("scripts/config.js"))).contains("availableLocales: ['zh']");
        assertThat(Files.readString(folder.resolve("styles/user-styles.css"))).contains(".ce-eol-banner");
        assertThat(Files.readAllBytes(folder.resolve("locales/zh.json"))[0])
                .as("no byte order mark")
                .isEqualTo((byte) '{');
    }

    @Test
    void theScriptThatTasklistLoadsIsThere() throws IOException {
        Path tasklist = Path.of("src/main/resources/" + APP + "tasklist");
        assertThat(Files.readString(tasklist.resolve("scripts/config.js"))).contains("scripts/jiugai/jiugai-forms");
        assertThat(tasklist.resolve("scripts/jiugai/jiugai-forms.js")).exists();
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(m -> m.group().replaceAll("\\s", ""))
                .collect(Collectors.toList());
    }

    private static String fromClassPath(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(LocaleTests.class.getClassLoader().getResourceAsStream(name), name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
    }

    private static Map<String, String> words(String json) throws IOException {
        Map<String, String> words = new TreeMap<>();
        collect("", JSON.readTree(json).path("labels"), words);
        return words;
    }

    private static void collect(String path, JsonNode node, Map<String, String> words) {
        if (node.isObject()) node.properties().forEach(e -> collect(path + "/" + e.getKey(), e.getValue(), words));
        else words.put(path, node.asText());
    }
}
