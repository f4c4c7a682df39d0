package org.jiugai.organisation;

import java.time.LocalDate;

/**
 * A person stands in for an absent one (代理): for that time he may do what the other may.
 *
 * @param appointedBy name of the administrator
 */
public record StandIn(
        long id,
        String absent,
        String absentName,
        String standIn,
        String standInName,
        LocalDate from,
        LocalDate until,
        String reason,
        String appointedBy) {
    public Period period() {
        return new Period(from, until);
    }

    public boolean isOpen(LocalDate day) {
        return period().isOpen(day);
    }

    public boolean holdsOn(LocalDate day) {
        return period().holdsOn(day);
    }
}
