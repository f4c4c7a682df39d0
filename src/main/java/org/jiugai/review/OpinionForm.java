package org.jiugai.review;

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

/**
 * Form {@code department-opinion} (book 5.5, task 19).
 *
 * @param opinionDate date of the stamped opinion; null means today
 */
public record OpinionForm(
        @Label("意见") @NotNull Opinion opinion,
        @Label("修改条件") @Valid List<Condition> conditions,
        @Label("法律依据") @Size(max = 300) @Nullable String legalGround,
        @Label("审查人") @NotBlank @Size(max = 30) String reviewer,
        @Label("出具日期") @Nullable LocalDate opinionDate,
        @Label("盖章意见书") @NotEmpty List<UUID> signedDoc,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    public OpinionForm {
        conditions = Objects.requireNonNullElse(conditions, List.of());
    }

    public record Condition(@Label("条件内容") @NotBlank @Size(max = 500) String content) {}
}
