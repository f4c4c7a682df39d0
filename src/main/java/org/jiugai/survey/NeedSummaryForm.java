package org.jiugai.survey;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/** 汇总居民需求并排序 (book 5.5, task 9). */
public record NeedSummaryForm(
        @Label("调查户数") @NotNull @Min(0) Integer surveyed,
        @Label("支持户数") @NotNull @Min(0) Integer supportCount,
        @Label("急需内容排序") @NotEmpty @Valid List<PriorityItem> priorityItems,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {

    public record PriorityItem(
            @Label("名次") @NotNull @Min(1) Integer rank, @Label("急需内容") @NotBlank @Size(max = 200) String content) {}
}
