package org.jiugai.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person belongs to an office for a period.
 *
 * @param region of the office
 * @param from first day, null for ever since
 * @param until last day, null for no end; the day before {@code from} when it was withdrawn before it began
 */
public record Membership(
        long id,
        String person,
        String personName,
        boolean blocked,
        String office,
        String officeName,
        String region,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {
    /** Whether it holds on that day or a later one. */
    public boolean isOpen(LocalDate day) {
        return period().isOpen(day);
    }

    public boolean holdsOn(LocalDate day) {
        return period().holdsOn(day);
    }

    public Period period() {
        return new Period(from, until);
    }
}
