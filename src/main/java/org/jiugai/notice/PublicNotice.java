package org.jiugai.notice;

import java.time.LocalDate;
import org.jiugai.policy.Parameters.NoticeStage;
import org.jspecify.annotations.Nullable;

/**
 * A notice of a community's plan, as far as it has come.
 *
 * @param startDate day of posting, null before it is posted
 * @param endDate last day, rolled over rest days
 * @param closedOn null while it runs
 * @param outcome null until it is closed and every objection is answered
 */
public record PublicNotice(
        long noticeId,
        long caseId,
        long communityId,
        NoticeStage stage,
        LocalDate requestedOn,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        boolean provisional,
        @Nullable String contact,
        @Nullable LocalDate closedOn,
        int objections,
        @Nullable NoticeOutcome outcome) {

    /** The Chinese name of a stage: 一下, 二下, 审后. */
    public static String name(NoticeStage stage) {
        return switch (stage) {
            case FIRST_DRAFT -> "一下（方案初稿）";
            case REVISED_DRAFT -> "二下（修改稿）";
            case AFTER_REVIEW -> "审后公示";
            case VOTE_RESULT -> "表决初步结果";
        };
    }
}
