package org.jiugai.settlement;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/** 报送竣工结算 (book task 56, the contractor's part). */
public record SettlementAccount(
        @Label("送审结算") @NotNull Money submitted,
        @Label("结算书") @NotEmpty List<UUID> settlementBook,
        @Label("施工异议") @Size(max = 1000) @Nullable String objection,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {}
