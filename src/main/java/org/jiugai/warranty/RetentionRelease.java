package org.jiugai.warranty;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/** 核查并退还质保金 (book task 60), by the employer and then by the treasury. */
public record RetentionRelease(
        @Label("核查结论") @NotNull Decision decision,
        @Label("施工申请日") @NotNull LocalDate applyDate,
        @Label("现场核查记录") @NotEmpty List<UUID> siteCheck,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    /** 同意, 不同意. */
    public enum Decision {
        AGREE,
        REFUSE
    }

    enum Seat {
        EMPLOYER,
        TREASURY
    }
}
