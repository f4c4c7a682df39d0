package org.jiugai.settlement;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/** 审核竣工结算 (book task 56, the auditor's part). */
public record SettlementReview(
        @Label("审核结论") @NotNull Decision decision,
        @Label("审定结算") @Nullable Money audited,
        @Label("审定理由") @Size(max = 500) @Nullable String reason,
        @Label("审核报告") List<UUID> auditReport,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    public SettlementReview {
        auditReport = auditReport == null ? List.of() : auditReport;
    }

    /** 审定, 退回. */
    public enum Decision {
        APPROVE,
        RETURN
    }
}
