package org.jiugai.tender;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/** Task 28: the packages that a case needs, new or joined. */
public record ProcurementForm(
        @Label("财政资金") @NotNull Money budgetFunds,
        @Label("国有资金占控股或主导地位") @NotNull Boolean stateControlled,
        @Label("标段") @NotEmpty @Valid List<PackageRow> packages,
        @Label("判定日期") @NotNull LocalDate decidedOn,
        @Label("不招标批准文件") @Nullable List<UUID> exceptionDoc,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    /**
     * @param joins package that the case joins; null for a new one, which then needs name, type and method
     * @param estimate this case's part of the contract estimate
     * @param worksPart of an EPC package; the parts add up to the estimate
     */
    public record PackageRow(
            @Label("并入标段") @Nullable Long joins,
            @Label("标段名称") @Size(max = 100) @Nullable String name,
            @Label("标段类型") @Nullable PackageType type,
            @Label("本案估算价") @NotNull Money estimate,
            @Label("其中施工") @Nullable Money worksPart,
            @Label("其中货物") @Nullable Money goodsPart,
            @Label("其中服务") @Nullable Money servicesPart,
            @Label("采购方式") @Nullable ProcurementMethod method,
            @Label("不公开招标理由") @Size(max = 300) @Nullable String exceptionGround) {}
}
