package org.jiugai.review;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/** Form {@code close-conditions}: the body that set conditions says what became of each. */
public record ConditionsForm(
        @Label("修改条件") @NotEmpty @Valid List<Check> checks,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment,
        @Label("附件") List<UUID> attachments) {
    public ConditionsForm {
        attachments = Objects.requireNonNullElse(attachments, List.of());
    }

    /** @param condition id of the condition, as the form received it */
    public record Check(
            @Label("条件") @NotNull Long condition,
            @Label("落实情况") @NotNull Result result,
            @Label("说明") @Size(max = 300) @Nullable String reason) {}

    public enum Result {
        CLOSED("已落实"),
        ALTERED("变通落实（条件有变更）"),
        OPEN("未落实，退回修改");

        private final String label;

        Result(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
