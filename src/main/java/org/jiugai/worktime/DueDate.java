package org.jiugai.worktime;

import java.time.LocalDate;

/**
 * The end of a period.
 *
 * @param raw the last day as counted
 * @param effective the last day after rolling forward over rest days: what binds
 * @param provisional whether the calendar of a year it touches is not yet published (weekends only were regarded)
 */
public record DueDate(LocalDate raw, LocalDate effective, boolean provisional) {}
