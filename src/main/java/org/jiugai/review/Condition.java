package org.jiugai.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A condition that a body set, with what became of it.
 *
 * @param result CLOSED, ALTERED, OPEN or REOPENED; null while nobody has looked at it
 */
public record Condition(
        long id,
        long requestId,
        String bodyName,
        boolean mandatory,
        long opinionId,
        int itemNo,
        String content,
        @Nullable String result,
        @Nullable String reason,
        @Nullable String actorName,
        @Nullable LocalDate happenedOn,
        boolean closed) {
    /** For people: 已落实（消防救援大队 沈毅 2024-01-20）. */
    public String shown() {
        String by = actorName == null ? "" : "（" + actorName + " " + happenedOn + "）";
        return switch (result == null ? "" : result) {
            case "CLOSED" -> "已落实" + by;
            case "ALTERED" -> "变通落实：" + reason + by;
            case "OPEN" -> "未落实：" + reason + by;
            case "REOPENED" -> "须重新确认：" + reason + by;
            default -> "待落实";
        };
    }
}
