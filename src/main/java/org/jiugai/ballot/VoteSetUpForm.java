package org.jiugai.ballot;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/** 设置表决事项 (book 5.5, task 15): several items in one vote are counted each for itself. */
public record VoteSetUpForm(
        @Label("组织者") @NotBlank @Size(max = 60) String organiser,
        @Label("表决事项") @NotEmpty @Valid List<Item> items,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    /**
     * @param item to which of the matters of the law it belongs
     */
    public record Item(
            @Label("法定事项") @NotNull StatutoryItem item, @Label("表决内容") @NotBlank @Size(max = 500) String content) {}
}
