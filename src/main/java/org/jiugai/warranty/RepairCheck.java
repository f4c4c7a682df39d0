package org.jiugai.warranty;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/** 维修验收 (book task 59). */
public record RepairCheck(
        @Label("结果") @NotNull Result result,
        @Label("代修费用") @Nullable Money thirdPartyCost,
        @Label("代修单位") @Size(max = 100) @Nullable String payee,
        @Label("扣款来源") @Nullable Source deductFrom,
        @Label("票据") List<UUID> receipts,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    public RepairCheck {
        receipts = receipts == null ? List.of() : receipts;
    }

    /** 合格, 返修, 代修. */
    public enum Result {
        PASS,
        REDO,
        THIRD_PARTY
    }

    /** 质保金, 追偿. */
    public enum Source {
        RETENTION,
        CLAIM
    }
}
