package org.jiugai.ballot;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/** 核定表决事项: the legal reviewer confirms to which item of the Civil Code each matter belongs. */
public record VoteConfirmationForm(
        @Label("核定意见") @NotNull Decision decision, @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    public enum Decision {
        CONFIRMED,
        RETURNED
    }
}
