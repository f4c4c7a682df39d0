package org.jiugai.formalities;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/** Task 23: the approval of the project. The approval fixes scope, method and organisation of the tender (招标投标法实施条例第7条). */
public record InitiationForm(
        @Label("项目代码")
                @NotNull
                @Pattern(
                        regexp = "\\d{4}-\\d{6}-\\d{2}-\\d{2}-\\d{6}",
                        message = "应为全国投资项目在线审批监管平台代码，如2401-341502-04-05-123456")
                String projectCode,
        @Label("核准招标内容") @NotEmpty List<TenderItem> tenderScope,
        @Label("批准总投资") @NotNull Money estimateTotal,
        @Label("简化报批") @NotNull Boolean simplified,
        @Label("简化依据") @Size(max = 300) @Nullable String simplifiedBasis,
        @Label("批复日期") @NotNull LocalDate approvedOn,
        @Label("立项批复文件") @NotEmpty List<UUID> approvalDoc,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    /** What the approval decides about tendering. */
    public enum TenderItem {
        SCOPE,
        METHOD,
        ORGANISATION
    }
}
