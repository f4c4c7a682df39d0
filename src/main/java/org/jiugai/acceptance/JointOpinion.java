package org.jiugai.acceptance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/** 联合验收意见 (book task 53). */
public record JointOpinion(
        @Label("意见") @NotNull Opinion opinion,
        @Label("问题") @Valid List<Issue> items,
        @Label("签字盖章文件") @NotEmpty List<UUID> signedDoc,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    public JointOpinion {
        items = items == null ? List.of() : items;
    }

    /** 合格, 整改 (general issues within the period), 不合格. */
    public enum Opinion {
        PASS("合格"),
        RECTIFY("整改"),
        FAIL("不合格");

        private final String label;

        Opinion(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
