package org.jiugai.ballot;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/** 录入并计票 (book 5.5, task 16): who watched, and for how long the preliminary result is published; the figures are counted. */
public record VoteCountForm(
        @Label("监票人") @NotEmpty @Valid List<Witness> witnesses,
        @Label("初步结果公示天数") @NotNull @Min(1) @Max(60) Integer prelimNoticeDays,
        @Label("计票记录") List<UUID> countSheets,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    @SuppressWarnings("NullAway") // a field that is not sent does not arrive
    public VoteCountForm {
        countSheets = countSheets == null ? List.of() : countSheets;
    }

    public record Witness(@Label("姓名") @NotBlank @Size(max = 30) String name) {}
}
