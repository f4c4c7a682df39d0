package org.jiugai.programme;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jiugai.engine.Label;

/** The leading group's decision to admit against a criterion, with its reason. */
public record OverrideForm(
        @Label("审定结论") @NotNull Decision decision, @Label("审定理由") @NotBlank @Size(max = 1000) String comment) {
    public enum Decision {
        GRANT,
        REFUSE
    }
}
