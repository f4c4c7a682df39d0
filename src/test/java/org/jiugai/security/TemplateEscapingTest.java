package org.jiugai.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a template prints is text. What people typed stands on every page, so no page has an exception. */
class TemplateEscapingTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** Unescaped text, text in a script, an event's handler, or an expression that is evaluated a second time. */
    private static final Pattern RAW = Pattern.compile(
            "(?:th:|data-th-)(?:utext|inline|on\\w+|remove=\"tag|replace=\"\\$|insert=\"\\$)|\\[\\(|\\bon[a-z]+=\"|__\\$|<script(?![^>]*\\bsrc=)");

    @Test
    void noTemplatePrintsAnythingButText() throws IOException {
        List<Path> templates;
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            templates = files.filter(file -> file.toString().endsWith(".html")).toList();
        }
        assertThat(templates).hasSizeGreaterThan(20);
        for (Path template : templates) {
            assertThat(RAW.matcher(Files.readString(template)).results().map(found -> found.group()))
                    .as("%s", template)
                    .isEmpty();
        }
    }
}
