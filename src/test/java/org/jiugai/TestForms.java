package org.jiugai;

import java.util.LinkedHashMap;
import java.util.Map;

/** A form's model as alternating names and values, like a browser posts it. */
public final class TestForms {
    private TestForms() {}

    public static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> form = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) form.put((String) namesAndValues[i], namesAndValues[i + 1]);
        return form;
    }

    /** The same with one field changed. */
    public static Map<String, Object> with(Map<String, Object> form, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(form);
        changed.put(name, value);
        return changed;
    }
}
