package org.jiugai.review;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/**
 * Form {@code review-intake} (book 5.5, task 18).
 *
 * @param participants bodies to be asked, as {@code role:LEVEL}
 */
public record IntakeForm(
        @Label("受理结果") @NotNull IntakeDecision decision,
        @Label("送审材料") @NotEmpty @Valid List<Material> materials,
        @Label("参评部门") List<@Size(max = 60) String> participants,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment,
        @Label("附件") List<UUID> attachments) {
    public IntakeForm {
        participants = Objects.requireNonNullElse(participants, List.of());
        attachments = Objects.requireNonNullElse(attachments, List.of());
    }

    public record Material(
            @Label("材料名称") @NotBlank @Size(max = 60) String name,
            @Label("是否齐全") @NotNull Boolean complete,
            @Label("缺失说明") @Size(max = 200) @Nullable String remark) {}
}
