package org.jiugai.notice;

import java.time.LocalDate;
import org.jiugai.policy.Parameters.NoticeStage;
import org.jspecify.annotations.Nullable;

/** An objection that a household made with its code, and the answer; without one while nobody has answered. */
public record HouseholdObjection(
        NoticeStage stage,
        String content,
        @Nullable ObjectionDecision decision,
        @Nullable String reply,
        @Nullable LocalDate repliedOn) {
    public String notice() {
        return PublicNotice.name(stage);
    }
}
