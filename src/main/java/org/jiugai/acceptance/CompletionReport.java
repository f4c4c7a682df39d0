package org.jiugai.acceptance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/** 提交竣工报告 (book task 51). */
public record CompletionReport(
        @Label("完成情况") @NotEmpty @Valid List<Item> completedItems,
        @Label("自检结论") @NotNull SelfCheck selfCheck,
        @Label("保修书") @NotEmpty List<UUID> warrantyLetter,
        @Label("竣工图") @NotEmpty List<UUID> asBuilt,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    /** An item of the contract, done or with the approval of its omission. */
    public record Item(
            @Label("合同内容") @NotBlank @Size(max = 100) String item,
            @Label("已完成") @NotNull Boolean completed,
            @Label("甩项批准依据") @Size(max = 200) @Nullable String omissionBasis) {}

    /** Nothing but 合格 may be submitted. */
    public enum SelfCheck {
        PASS
    }
}
