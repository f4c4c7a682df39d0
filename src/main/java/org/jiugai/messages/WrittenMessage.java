package org.jiugai.messages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message and what became of it.
 *
 * @param outcome of the last attempt; null when there was none
 * @param detail why it failed, or how the household was told
 * @param attempts how often a carrier tried
 */
public record WrittenMessage(
        long id,
        long communityId,
        long unitId,
        String body,
        Instant recordedAt,
        @Nullable Outcome outcome,
        @Nullable String detail,
        @Nullable Instant attemptedAt,
        int attempts) {
    /** What an attempt came to. */
    public enum Outcome {
        SENT("已发送"),
        FAILED("发送失败"),
        TOLD("已告知");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Whether somebody still has to tell it. */
    public boolean isOpen() {
        return outcome == null || outcome == Outcome.FAILED;
    }

    /** The state as a reader sees it: 待告知, 已发送, 发送失败 3 次：… */
    public String shownState() {
        if (outcome == null) return "待告知";
        return outcome.label()
                + (outcome == Outcome.FAILED ? " " + attempts + " 次" : "")
                + (detail == null ? "" : "：" + detail);
    }
}
