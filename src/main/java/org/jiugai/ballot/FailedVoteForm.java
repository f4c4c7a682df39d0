package org.jiugai.ballot;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jiugai.engine.Label;

/** 处理表决未通过: what the street does next (book 1.3, C8). */
public record FailedVoteForm(
        @Label("处理决定") @NotNull Decision decision, @Label("意见说明") @NotBlank @Size(max = 1000) String comment) {
    public enum Decision {
        REVISE("修改方案"),
        REPEAT("至少一个月后再次表决");

        private final String label;

        Decision(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
