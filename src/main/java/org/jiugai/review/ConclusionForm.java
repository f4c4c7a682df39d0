package org.jiugai.review;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/** Form {@code conclude-review} (book 5.5, task 21). */
public record ConclusionForm(
        @Label("结论") @NotNull Conclusion outcome,
        @Label("改变建议结论的理由") @Size(max = 500) @Nullable String overrideReason,
        @Label("纪要编号") @NotBlank @Size(max = 40) String minutesNo,
        @Label("会议日期") @Nullable LocalDate meetingDate,
        @Label("会议纪要") List<UUID> minutes,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    public ConclusionForm {
        minutes = Objects.requireNonNullElse(minutes, List.of());
    }
}
