package org.jiugai.casefile;

import java.util.Objects;
import org.jiugai.worktime.DueDate;
import org.jspecify.annotations.Nullable;

/**
 * A provisional end was counted again because a calendar year was loaded. Who waits for it moves its date, in the same transaction.
 *
 * @param ofCase null when it ends for something that has no case yet
 * @param subject what ends, as it was given to {@link ProvisionalDates}
 * @param end the end on the calendar as it is now
 */
public record PeriodRecounted(@Nullable Long ofCase, String subject, DueDate end) {
    public long caseId() {
        return Objects.requireNonNull(ofCase, "without a case");
    }

    /** The number behind {@code kind:}, when the subject is of that kind. */
    public boolean concerns(String kind) {
        return subject.startsWith(kind + ":");
    }

    /** What stands behind the kind. */
    public String id() {
        return subject.substring(subject.indexOf(':') + 1);
    }
}
