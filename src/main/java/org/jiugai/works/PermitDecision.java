package org.jiugai.works;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/** 核发施工许可或确认免办 (book task 35). */
public record PermitDecision(
        @Label("办理结论") @NotNull Outcome decision,
        @Label("许可证号") @Size(max = 40) @Nullable String permitNo,
        @Label("发证日") @Nullable LocalDate issueDate,
        @Label("免办依据") @Size(max = 300) @Nullable String exemptBasis,
        @Label("许可证或免办确认") List<UUID> permitFile,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    public PermitDecision {
        permitFile = permitFile == null ? List.of() : permitFile;
    }

    /** 核发, 免办, 不予. */
    public enum Outcome {
        GRANTED,
        EXEMPT,
        REFUSED
    }
}
