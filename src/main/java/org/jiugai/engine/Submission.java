package org.jiugai.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.RuleViolation.Fault;
import org.jspecify.annotations.Nullable;

/**
 * What a form sent: one JSON text that lives until the end of the transaction and is read as the form's typed command. A field that the
 * command does not declare is refused, so nothing can be slipped into a case.
 */
public final class Submission {
    /** The one variable that a form may submit. */
    public static final String VARIABLE = "submission";

    static final ProcessVariable<String> TEXT = ProcessVariable.ofText(VARIABLE);
    static final ObjectMapper JSON = StrictJson.mapper();
    private static final Validator VALIDATOR = Validation.byProvider(HibernateValidator.class)
            .configure()
            .locales(Locale.SIMPLIFIED_CHINESE)
            .defaultLocale(Locale.SIMPLIFIED_CHINESE)
            .buildValidatorFactory()
            .getValidator();

    private Submission() {}

    /**
     * Reads and checks the form's command.
     *
     * @throws RuleViolation naming every faulty field in Chinese
     */
    public static <C> C read(@Nullable String json, Class<C> command) {
        if (json == null || json.isBlank()) throw new RuleViolation("engine.emptySubmission", "没有收到表单内容，请重新打开任务");
        C read = parse(json, command);
        Set<ConstraintViolation<C>> violations = VALIDATOR.validate(read);
        if (!violations.isEmpty()) {
            throw new RuleViolation(
                    "engine.invalidSubmission",
                    violations.stream()
                            .map(v -> fault(v, command))
                            .sorted((a, b) -> a.field().compareTo(b.field()))
                            .toList());
        }
        return read;
    }

    private static <C> C parse(String json, Class<C> command) {
        try {
            return JSON.readValue(json, command);
        } catch (UnrecognizedPropertyException e) {
            String field = path(e.getPath());
            throw new RuleViolation("engine.undeclaredField", field, "表单没有声明字段“" + field + "”，内容未被接受");
        } catch (JsonMappingException e) {
            String field = path(e.getPath());
            if (field.isEmpty()) throw malformed();
            throw new RuleViolation("engine.malformedField", field, "【" + labelOf(command, field) + "】格式不正确，请检查后重新填写");
        } catch (JsonProcessingException e) {
            throw malformed();
        }
    }

    private static RuleViolation malformed() {
        return new RuleViolation("engine.malformedSubmission", "表单内容格式不正确，内容未被接受");
    }

    private static Fault fault(ConstraintViolation<?> violation, Class<?> command) {
        String field = text(violation.getPropertyPath());
        return new Fault(field, "【" + labelOf(command, field) + "】" + violation.getMessage());
    }

    private static String text(Path path) {
        return path.toString();
    }

    private static String path(List<JsonMappingException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : references) {
            if (reference.getFieldName() == null)
                path.append('[').append(reference.getIndex()).append(']');
            else path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
        }
        return path.toString();
    }

    /** The Chinese labels along a path such as {@code conditions[0].content}: 修改条件 第1行 条件内容. */
    private static String labelOf(Class<?> command, String field) {
        List<String> words = new ArrayList<>();
        Class<?> type = command;
        for (String part : field.split("\\.", -1)) {
            int bracket = part.indexOf('[');
            String name = bracket < 0 ? part : part.substring(0, bracket);
            RecordComponent component = component(type, name);
            if (component == null) {
                words.add(part);
                break;
            }
            Label label = component.getAnnotation(Label.class);
            words.add(label == null ? name : label.value());
            if (bracket >= 0) {
                String index = part.substring(bracket + 1, part.indexOf(']'));
                if (index.matches("\\d+")) words.add("第" + (Integer.parseInt(index) + 1) + "行");
            }
            type = elementType(component);
        }
        return String.join(" ", words);
    }

    private static @Nullable RecordComponent component(Class<?> type, String name) {
        if (!type.isRecord()) return null;
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getName().equals(name)) return component;
        }
        return null;
    }

    private static Class<?> elementType(RecordComponent component) {
        if (component.getGenericType() instanceof java.lang.reflect.ParameterizedType generic
                && generic.getActualTypeArguments()[0] instanceof Class<?> element) {
            return element;
        }
        return component.getType();
    }
}
