package org.jiugai.formalities;

import org.jiugai.kernel.Money;

/**
 * Residents of a case have paid in.
 *
 * @param total all that was collected so far
 */
public record ResidentsMoneyCollected(long caseId, Money total) {}
