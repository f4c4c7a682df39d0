package org.jiugai.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiugai.kernel.Faults;
import org.jiugai.worktime.DayType;
import org.jiugai.worktime.WorkingCalendar;

/** What a posting, a closing and a set of replies must satisfy beyond each field for itself. */
final class NoticeRules {
    private NoticeRules() {}

    /**
     * @param days the policy's period
     * @param dayType how the policy counts it
     * @param doors every building entrance; empty where the community has no baseline
     */
    static void checkPosting(
            PublicNotice notice,
            PostingForm form,
            int days,
            DayType dayType,
            List<String> doors,
            LocalDate today,
            WorkingCalendar calendar) {
        boolean longEnough = form.dayType() == dayType
                ? form.days() >= days
                : !calendar.end(form.startDate(), form.days(), form.dayType())
                        .raw()
                        .isBefore(calendar.end(form.startDate(), days, dayType).raw());
        checkEvidence(new Faults(), doors, form.photos(), "photos", "【张贴照片】", form.doors(), "doors")
                .require(
                        form.noticeType() == notice.stage(),
                        "noticeType",
                        "【公示类型】本次应为" + PublicNotice.name(notice.stage()))
                .require(!form.startDate().isAfter(today), "startDate", "【起始日】为张贴当日，不能晚于今天")
                .require(
                        !form.startDate().isBefore(notice.requestedOn()),
                        "startDate",
                        "【起始日】不能早于方案提交公示之日 " + notice.requestedOn())
                .require(
                        longEnough,
                        "days",
                        "【公示天数】不得少于本案政策规定的 " + days + " 个" + (dayType == DayType.WORKING ? "工作日" : "自然日"))
                .refuse("notice.postingRefused");
    }

    /** A photo of every door; where nobody knows the doors, a photo. */
    private static Faults checkEvidence(
            Faults faults,
            List<String> doors,
            List<UUID> photos,
            String field,
            String name,
            List<DoorPhotos> shown,
            String doorField) {
        if (doors.isEmpty()) return faults.require(!photos.isEmpty(), field, name + "必填");
        Map<String, Boolean> seen = shown.stream()
                .collect(Collectors.toMap(
                        door -> door.place().strip(), door -> !door.photos().isEmpty(), Boolean::logicalOr));
        List<String> missing =
                doors.stream().filter(door -> !seen.getOrDefault(door, false)).toList();
        return faults.require(missing.isEmpty(), doorField, name + "以下单元门缺照片：" + String.join("、", missing))
                .require(doors.containsAll(seen.keySet()), doorField, name + "有不在本小区底账中的单元门");
    }

    static void checkClosing(PublicNotice notice, ClosingForm form, List<String> doors, LocalDate today) {
        Faults faults = checkEvidence(
                new Faults(), doors, form.endPhotos(), "endPhotos", "【期满照片】", form.endDoors(), "endDoors");
        LocalDate end = Objects.requireNonNull(notice.endDate());
        faults.require(!form.closedOn().isBefore(end), "closedOn", "【结束日期】公示至 " + end + " 届满，不能提前结束")
                .require(!form.closedOn().isAfter(today), "closedOn", "【结束日期】不能晚于今天")
                .require(
                        form.objectionCount() == form.objections().size(),
                        "objectionCount",
                        "【收到异议件数】填写 " + form.objectionCount() + " 件，与【异议】列出的 "
                                + form.objections().size() + " 件不一致");
        for (int i = 0; i < form.objections().size(); i++) {
            ClosingForm.Objection objection = form.objections().get(i);
            faults.require(
                    objection.anonymous()
                            || objection.objector() != null
                                    && !objection.objector().isBlank(),
                    "objections[" + i + "].objector",
                    "【异议】第" + (i + 1) + "行：非匿名异议须填写异议人");
        }
        faults.refuse("notice.closingRefused");
    }

    /**
     * @param due last day for the answers
     */
    static void checkReplies(
            PublicNotice notice, List<ReceivedObjection> objections, RepliesForm form, LocalDate due, LocalDate today) {
        Faults faults = new Faults();
        Set<Integer> received = objections.stream().map(ReceivedObjection::no).collect(Collectors.toSet());
        Set<Integer> answered =
                form.replies().stream().map(RepliesForm.Reply::no).collect(Collectors.toSet());
        faults.require(
                answered.equals(received) && form.replies().size() == received.size(),
                "replies",
                "【异议答复】须对收到的 " + received.size() + " 件异议逐条答复，每件一行");
        LocalDate closed = Objects.requireNonNull(notice.closedOn());
        for (int i = 0; i < form.replies().size(); i++) {
            RepliesForm.Reply reply = form.replies().get(i);
            String row = "【异议答复】第" + (i + 1) + "行：";
            String field = "replies[" + i + "].";
            faults.require(
                            !reply.replyDate().isBefore(closed)
                                    && !reply.replyDate().isAfter(today),
                            field + "replyDate",
                            row + "答复日期应在公示结束日 " + closed + " 与今天之间")
                    .require(
                            !reply.replyDate().isAfter(due)
                                    || reply.lateReason() != null
                                            && !reply.lateReason().isBlank(),
                            field + "lateReason",
                            row + "答复期限为 " + due + "，逾期答复须填写逾期说明");
        }
        faults.refuse("notice.repliesRefused");
    }
}
