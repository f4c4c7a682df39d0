package org.jiugai.stewardship;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * 确定后续管理模式 (book 3.7, task 61).
 *
 * @param fee yuan per square metre and month
 */
public record ManagementModeForm(
        @Label("管理模式") @NotNull ManagementMode mode,
        @Label("管理单位") @NotBlank @Size(max = 100) String managerName,
        @Label("合同日期") @Nullable LocalDate contractDate,
        @Label("收费标准") @Nullable Money fee,
        @Label("业主共同决定") List<UUID> voteDocs,
        @Label("公共收益用途") @Size(max = 500) @Nullable String revenueUse,
        @Label("维修资金补建计划") @Size(max = 500) @Nullable String maintenanceFundPlan,
        @Label("移交日期") @NotNull LocalDate handoverDate,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {

    public ManagementModeForm {
        voteDocs = Objects.requireNonNullElse(voteDocs, List.of());
    }
}
