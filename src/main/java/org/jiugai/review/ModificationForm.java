package org.jiugai.review;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jiugai.engine.Label;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * Form {@code classify-modification}: the revised plan against the one that was reviewed (book 2.10 major-modification).
 *
 * @param affectedBodies requests of the round whose bodies are concerned by a major modification
 * @param reopenedConditions closed conditions that the revision no longer meets
 */
public record ModificationForm(
        @Label("修改后投资估算") @NotNull Money revisedEstimate,
        @Label("修改后户数") @NotNull @Positive Integer revisedHouseholds,
        @Label("减少基础类内容或新增类别") @NotNull Boolean mandatoryClassChanged,
        @Label("改变结构、消防车道、疏散或荷载") @NotNull Boolean structureOrFire,
        @Label("改变共有部分用途或占用共有场地") @NotNull Boolean commonPartChanged,
        @Label("改变居民出资") @NotNull Boolean contributionChanged,
        @Label("修改性质") @NotNull Nature nature,
        @Label("改变建议性质的理由") @Size(max = 500) @Nullable String overrideReason,
        @Label("受影响部门") List<Long> affectedBodies,
        @Label("须重新确认的条件") List<Long> reopenedConditions,
        @Label("修改说明") @NotBlank @Size(max = 1000) String comment) {
    public ModificationForm {
        affectedBodies = Objects.requireNonNullElse(affectedBodies, List.of());
        reopenedConditions = Objects.requireNonNullElse(reopenedConditions, List.of());
    }
}
