package org.jiugai.notice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/** 处理公示异议 (book 5.5, task 13): one row for each objection. */
public record RepliesForm(
        @Label("异议答复") @NotEmpty @Valid List<Reply> replies,
        @Label("答复书") List<UUID> replyDocs,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {

    public RepliesForm {
        replyDocs = Objects.requireNonNullElse(replyDocs, List.of());
    }

    /**
     * @param no number of the objection within its notice
     */
    public record Reply(
            @Label("异议编号") @NotNull Integer no,
            @Label("涉及内容") @Size(max = 500) @Nullable String affectedItems,
            @Label("处理结论") @NotNull ObjectionDecision decision,
            @Label("答复") @NotBlank @Size(min = 20, max = 2000) String reply,
            @Label("答复日期") @NotNull LocalDate replyDate,
            @Label("逾期说明") @Size(max = 500) @Nullable String lateReason) {}
}
