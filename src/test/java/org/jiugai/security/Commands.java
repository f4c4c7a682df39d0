package org.jiugai.security;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jiugai.engine.FormStep;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** The typed commands of all forms, as the shipped classes declare them: a new form is attacked without anybody adding it here. */
final class Commands {
    private Commands() {}

    /** One field of a form, or a column of one of its tables. */
    record Field(Class<?> command, List<RecordComponent> path) {
        /** As a problem names it, without the number of the row: {@code conditions.content}. */
        String name() {
            return path.stream().map(RecordComponent::getName).collect(Collectors.joining("."));
        }

        RecordComponent last() {
            return path.get(path.size() - 1);
        }

        /** What it holds; for a list what the list holds. */
        Class<?> type() {
            return element(last());
        }

        boolean isList() {
            return Collection.class.isAssignableFrom(last().getType());
        }

        /** A form that holds this text as the field's value and nothing else; one row in each table on the way. */
        String json(String value) {
            String json = value;
            for (int i = path.size() - 1; i >= 0; i--) {
                boolean row = i < path.size() - 1;
                boolean list = Collection.class.isAssignableFrom(path.get(i).getType());
                json = "{\"" + path.get(i).getName() + "\":" + (row && list ? "[" + json + "]" : json) + "}";
            }
            return json;
        }

        @Override
        public String toString() {
            return command.getSimpleName() + "." + name();
        }
    }

    /** Every record that a form submits. */
    static List<Class<?>> all() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(FormStep.class));
        return scanner.findCandidateComponents("org.jiugai").stream()
                .map(bean -> command(bean.getBeanClassName()))
                .distinct()
                .sorted(Comparator.comparing(Class::getName))
                .collect(Collectors.toList());
    }

    private static Class<?> command(String step) {
        try {
            return Arrays.stream(Class.forName(step).getGenericInterfaces())
                    .filter(ParameterizedType.class::isInstance)
                    .map(ParameterizedType.class::cast)
                    .filter(type -> type.getRawType() == FormStep.class)
                    .map(type -> (Class<?>) type.getActualTypeArguments()[0])
                    .findFirst()
                    .orElseThrow();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** The fields of a command, the columns of its tables included, a table before its columns. */
    static List<Field> fields(Class<?> command) {
        List<Field> fields = new ArrayList<>();
        collect(command, command, List.of(), fields);
        return fields;
    }

    private static void collect(Class<?> command, Class<?> type, List<RecordComponent> before, List<Field> fields) {
        for (RecordComponent component : type.getRecordComponents()) {
            List<RecordComponent> path = new ArrayList<>(before);
            path.add(component);
            Field field = new Field(command, path);
            fields.add(field);
            if (isRow(field.type())) collect(command, field.type(), path, fields);
        }
    }

    /** A record of several components is a row; one that Jackson reads from a text (money, area) is a value. */
    static boolean isRow(Class<?> type) {
        return type.isRecord() && !type.getPackageName().equals("org.jiugai.kernel");
    }

    private static Class<?> element(RecordComponent component) {
        if (Collection.class.isAssignableFrom(component.getType())
                && component.getGenericType() instanceof ParameterizedType list) {
            Type element = list.getActualTypeArguments()[0];
            return (Class<?>) element;
        }
        return component.getType();
    }
}
