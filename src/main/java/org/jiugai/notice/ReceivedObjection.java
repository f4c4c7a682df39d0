package org.jiugai.notice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An objection with its answer, if it has one.
 *
 * @param no its number within the notice
 */
public record ReceivedObjection(
        long id,
        long noticeId,
        int no,
        @Nullable String objector,
        boolean anonymous,
        String content,
        @Nullable ObjectionDecision decision,
        @Nullable String reply,
        @Nullable LocalDate repliedOn) {
    public String shownObjector() {
        return anonymous || objector == null ? "匿名" : objector;
    }

    public boolean upheld() {
        return decision == ObjectionDecision.MINOR || decision == ObjectionDecision.MAJOR;
    }

    public String shownDecision() {
        return decision == null ? "待答复" : decision.label();
    }

    public String shownReply() {
        return reply == null ? "" : reply;
    }
}
