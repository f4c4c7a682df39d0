package org.jiugai.works;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jiugai.engine.Label;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/** 审核并确认进度 (book task 39), by the supervisor and then by the employer. */
public record ProgressVerdict(
        @Label("审核结论") @NotNull Decision decision,
        @Label("审核进度") @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2) @Nullable
                BigDecimal verifiedPct,
        @Label("确认产值") @Nullable Money verifiedValue,
        @Label("差异说明") @Size(max = 500) @Nullable String differenceReason,
        @Label("更正说明") @Size(max = 500) @Nullable String correctionNote,
        @Label("总监签字") @Nullable Boolean chiefSignature,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    /** 确认; 退回 to the contractor; 复测: the supervisor measures again. */
    public enum Decision {
        CONFIRM,
        RETURN,
        REMEASURE
    }

    /** Who gives the verdict. */
    enum Seat {
        SUPERVISOR,
        EMPLOYER
    }
}
