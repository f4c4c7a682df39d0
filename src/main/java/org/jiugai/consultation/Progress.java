package org.jiugai.consultation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiugai.ballot.VoteOutcome;
import org.jiugai.kernel.Faults;
import org.jiugai.notice.NoticeOutcome;
import org.jiugai.notice.PublicNotice;
import org.jiugai.policy.Parameters;
import org.jiugai.policy.Parameters.NoticeStage;
import org.jiugai.policy.Policy;

/** How far the consultation of a community has come, held against its policy: what is due next, what is missing for the final plan. */
record Progress(
        int round,
        int plannedRounds,
        boolean councilWanted,
        List<NoticeStage> noticeStages,
        List<PublicNotice> notices,
        List<Council> councils,
        VoteOutcome vote,
        int openOpinions) {

    static Progress of(
            Policy policy,
            int round,
            List<PublicNotice> notices,
            List<Council> councils,
            VoteOutcome vote,
            int openOpinions) {
        return new Progress(
                round,
                policy.get(Parameters.CONSULTATION_ROUNDS),
                policy.get(Parameters.COUNCIL),
                policy.get(Parameters.NOTICE_STAGES),
                notices,
                councils,
                vote,
                openOpinions);
    }

    static NoticeStage stageOf(int round) {
        return round == 1 ? NoticeStage.FIRST_DRAFT : NoticeStage.REVISED_DRAFT;
    }

    /** A draft is publicised once in its round; again after a major objection was upheld, not after a minor one. */
    boolean noticeDue() {
        NoticeStage stage = stageOf(round);
        return noticeStages.contains(stage) && !settled(stage);
    }

    /** The council meets once, after the first draft. */
    boolean councilDue() {
        return councilWanted && round == 1 && !councilHeld();
    }

    boolean nextRoundDue() {
        return round < plannedRounds;
    }

    /** Each item that this policy requires, and whether it is done. */
    Map<CheckItem, Boolean> checklist() {
        Map<CheckItem, Boolean> list = new EnumMap<>(CheckItem.class);
        list.put(CheckItem.ROUNDS, !nextRoundDue());
        if (noticeStages.contains(NoticeStage.FIRST_DRAFT)) {
            list.put(CheckItem.FIRST_NOTICE, settled(NoticeStage.FIRST_DRAFT));
        }
        if (councilWanted) list.put(CheckItem.COUNCIL, councilHeld());
        if (plannedRounds > 1 && noticeStages.contains(NoticeStage.REVISED_DRAFT)) {
            list.put(CheckItem.REVISED_NOTICE, settled(NoticeStage.REVISED_DRAFT));
        }
        if (vote != VoteOutcome.NOT_REQUIRED) list.put(CheckItem.OWNERS_VOTE, vote == VoteOutcome.PASSED);
        list.put(CheckItem.OPINIONS, openOpinions == 0);
        return list;
    }

    /** Refuses with every gap at once: what was not done, and what was done but not confirmed. */
    void checkFinal(FinalPlanForm form, String currentVersion) {
        Faults faults = new Faults();
        checklist().forEach((item, done) -> faults.require(done, "checklist", "【两上两下清单】缺项：“" + item.label() + "”尚未完成")
                .require(
                        !done || form.checklist().contains(item),
                        "checklist",
                        "【两上两下清单】缺项：“" + item.label() + "”未勾选确认"));
        faults.require(form.finalVersion().equals(currentVersion), "finalVersion", "【定稿版本】应为最新版本 " + currentVersion)
                .refuse("consultation.finalPlanRefused");
    }

    private boolean settled(NoticeStage stage) {
        NoticeOutcome last = notices.stream()
                .filter(notice -> notice.stage() == stage)
                .map(PublicNotice::outcome)
                .filter(Objects::nonNull)
                .reduce((a, b) -> b)
                .orElse(NoticeOutcome.MAJOR_UPHELD);
        return last != NoticeOutcome.MAJOR_UPHELD;
    }

    private boolean councilHeld() {
        return councils.stream().anyMatch(Council::held);
    }
}
