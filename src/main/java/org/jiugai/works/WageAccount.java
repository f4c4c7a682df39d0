package org.jiugai.works;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/** 登记农民工工资专户与保证金 (book task 36). */
public record WageAccount(
        @Label("专户名称") @NotBlank @Size(max = 100) @Pattern(regexp = ".*农民工工资专用账户", message = "须以“农民工工资专用账户”结尾")
                String accountName,
        @Label("专户账号") @NotBlank @Size(max = 30) String accountNo,
        @Label("开户日期") @NotNull LocalDate openDate,
        @Label("保证金比例") @DecimalMin("1") @DecimalMax("3") @Digits(integer = 1, fraction = 2) @Nullable
                BigDecimal depositPct,
        @Label("免存依据") @Size(max = 300) @Nullable String depositExemption,
        @Label("支付担保") @NotEmpty List<UUID> guarantee,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {}
