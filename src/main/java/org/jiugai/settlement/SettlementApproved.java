package org.jiugai.settlement;

import java.time.LocalDate;
import org.jiugai.kernel.Money;

/** The settlement price of the case is fixed: from now on it, not the contract price, is the base of what is due. */
public record SettlementApproved(long caseId, Money settled, LocalDate on) {}
