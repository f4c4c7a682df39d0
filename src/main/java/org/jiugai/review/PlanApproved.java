package org.jiugai.review;

import java.time.LocalDate;
import org.jiugai.kernel.Money;

/** The plan of a case was approved. */
public record PlanApproved(
        long caseId, long approvalId, String approvalNo, Money approvedInvestment, LocalDate validUntil) {}
