package org.jiugai.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiugai.engine.Submission;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.security.Commands.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody may post instead of a form: nothing of it becomes a command, and each is refused as a mistake of a clerk would be. */
class HostileSubmissionTests {
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    static List<Class<?>> commands() {
        return Commands.all();
    }

    static Stream<Field> fields() {
        return Commands.all().stream().flatMap(command -> Commands.fields(command).stream());
    }

    @Test
    void theFormsAreFound() {
        assertThat(Commands.all()).hasSizeGreaterThan(45);
        assertThat(fields().filter(f -> f.path().size() > 1)).hasSizeGreaterThan(60);
    }

    /** Mass assignment: what the command does not declare, in the form and in each row of each table. */
    @ParameterizedTest
    @MethodSource("commands")
    void whatTheFormDoesNotDeclareIsRefused(Class<?> command) {
        for (String undeclared :
                List.of("caseId", "actor", "@type", "class", "__proto__", "variables", "id", "tenantId")) {
            assertRefused("{\"" + undeclared + "\":\"1\"}", command, "engine.undeclaredField", undeclared);
        }
        for (Field table : Commands.fields(command)) {
            if (!Commands.isRow(table.type())) continue;
            assertRefused(
                    table.json(table.isList() ? "[{\"x1\":1}]" : "{\"x1\":1}"),
                    command,
                    "engine.undeclaredField",
                    "x1");
        }
    }

    /** Of two values under one name it would be left to the parser which one counts. */
    @ParameterizedTest
    @MethodSource("fields")
    void aFieldThatIsThereTwiceIsRefused(Field field) {
        String name = "\"" + field.last().getName() + "\":null";
        Field parent =
                new Field(field.command(), field.path().subList(0, field.path().size() - 1));
        String twice = "{" + name + "," + name + "}";
        String json = parent.path().isEmpty() ? twice : parent.json(parent.isList() ? "[" + twice + "]" : twice);
        assertRefused(json, field.command(), "engine.malformed", "");
    }

    @ParameterizedTest
    @MethodSource("fields")
    void whatIsOfAnotherKindIsRefused(Field field) {
        List<String> values = new ArrayList<>(List.of(
                "NaN",
                "Infinity",
                "-Infinity",
                "undefined",
                "'a'",
                "\"open",
                "{\"x1\":{}}",
                "[[[[]]]]",
                "1.5e",
                "1" + "0".repeat(5_000),
                "[".repeat(100_000),
                "{\"a\":".repeat(100_000)));
        if (!field.isList()) values.addAll(List.of("[1,2]", "[{}]", "[\"a\"]", "[null,null]"));
        for (String value : values)
            assertRefused(field.json(value), field.command(), "engine.(malformed|undeclared)", "");
    }

    /** Numbers that would take a machine's memory when written out, and texts that say the same. */
    @ParameterizedTest
    @MethodSource("fields")
    void noNumberTakesMoreThanAMoment(Field field) {
        for (String number :
                List.of("1e99999999", "1e-99999999", "-1e2147483647", "1e99999", "9999999999999999999999")) {
            for (String value : List.of(number, "\"" + number + "\"")) assertAnswered(field, value);
        }
    }

    /** A part of a household, or the first answer of a list by its number: not what was typed. */
    @ParameterizedTest
    @MethodSource("fields")
    void aValueIsNotBentIntoShape(Field field) {
        List<String> values =
                switch (kind(field.type())) {
                    case "whole" -> List.of("1.5", "true", "\"1.5\"", "\"a\"");
                    case "truth" -> List.of("0", "1", "\"yes\"", "1.0");
                    case "choice" -> List.of("0", "1", "true", "\"NO_SUCH_CHOICE\"");
                    case "text" -> List.of("1", "1.5", "true");
                    case "day" -> List.of("1", "19000", "true", "\"2024-02-30\"", "\"10000-01-01T\"");
                    case "id" -> List.of("1", "true", "\"../../etc/passwd\"", "\"1\"");
                    case "amount" -> List.of("true", "\"1.005\"", "\"NaN\"", "\"a\"");
                    default -> List.<String>of();
                };
        for (String value : values) {
            assertRefused(
                    field.json(field.isList() ? "[" + value + "]" : value),
                    field.command(),
                    "engine.malformedField",
                    "");
        }
    }

    /** No text column takes a NUL, no encoding half a pair, no clerk types a bell. */
    @ParameterizedTest
    @MethodSource("fields")
    void whatIsNoTextIsRefused(Field field) {
        if (!field.type().equals(String.class)) return;
        for (String value : List.of(
                "\\u0000", "a\\u0000b", "\\ud800", "\\udfffa", "a\\ud83d", "\\u0007", "\\u001b[31m", "\\uffff")) {
            String text = "\"" + value + "\"";
            assertRefused(
                    field.json(field.isList() ? "[" + text + "]" : text), field.command(), "engine.malformedField", "");
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void noTextIsWithoutALimit(Field field) {
        if (!field.type().equals(String.class)) return;
        String text = "\"" + "长".repeat(5_000) + "\"";
        assertRefused(
                field.json(field.isList() ? "[" + text + "]" : text),
                field.command(),
                "engine.invalidSubmission",
                field.last().getName());
    }

    private static String kind(Class<?> type) {
        if (type.isEnum()) return "choice";
        return Map.ofEntries(
                        Map.entry("int", "whole"),
                        Map.entry("long", "whole"),
                        Map.entry("Integer", "whole"),
                        Map.entry("Long", "whole"),
                        Map.entry("boolean", "truth"),
                        Map.entry("Boolean", "truth"),
                        Map.entry("String", "text"),
                        Map.entry("LocalDate", "day"),
                        Map.entry("LocalDateTime", "day"),
                        Map.entry("UUID", "id"),
                        Map.entry("Money", "amount"),
                        Map.entry("Area", "amount"))
                .getOrDefault(type.getSimpleName(), "");
    }

    private static void assertAnswered(Field field, String value) {
        String json = field.json(field.isList() ? "[" + value + "]" : value);
        Throwable thrown = assertTimeoutPreemptively(
                AT_ONCE, () -> catchThrowable(() -> Submission.read(json, field.command())), () -> field + " " + value);
        if (thrown != null) assertThat(thrown).as("%s %s", field, value).isInstanceOf(RuleViolation.class);
    }

    private static void assertRefused(String json, Class<?> command, String code, String field) {
        String shown = json.length() > 200 ? json.substring(0, 200) + "…" : json;
        Throwable thrown = catchThrowable(() -> Submission.read(json, command));
        assertThat(thrown).as("%s %s", command.getSimpleName(), shown).isInstanceOf(RuleViolation.class);
        RuleViolation refusal = (RuleViolation) thrown;
        assertThat(refusal.getMessage())
                .as(shown)
                .matches("(?s).*\\p{IsHan}.*")
                .doesNotContain("jackson")
                .doesNotContain("java.");
        assertThat(refusal.code()).as("%s %s", command.getSimpleName(), shown).containsPattern("^" + code);
        if (field.isEmpty()) return;
        assertThat(refusal.faults()).as(shown).anyMatch(fault -> fault.field()
                .matches("(.*[.])?" + field + "([.\\[].*)?"));
    }
}
