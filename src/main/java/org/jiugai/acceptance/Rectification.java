package org.jiugai.acceptance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/** 完成验收整改: what was done about the issues of a failed acceptance. */
public record Rectification(
        @Label("整改情况") @NotBlank @Size(max = 1000) String measures,
        @Label("整改完成日期") @NotNull LocalDate completedOn,
        @Label("整改证明材料") @NotEmpty List<UUID> evidence,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    /** Which acceptance had failed. */
    public enum Cause {
        FINAL,
        JOINT,
        COMPREHENSIVE
    }
}
