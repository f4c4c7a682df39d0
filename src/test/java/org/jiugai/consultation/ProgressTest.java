package org.jiugai.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jiugai.ballot.VoteOutcome;
import org.jiugai.notice.NoticeOutcome;
import org.jiugai.notice.PublicNotice;
import org.jiugai.policy.Parameters.NoticeStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final List<NoticeStage> BOTH = List.of(NoticeStage.FIRST_DRAFT, NoticeStage.REVISED_DRAFT);
    private static final LocalDate DAY = LocalDate.of(2024, 1, 2);

    private static PublicNotice notice(NoticeStage stage, @Nullable NoticeOutcome outcome) {
        return new PublicNotice(1, 1, 1, stage, DAY, DAY, DAY, false, "社区", DAY, 0, outcome);
    }

    private static Council council(CouncilForm.Decision decision) {
        return new Council(1, 1, 1, 1, LocalDateTime.of(2024, 1, 2, 9, 0), 40, 20, 3, 0, decision);
    }

    private static Progress progress(int round, List<PublicNotice> notices, Council... councils) {
        return new Progress(round, 2, true, BOTH, notices, List.of(councils), VoteOutcome.NOT_REQUIRED, 0);
    }

    @Test
    void aDraftIsPublicisedOnceAndAgainOnlyAfterAMajorObjection() {
        assertThat(progress(1, List.of()).noticeDue()).isTrue();
        assertThat(progress(1, List.of(notice(NoticeStage.FIRST_DRAFT, null))).noticeDue())
                .isTrue();
        assertThat(progress(1, List.of(notice(NoticeStage.FIRST_DRAFT, NoticeOutcome.CLEAN)))
                        .noticeDue())
                .isFalse();
        assertThat(progress(1, List.of(notice(NoticeStage.FIRST_DRAFT, NoticeOutcome.MINOR_UPHELD)))
                        .noticeDue())
                .isFalse();
        assertThat(progress(1, List.of(notice(NoticeStage.FIRST_DRAFT, NoticeOutcome.MAJOR_UPHELD)))
                        .noticeDue())
                .isTrue();
        assertThat(progress(2, List.of(notice(NoticeStage.FIRST_DRAFT, NoticeOutcome.CLEAN)))
                        .noticeDue())
                .as("the second round has a notice of its own")
                .isTrue();
    }

    @Test
    void aPolicyWithoutNoticesBeforeTheReviewAsksForNone() {
        Progress progress = new Progress(
                1, 1, false, List.of(NoticeStage.AFTER_REVIEW), List.of(), List.of(), VoteOutcome.NOT_REQUIRED, 0);
        assertThat(progress.noticeDue()).isFalse();
        assertThat(progress.councilDue()).isFalse();
        assertThat(progress.nextRoundDue()).isFalse();
        assertThat(progress.checklist()).containsOnlyKeys(CheckItem.ROUNDS, CheckItem.OPINIONS);
    }

    @Test
    void anAdjournedCouncilWasNotHeld() {
        assertThat(progress(1, List.of(), council(CouncilForm.Decision.ADJOURNED))
                        .councilDue())
                .isTrue();
        assertThat(progress(1, List.of(), council(CouncilForm.Decision.AGREED)).councilDue())
                .isFalse();
        assertThat(progress(2, List.of()).councilDue()).isFalse();
    }

    @Test
    void theChecklistSaysWhatIsDone() {
        assertThat(progress(
                                2,
                                List.of(
                                        notice(NoticeStage.FIRST_DRAFT, NoticeOutcome.CLEAN),
                                        notice(NoticeStage.REVISED_DRAFT, NoticeOutcome.MAJOR_UPHELD)),
                                council(CouncilForm.Decision.REVISE))
                        .checklist())
                .containsEntry(CheckItem.ROUNDS, true)
                .containsEntry(CheckItem.FIRST_NOTICE, true)
                .containsEntry(CheckItem.COUNCIL, true)
                .containsEntry(CheckItem.REVISED_NOTICE, false)
                .containsEntry(CheckItem.OPINIONS, true);
    }
}
