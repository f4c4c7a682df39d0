package org.jiugai.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiugai.security.Commands.Field;

/** Types a hostile text into every field of a form that takes free text, into each row of its tables, and remembers what it typed where. */
final class HostileHand {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MORE = "经街道会同设计单位现场核实研究后书面答复";
    private final HostileTexts texts = new HostileTexts();
    private final List<Said> said = new ArrayList<>();

    /** A text that the application accepted. */
    record Said(String form, String field, String text) {}

    /**
     * The form with other words.
     *
     * @param spared fields that keep the clerk's words, {@code Command.field}
     */
    Map<String, Object> fill(String form, Class<?> command, Map<String, Object> fields, Set<String> spared) {
        ObjectNode model = JSON.valueToTree(fields);
        for (Field field : Commands.fields(command)) {
            if (FreeTexts.isFree(field) && !spared.contains(field.toString())) type(form, field, model, 0);
        }
        return map(model);
    }

    private void type(String form, Field field, JsonNode at, int depth) {
        String name = field.path().get(depth).getName();
        if (depth < field.path().size() - 1) {
            JsonNode below = at.path(name);
            if (below.isArray()) below.forEach(row -> type(form, field, row, depth + 1));
            else if (below.isObject()) type(form, field, below, depth + 1);
            return;
        }
        if (!(at instanceof ObjectNode object) || field.isList()) return;
        if (field.toString().equals("OpeningForm.bidders.name")
                && !object.path(name).asText().startsWith("淠河")) return;
        String text = text(field);
        object.put(name, text);
        said.add(new Said(form, field.toString(), text));
    }

    private String text(Field field) {
        StringBuilder text = new StringBuilder(texts.next(FreeTexts.longest(field)));
        while (text.length() < FreeTexts.shortest(field)) text.append(MORE);
        return text.toString();
    }

    /** A text for a place that is no form: a page, a comment, a file's name. */
    String words(String place, int longest) {
        String text = texts.next(longest);
        said.add(new Said(place, "", text));
        return text;
    }

    List<Said> said() {
        return said;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(JsonNode model) {
        return JSON.convertValue(model, Map.class);
    }
}
