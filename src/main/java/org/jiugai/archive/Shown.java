package org.jiugai.archive;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values as the report and the tables show them. */
final class Shown {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(SHANGHAI);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(SHANGHAI);

    private Shown() {}

    static String minute(@Nullable Instant time) {
        return time == null ? "" : MINUTE.format(time);
    }

    static String second(@Nullable Instant time) {
        return time == null ? "" : SECOND.format(time);
    }

    static String of(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
