package org.jiugai.review;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/** Form {@code approve-plan} (book 5.5, task 22). */
public record ApprovalForm(
        @Label("批复结果") @NotNull ApprovalDecision decision,
        @Label("批复文号") @Size(max = 40) @Nullable String approvalNo,
        @Label("批准投资") @Nullable Money approvedInvestment,
        @Label("有效期至") @Nullable LocalDate validUntil,
        @Label("附加条件") @Size(max = 1000) @Nullable String specialConditions,
        @Label("批复日期") @Nullable LocalDate approvalDate,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment,
        @Label("批复文件") List<UUID> attachments) {
    public ApprovalForm {
        attachments = Objects.requireNonNullElse(attachments, List.of());
    }
}
