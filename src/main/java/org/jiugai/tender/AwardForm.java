package org.jiugai.tender;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/** Task 32: the winner, or that nobody is left. */
public record AwardForm(
        @Label("定标结论") @NotNull Decision decision,
        @Label("公示起") @Nullable LocalDate noticeStart,
        @Label("公示止") @Nullable LocalDate noticeEnd,
        @Label("逾期公示理由") @Size(max = 300) @Nullable String lateReason,
        @Label("异议已处理完毕") @Nullable Boolean objectionsSettled,
        @Label("中标人") @Nullable Integer winner,
        @Label("顺延或重新招标理由") @Size(max = 300) @Nullable String passReason,
        @Label("中标价") @Nullable Money awardPrice,
        @Label("中标通知书日期") @Nullable LocalDate awardDate,
        @Label("中标通知书") @Nullable List<UUID> awardDoc,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    public enum Decision {
        AWARDED,
        RETENDER
    }
}
