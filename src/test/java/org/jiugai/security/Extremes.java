package org.jiugai.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.jiugai.CaseRun;
import org.jiugai.security.Commands.Field;

/** Every field of an open form with values at the end of its range, one at a time: accepted or refused with a reason, never an error. */
final class Extremes implements HostileWalk.Visitor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Rehearsal rehearsal;
    private final List<Attempt> attempts = new ArrayList<>();

    Extremes(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    @Override
    public void visit(Task task, String person, Class<?> command, Map<String, Object> fields) {
        for (Field field : Commands.fields(command)) {
            for (Object value : values(field)) {
                JsonNode json = JSON.valueToTree(value);
                Map<String, Object> model = Models.withJson(fields, field, json);
                if (model == null) continue;
                RuntimeException thrown = rehearsal.of(task, person, model);
                String wrong = thrown == null || HostileWalk.refusal(thrown) != null ? "" : root(thrown);
                attempts.add(new Attempt(CaseRun.formOf(task), Attempt.EXTREME, field.name(), json.toString(), wrong));
            }
        }
    }

    private static List<Object> values(Field field) {
        Class<?> type = field.type();
        List<Object> values = new ArrayList<>();
        values.add(null);
        if (field.isList()) {
            values.add(List.of());
            if (type.equals(UUID.class)) values.add(List.of(UUID.randomUUID()));
            return values;
        }
        if (type.isEnum()) values.addAll(Arrays.asList(type.getEnumConstants()));
        switch (type.getSimpleName()) {
            case "int", "Integer" -> values.addAll(List.of(Integer.MAX_VALUE, -1, 0));
            case "long", "Long" -> values.addAll(List.of(Long.MAX_VALUE, -1L));
            case "Boolean", "boolean" -> values.addAll(List.of(true, false));
            case "Money", "Area" -> values.addAll(List.of("999999999999.99", "-0.01", "0.00"));
            case "BigDecimal" -> values.addAll(List.of(BigDecimal.ZERO, new BigDecimal("99999999999.999")));
            case "LocalDate" ->
                values.addAll(List.of("9999-12-31", "0001-01-01", "+999999999-12-31", "-999999999-01-01"));
            case "LocalDateTime" ->
                values.addAll(
                        List.of("9999-12-31T23:59", "+999999999-12-31T23:59:59.999999999", "-999999999-01-01T00:00"));
            case "String" -> values.addAll(List.of(" ", "长".repeat(FreeTexts.longest(field))));
            default -> {}
        }
        return values;
    }

    private static String root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && root.getCause() != root) root = root.getCause();
        StackTraceElement ours = Arrays.stream(root.getStackTrace())
                .filter(e -> e.getClassName().startsWith("org.jiugai"))
                .findFirst()
                .orElse(null);
        return root + " at " + ours;
    }

    List<Attempt> attempts() {
        return attempts;
    }
}
