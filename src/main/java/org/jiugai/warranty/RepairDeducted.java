package org.jiugai.warranty;

import org.jiugai.kernel.Money;

/**
 * A third party repaired in the contractor's place; its cost is taken from the retention money.
 *
 * @param payee who repaired and is paid
 */
public record RepairDeducted(long caseId, Money cost, String payee, long defectId) {}
