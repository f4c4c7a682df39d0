package org.jiugai.consultation;

import java.util.List;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/** A version of a plan with everything that was submitted. */
public record PlanDetails(
        PlanSummary summary,
        List<String> chapters,
        List<PlanItem> items,
        List<PlannedFund> funds,
        @Nullable String overCeilingReason,
        String followUpPlan) {
    public record PlannedFund(FundSource source, Money amount) {}
}
