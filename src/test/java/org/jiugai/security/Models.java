package org.jiugai.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jiugai.security.Commands.Field;

/** Forms with one value exchanged. */
final class Models {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Models() {}

    /**
     * The form with this value in the field, in the first row of each table on the way; null when there is no such row.
     *
     * @param value one value; a list field gets it as its only one
     */
    static Map<String, Object> with(Map<String, Object> form, Field field, Object value) {
        JsonNode json = JSON.valueToTree(value);
        boolean wrapped = field.isList() && !json.isArray() && !json.isNull();
        return withJson(form, field, wrapped ? JSON.createArrayNode().add(json) : json);
    }

    static Map<String, Object> withJson(Map<String, Object> form, Field field, JsonNode value) {
        ObjectNode model = JSON.valueToTree(form);
        JsonNode at = model;
        for (int i = 0; i < field.path().size() - 1; i++) {
            at = at.path(field.path().get(i).getName());
            if (at instanceof ArrayNode rows) at = rows.path(0);
        }
        if (!(at instanceof ObjectNode row)) return null;
        row.set(field.last().getName(), value);
        return HostileHand.map(model);
    }
}
