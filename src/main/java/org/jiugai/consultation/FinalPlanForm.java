package org.jiugai.consultation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/** 方案定稿 (book 5.5, task 17). */
public record FinalPlanForm(
        @Label("两上两下清单") List<CheckItem> checklist,
        @Label("意见采纳情况表") @NotEmpty List<UUID> opinionAdoption,
        @Label("定稿版本") @NotBlank @Size(max = 20) String finalVersion,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {

    public FinalPlanForm {
        checklist = Objects.requireNonNullElse(checklist, List.of());
    }
}
