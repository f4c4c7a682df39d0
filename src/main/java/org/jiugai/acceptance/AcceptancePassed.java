package org.jiugai.acceptance;

import java.time.LocalDate;

/**
 * The final acceptance (竣工验收) has passed: the warranty starts with this day.
 *
 * @param acceptedOn the day of the passing acceptance
 * @param attempt 1 for the first acceptance, one more after each failed one
 */
public record AcceptancePassed(long caseId, LocalDate acceptedOn, int attempt) {}
