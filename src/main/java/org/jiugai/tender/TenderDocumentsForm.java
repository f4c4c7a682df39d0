package org.jiugai.tender;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/** Task 29: the tender documents of one round. */
public record TenderDocumentsForm(
        @Label("发售起始") @NotNull LocalDateTime saleStart,
        @Label("发售截止") @NotNull LocalDateTime saleEnd,
        @Label("投标截止") @NotNull LocalDateTime bidDeadline,
        @Label("最高限价") @NotNull Money ceilingPrice,
        @Label("投标保证金") @Nullable Money bidBond,
        @Label("履约担保比例") @Pattern(regexp = Percents.PATTERN, message = Percents.MESSAGE) @Nullable
                String performanceBond,
        @Label("接受联合体") @NotNull Boolean consortium,
        @Label("评标办法") @NotNull EvaluationMethod evaluationMethod,
        @Label("招标文件") @NotEmpty List<UUID> tenderDoc,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    public enum EvaluationMethod {
        COMPREHENSIVE,
        LOWEST_REASONABLE
    }
}
