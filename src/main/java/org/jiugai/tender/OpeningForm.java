package org.jiugai.tender;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/** Task 30: who bid, and what was said at the opening. Too few bidders, and the bids stay closed. */
public record OpeningForm(
        @Label("投标人") @Valid List<Bid> bidders,
        @Label("开标时间") @NotNull LocalDateTime openTime,
        @Label("流标") @NotNull Boolean aborted,
        @Label("现场异议") @Valid List<Objection> objections,
        @Label("开标记录") @NotEmpty List<UUID> openingDoc,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    @SuppressWarnings("NullAway") // an empty table may not arrive
    public OpeningForm {
        bidders = bidders == null ? List.of() : bidders;
        objections = objections == null ? List.of() : objections;
    }

    public record Bid(
            @Label("名称") @NotBlank @Size(max = 100) String name,
            @Label("报价") @NotNull Money price,
            @Label("密封完好") @NotNull Boolean sealed) {}

    public record Objection(
            @Label("异议人") @NotBlank @Size(max = 100) String objector,
            @Label("异议内容") @NotBlank @Size(max = 300) String content,
            @Label("当场答复") @NotBlank @Size(max = 300) String answer) {}
}
