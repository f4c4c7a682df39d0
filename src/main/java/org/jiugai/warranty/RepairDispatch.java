package org.jiugai.warranty;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/** 派发维修任务 (book task 58). */
public record RepairDispatch(
        @Label("处理方式") @NotNull Decision decision,
        @Label("缺陷类型") @NotNull DefectType defectType,
        @Label("紧急") @NotNull Boolean urgent,
        @Label("照片") @NotEmpty List<UUID> photo,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    /** 派修, 非质保. */
    public enum Decision {
        DISPATCH,
        NOT_WARRANTY
    }
}
