package org.jiugai.ballot;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiugai.kernel.Faults;

/** What a set-up, a notice and a count must satisfy beyond each field for itself. */
final class VoteFormRules {
    private static final int MIN_WITNESSES = 2;
    private static final int MIN_PRELIMINARY_DAYS = 3;

    private VoteFormRules() {}

    /** @param required the items that the plan's matters belong to */
    static void checkSetUp(VoteSetUpForm form, Collection<StatutoryItem> required, int voters) {
        Faults faults = new Faults();
        Set<StatutoryItem> put =
                form.items().stream().map(VoteSetUpForm.Item::item).collect(Collectors.toSet());
        for (StatutoryItem item : required) {
            faults.require(
                    put.contains(item), "items", "【表决事项】方案涉及民法典第278条第" + item.no() + "项“" + item.label() + "”，必须列入表决");
        }
        faults.require(voters > 0, "items", "【表决事项】本小区还没有底账，无法确定有表决权的业主；请先在“小区底账”导入房屋和业主")
                .refuse("ballot.setUpRefused");
    }

    /**
     * @param noticeDays days that the law asks for between notice and vote; the day of the notice is not counted
     * @param confirmedOn when the legal reviewer let the items go to the vote
     */
    static void checkNotice(
            VoteNoticeForm form, int noticeDays, LocalDate confirmedOn, LocalDate today, LocalDateTime now) {
        LocalDate earliest = form.noticeDate().plusDays(noticeDays);
        new Faults()
                .require(!form.noticeDate().isAfter(today), "noticeDate", "【通知日】为张贴当日，不能晚于今天")
                .require(!form.noticeDate().isBefore(confirmedOn), "noticeDate", "【通知日】不能早于表决事项核定之日 " + confirmedOn)
                .require(!form.committeeInformed().isAfter(today), "committeeInformed", "【告知居委会日期】不能晚于今天")
                .require(
                        !form.voteStart().toLocalDate().isBefore(earliest),
                        "voteStart",
                        "【投票开始】距通知日不得少于 " + noticeDays + " 日，最早为 " + earliest + "（物业管理条例第14条）")
                .require(form.voteStart().isAfter(now), "voteStart", "【投票开始】已经过去")
                .require(form.voteEnd().isAfter(form.voteStart()), "voteEnd", "【投票截止】应晚于投票开始")
                .refuse("ballot.noticeRefused");
    }

    /** @param waiting number of paper ballots that nobody confirmed yet */
    static void checkCount(VoteCountForm form, int waiting) {
        List<String> names = names(form);
        new Faults()
                .require(waiting == 0, "witnesses", "【计票】还有 " + waiting + " 张纸质票未复核，全部复核后才能计票")
                .require(names.stream().distinct().count() >= MIN_WITNESSES, "witnesses", "【监票人】至少两名不同的监票人")
                .require(
                        form.prelimNoticeDays() >= MIN_PRELIMINARY_DAYS,
                        "prelimNoticeDays",
                        "【初步结果公示天数】不得少于 " + MIN_PRELIMINARY_DAYS + " 日")
                .refuse("ballot.countRefused");
    }

    static List<String> names(VoteCountForm form) {
        return form.witnesses().stream().map(witness -> witness.name().strip()).toList();
    }
}
