package org.jiugai.funding;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/** Task 41: the contractor applies for a tranche. */
public record PaymentApplication(
        @Label("支付节点") @NotBlank @Size(max = 60) String milestone,
        @Label("申请金额") @NotNull Money applied,
        @Label("其中人工费") @NotNull Money labourPart,
        @Label("发票") @NotEmpty List<UUID> invoice,
        @Label("中小企业") @NotNull Boolean sme,
        @Label("申请说明") @Size(max = 1000) @Nullable String comment) {}
