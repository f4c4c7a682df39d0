package org.jiugai.review;

import java.time.LocalDate;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/** A decision of the approver; number, amount and date only when the plan was approved. */
public record Approval(
        long id,
        long reviewId,
        ApprovalDecision decision,
        @Nullable String approvalNo,
        @Nullable Long approvedFen,
        @Nullable LocalDate validUntil,
        @Nullable String specialConditions,
        @Nullable String explanation,
        String actorPerson,
        String actorOffice,
        LocalDate happenedOn,
        @Nullable String filingNo,
        @Nullable LocalDate filedOn) {
    public boolean isGranted() {
        return decision == ApprovalDecision.APPROVED;
    }

    /** The approved investment; zero when returned. */
    public Money approvedInvestment() {
        return approvedFen == null ? Money.ZERO : Money.ofFen(approvedFen);
    }
}
