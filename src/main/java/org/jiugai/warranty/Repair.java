package org.jiugai.warranty;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/** 维修缺陷: what the contractor did. */
public record Repair(
        @Label("维修情况") @NotBlank @Size(max = 500) String measures,
        @Label("修复日期") @NotNull LocalDate repairedAt,
        @Label("修复照片") @NotEmpty List<UUID> photos,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {}
