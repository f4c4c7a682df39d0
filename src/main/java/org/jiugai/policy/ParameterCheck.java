package org.jiugai.policy;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.Share;
import org.jspecify.annotations.Nullable;

/** Whether a value fits its parameter: shape, types, words and numbers. Finds everything that is wrong, each with its place. */
final class ParameterCheck {
    private final List<String> faults = new ArrayList<>();

    private ParameterCheck() {}

    /** What is wrong with the value, in Chinese; empty when it fits. */
    static List<String> faults(Parameter<?> parameter, JsonNode value) {
        ParameterCheck check = new ParameterCheck();
        check.value(parameter.key(), parameter.key(), PolicyYaml.typeOf(parameter.type()), value);
        check.faults.addAll(ParameterRules.faults(parameter, value, check.faults.isEmpty()));
        return check.faults;
    }

    /**
     * @param path for people: {@code sla[award].days}
     * @param place for the vocabulary: {@code sla.days}
     */
    private void value(String path, String place, JavaType type, JsonNode node) {
        if (type.isCollectionLikeType()) list(path, place, type.getContentType(), node);
        else if (type.isMapLikeType()) map(path, place, type.getContentType(), node);
        else if (type.isRecordType() && !isLeaf(type)) fields(path, place, type, node);
        else leaf(path, place, type, node);
    }

    private void list(String path, String place, JavaType element, JsonNode node) {
        if (!node.isArray()) {
            faults.add(path + " 应为列表");
            return;
        }
        for (int i = 0; i < node.size(); i++) value(path + "[" + i + "]", place, element, node.get(i));
    }

    private void map(String path, String place, JavaType element, JsonNode node) {
        if (!node.isObject()) {
            faults.add(path + " 应为键值表");
            return;
        }
        node.properties().forEach(e -> value(path + "[" + e.getKey() + "]", place, element, e.getValue()));
    }

    private void fields(String path, String place, JavaType type, JsonNode node) {
        if (!node.isObject()) {
            faults.add(path + " 应为由字段组成的一项");
            return;
        }
        Set<String> unknown = new TreeSet<>();
        node.fieldNames().forEachRemaining(unknown::add);
        for (RecordComponent component : type.getRawClass().getRecordComponents()) {
            String name = component.getName();
            unknown.remove(name);
            JsonNode child = node.path(name);
            if (!child.isMissingNode() && !child.isNull())
                value(path + "." + name, place + "." + name, PolicyYaml.typeOf(component.getGenericType()), child);
            else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                faults.add(path + " 缺少 " + name);
        }
        unknown.forEach(name -> faults.add(path + " 有未知字段 " + name));
    }

    private void leaf(String path, String place, JavaType type, JsonNode node) {
        Class<?> raw = type.getRawClass();
        if (raw == Integer.class || raw == int.class) number(path, place, node);
        else if (raw == Boolean.class || raw == boolean.class) {
            if (!node.isBoolean()) faults.add(path + " 应为 true 或 false");
        } else if (!node.isTextual()) faults.add(path + " 应为加引号的文字");
        else if (node.textValue().isBlank()) faults.add(path + " 不能为空");
        else text(path, place, type, node);
    }

    private void number(String path, String place, JsonNode node) {
        Vocabulary.Range range = Vocabulary.range(place);
        if (!node.isInt()) faults.add(path + " 应为整数");
        else if (!range.contains(node.intValue()))
            faults.add("%s 为 %d，应在 %d 至 %d 之间".formatted(path, node.intValue(), range.least(), range.most()));
    }

    private void text(String path, String place, JavaType type, JsonNode node) {
        String text = node.textValue();
        if (!Vocabulary.allows(place, text)) faults.add("%s 的值 %s 不在允许范围内".formatted(path, text));
        if (type.getRawClass() == String.class) return;
        Object value;
        try {
            value = PolicyYaml.value(node, type);
        } catch (IllegalArgumentException | ArithmeticException e) {
            faults.add("%s 的值 %s 不是%s".formatted(path, text, wanted(type)));
            return;
        }
        if (value instanceof Share share && (share.compareTo(Share.ZERO) < 0 || share.isMoreThan(Share.WHOLE)))
            faults.add("%s 的值 %s 应在 0 至 1 之间".formatted(path, text));
        if (value instanceof Money money && money.isNegative()) faults.add("%s 的值 %s 不能为负数".formatted(path, text));
    }

    private static boolean isLeaf(JavaType type) {
        return type.getRawClass() == Share.class || type.getRawClass() == Money.class;
    }

    private static String wanted(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (raw == LocalDate.class) return "有效的日期";
        if (raw == Share.class) return "比例（如 2/3 或 0.30）";
        if (raw == Money.class) return "金额（元，至多两位小数）";
        return "允许的取值之一："
                + String.join(
                        "、",
                        Stream.of(raw.getEnumConstants()).map(Object::toString).toList());
    }
}
