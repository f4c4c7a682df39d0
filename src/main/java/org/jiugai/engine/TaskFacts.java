package org.jiugai.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * What the server gives to a form beyond the case's header: tables to read, initial values, options. A room that has something to show
 * for one of its forms publishes a bean of this kind; a form without one needs none.
 */
public interface TaskFacts {
    /** The form's id, the file name without extension, e.g. {@code department-opinion}. */
    String form();

    /**
     * @param task ids of the open task; read them with {@link ProcessVariable#get}
     */
    Sheet sheet(VariableScope task);

    /**
     * @param facts read-only tables shown on top of the form
     * @param values initial values of fields, by name
     * @param options choices of {@code options-from} fields
     */
    record Sheet(List<Table> facts, Map<String, Object> values, Map<String, List<Option>> options) {
        public static Sheet of(Table... facts) {
            return new Sheet(List.of(facts), Map.of(), Map.of());
        }

        public Sheet withValue(String field, Object value) {
            Map<String, Object> more = new LinkedHashMap<>(values);
            more.put(field, value);
            return new Sheet(facts, more, options);
        }

        public Sheet withOptions(String key, List<Option> choices) {
            Map<String, List<Option>> more = new LinkedHashMap<>(options);
            more.put(key, choices);
            return new Sheet(facts, values, more);
        }
    }

    /**
     * @param columns in order
     * @param rows a value for each column, as shown
     * @param note a line below, may be empty
     */
    record Table(String title, List<String> columns, List<List<String>> rows, String note) {
        public Table(String title, List<String> columns, List<List<String>> rows) {
            this(title, columns, rows, "");
        }
    }

    record Option(String value, String label) {}
}
