package org.jiugai.works;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/** 填报施工进度 (book task 38). All figures are cumulative. */
public record ProgressReport(
        @Label("填报截止日") @NotNull LocalDate reportTo,
        @Label("分项完成情况") @NotEmpty @Valid List<Item> items,
        @Label("累计完成产值") @NotNull Money valueDone,
        @Label("在场人数") @NotNull @Min(0) Integer workers,
        @Label("现场影像") @NotEmpty List<UUID> photos,
        @Label("更正说明") @Size(max = 500) @Nullable String correctionNote,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    /** One part of the work, its weight in the whole and how much of it is done, both in percent. */
    public record Item(
            @Label("分项工程") @NotBlank @Size(max = 60) String item,
            @Label("权重") @NotNull @DecimalMin("0.01") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
                    BigDecimal weight,
            @Label("累计完成") @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
                    BigDecimal done) {}
}
