package org.jiugai.formalities;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/** Task 24: the fiscal review of the budget. */
public record BudgetReviewForm(
        @Label("送审金额") @NotNull Money submitted,
        @Label("评审结论") @NotNull Decision decision,
        @Label("审定金额") @Nullable Money reviewed,
        @Label("核减说明") @Valid List<Cut> cutReasons,
        @Label("招标控制价") @Nullable Money ceilingPrice,
        @Label("评审日期") @NotNull LocalDate reviewedOn,
        @Label("评审报告") @NotEmpty List<UUID> reportDoc,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    @SuppressWarnings("NullAway") // a hidden table does not arrive
    public BudgetReviewForm {
        cutReasons = cutReasons == null ? List.of() : cutReasons;
    }

    public enum Decision {
        APPROVED("通过"),
        REDUCED("核减"),
        RETURNED("退回");

        private final String label;

        Decision(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** One item that was cut. */
    public record Cut(
            @Label("核减项目") @NotBlank @Size(max = 100) String item,
            @Label("核减金额") @NotNull Money amount,
            @Label("核减理由") @NotBlank @Size(max = 300) String reason) {}
}
