package org.jiugai.chronicle;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** A value of the engine as text: lists as they are stored, days without the time of day where it is midnight. */
final class Shown {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Shown() {}

    static String of(@Nullable TypedValue typed) {
        if (typed == null) return "";
        if (typed instanceof SerializableValue stored) return String.valueOf(stored.getValueSerialized());
        Object value = typed.getValue();
        if (value == null) return "";
        if (value instanceof Date date) return TIME.format(date.toInstant().atZone(SHANGHAI));
        if (value instanceof Boolean yes) return yes ? "是" : "否";
        return value.toString();
    }
}
