package org.jiugai.tender;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/** Task 33: the contract as signed, or the refusal to sign. */
public record ContractForm(
        @Label("签约结果") @NotNull Decision decision,
        @Label("合同编号") @Size(max = 40) @Nullable String contractNo,
        @Label("签约单位") @Size(max = 60) @Nullable String contractorOffice,
        @Label("签约单位与中标人不一致的理由") @Size(max = 300) @Nullable String firmReason,
        @Label("签订日期") @Nullable LocalDate signDate,
        @Label("逾期签订理由") @Size(max = 300) @Nullable String lateReason,
        @Label("合同价") @Nullable Money contractPrice,
        @Label("工期") @Nullable Integer duration,
        @Label("人工费比例") @Pattern(regexp = Percents.PATTERN, message = Percents.MESSAGE) @Nullable String labourRatio,
        @Label("预付款比例") @Pattern(regexp = Percents.PATTERN, message = Percents.MESSAGE) @Nullable String advancePct,
        @Label("进度款比例") @Pattern(regexp = Percents.PATTERN, message = Percents.MESSAGE) @Nullable String progressPct,
        @Label("质保金比例") @Pattern(regexp = Percents.PATTERN, message = Percents.MESSAGE) @Nullable String retentionPct,
        @Label("质保金超限理由") @Size(max = 300) @Nullable String retentionReason,
        @Label("缺陷责任期") @Nullable Integer retentionMonths,
        @Label("履约担保形式") @Nullable BondType performanceBondType,
        @Label("保修条款") @Valid List<WarrantyTerm> warrantyTerms,
        @Label("合同文本") @Nullable List<UUID> contractDoc,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    @SuppressWarnings("NullAway") // a hidden table does not arrive
    public ContractForm {
        warrantyTerms = warrantyTerms == null ? List.of() : warrantyTerms;
    }

    public enum Decision {
        SIGNED,
        REFUSED
    }

    public enum BondType {
        CASH,
        GUARANTEE,
        NONE
    }

    /** Parts of the works with a statutory warranty (建设工程质量管理条例第40条). */
    public enum WarrantyItem {
        STRUCTURE,
        WATERPROOFING,
        HEATING,
        INSTALLATION,
        INSULATION,
        OTHER
    }

    public record WarrantyTerm(@Label("工程内容") @NotNull WarrantyItem item, @Label("保修月数") @NotNull Integer months) {}
}
