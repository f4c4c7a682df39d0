package org.jiugai.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.ProvisionalDates;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.messages.NewMessage;
import org.jiugai.messages.Outbox;
import org.jiugai.policy.Parameters;
import org.jiugai.policy.Parameters.NoticeStage;
import org.jiugai.policy.Policy;
import org.jiugai.registry.RegistryManagement;
import org.jiugai.worktime.DayType;
import org.jiugai.worktime.DueDate;
import org.jiugai.worktime.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Public notices: asked for, posted, closed with evidence, objections answered one by one. */
@Service
@Transactional
public class NoticeManagement {
    /** Kind of a notice among documents and provisional dates. */
    public static final String SUBJECT = "public-notice";

    /** Days of a preliminary result under versions of policies that are older than the parameter. */
    private static final int BEFORE_POLICIES_SAID = 3;

    private static final int LONGEST_OBJECTION = 2000;
    private static final int LONGEST_NAME = 60;

    private final Notices notices;
    private final CaseManagement cases;
    private final RegistryManagement registry;
    private final WorkingCalendar calendar;
    private final DocumentManagement documents;
    private final ProvisionalDates provisional;
    private final Outbox outbox;
    private final Clock clock;

    NoticeManagement(
            Notices notices,
            CaseManagement cases,
            RegistryManagement registry,
            WorkingCalendar calendar,
            DocumentManagement documents,
            ProvisionalDates provisional,
            Outbox outbox,
            Clock clock) {
        this.notices = notices;
        this.cases = cases;
        this.registry = registry;
        this.calendar = calendar;
        this.documents = documents;
        this.provisional = provisional;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Opens a notice of the community's plan; returns its id. */
    public long request(long caseId, long communityId, NoticeStage stage) {
        return notices.request(caseId, communityId, stage, today(), clock.instant());
    }

    /**
     * Records the posting. The period counts from the day on which there is a photo of every door: who sends them late, shows the notice longer.
     *
     * @return the end of the period: day N 24:00, rolled over rest days (book 2.2, R-CAL)
     * @throws RuleViolation when the period is shorter than the policy's or the posting lies in the future
     */
    public DueDate post(long noticeId, PostingForm form, Actor actor) {
        PublicNotice notice = notices.get(noticeId);
        Policy policy = cases.policy(notice.caseId());
        DayType dayType = DayType.valueOf(policy.get(Parameters.NOTICE_DAY_TYPE));
        NoticeRules.checkPosting(notice, form, daysOf(notice), dayType, doors(notice.communityId()), today(), calendar);
        LocalDate from = today().isAfter(form.startDate()) ? today() : form.startDate();
        DueDate end = calendar.end(from, form.days(), form.dayType());
        notices.post(noticeId, form, end, actor, clock.instant());
        provisional.days(notice.caseId(), subject(noticeId), from, form.days(), form.dayType(), end);
        documents.attach(notice.caseId(), "公示张贴照片", subject(noticeId), form.photos(), actor);
        form.doors().forEach(door -> attach(notice, "公示张贴照片", door, actor));
        return end;
    }

    /** The end was provisional and is counted again; a notice that is closed keeps its own. */
    public void moveEnd(long noticeId, DueDate end) {
        notices.moveEnd(noticeId, end);
    }

    /**
     * Closes the notice with the photo taken at its end and everything that was objected.
     *
     * @return whether there is an objection to answer
     */
    public boolean close(long noticeId, ClosingForm form, Actor actor) {
        PublicNotice notice = notices.get(noticeId);
        NoticeRules.checkClosing(notice, form, doors(notice.communityId()), today());
        ClosingForm whole = form.with(notices.online(noticeId));
        notices.close(notice, whole, notices.households(noticeId), actor, clock.instant());
        documents.attach(notice.caseId(), "公示期满照片", subject(noticeId), form.endPhotos(), actor);
        form.endDoors().forEach(door -> attach(notice, "公示期满照片", door, actor));
        return !whole.objections().isEmpty();
    }

    /**
     * Takes an objection from the public page.
     *
     * @throws RuleViolation when the notice does not run today (its last day counts to its end, in Shanghai), or something is missing
     */
    public void object(long noticeId, NewObjection objection, Actor actor) {
        PublicNotice notice = notices.get(noticeId);
        String objector = objection.objector();
        new Faults()
                .require(isRunning(notice), "content", "【异议】公示期已过或尚未开始，不能再提出异议")
                .require(!objection.content().isBlank(), "content", "【异议内容】必填")
                .require(objection.content().length() <= LONGEST_OBJECTION, "content", "【异议内容】不超过2000字")
                .require(objection.anonymous() || objector != null && !objector.isBlank(), "objector", "【异议人】非匿名的须填写姓名")
                .require(objector == null || objector.length() <= LONGEST_NAME, "objector", "【异议人】不超过60字")
                .refuse("notice.objectionRefused");
        notices.object(noticeId, objection, clock.instant());
    }

    /** Whether the notice is posted, not closed, and today is one of its days. */
    @Transactional(readOnly = true)
    public boolean isRunning(PublicNotice notice) {
        LocalDate start = notice.startDate();
        LocalDate end = notice.endDate();
        return start != null
                && end != null
                && notice.closedOn() == null
                && !today().isBefore(start)
                && !today().isAfter(end);
    }

    /** What came in over the public page so far. */
    @Transactional(readOnly = true)
    public List<ClosingForm.Objection> online(long noticeId) {
        return notices.online(noticeId);
    }

    /** Answers every objection; the gravest decision is the outcome. */
    public NoticeOutcome reply(long noticeId, RepliesForm form, Actor actor) {
        PublicNotice notice = notices.get(noticeId);
        List<ReceivedObjection> objections = notices.objections(noticeId);
        NoticeRules.checkReplies(notice, objections, form, answersDue(notice), today());
        Map<Integer, ReceivedObjection> byNo =
                objections.stream().collect(Collectors.toMap(ReceivedObjection::no, Function.identity()));
        for (RepliesForm.Reply reply : form.replies()) {
            notices.reply(Objects.requireNonNull(byNo.get(reply.no())), reply, actor, clock.instant());
        }
        documents.attach(notice.caseId(), "异议答复书", subject(noticeId), form.replyDocs(), actor);
        notices.objecting(noticeId).forEach(unitId -> outbox.write(told(notice, unitId)));
        return Objects.requireNonNull(notices.get(noticeId).outcome());
    }

    private static NewMessage told(PublicNotice notice, long unitId) {
        return new NewMessage(
                notice.caseId(),
                notice.communityId(),
                unitId,
                subject(notice.noticeId()),
                "您家对“" + PublicNotice.name(notice.stage()) + "”公示提出的异议已答复。");
    }

    /** What a household objected to with its code, and what it was answered. */
    @Transactional(readOnly = true)
    public List<HouseholdObjection> ofUnit(long unitId) {
        return notices.ofUnit(unitId);
    }

    /** The last day on which the objections of a closed notice are answered in time. */
    @Transactional(readOnly = true)
    public LocalDate answersDue(PublicNotice notice) {
        int days = cases.parameter(notice.caseId(), Parameters.OBJECTION_ANSWER_DAYS);
        return calendar.end(Objects.requireNonNull(notice.closedOn()), days, DayType.WORKING)
                .effective();
    }

    @Transactional(readOnly = true)
    public PublicNotice get(long noticeId) {
        return notices.get(noticeId);
    }

    /** The notices of a case in the order in which they were asked for. */
    @Transactional(readOnly = true)
    public List<PublicNotice> ofCase(long caseId) {
        return notices.ofCase(caseId);
    }

    @Transactional(readOnly = true)
    public List<PublicNotice> ofCommunity(long communityId) {
        return notices.ofCommunity(communityId);
    }

    @Transactional(readOnly = true)
    public List<ReceivedObjection> objections(long noticeId) {
        return notices.objections(noticeId);
    }

    /** For how many days at least this notice is posted. */
    @Transactional(readOnly = true)
    public int daysOf(PublicNotice notice) {
        Policy policy = cases.policy(notice.caseId());
        return notice.stage() == NoticeStage.VOTE_RESULT
                ? policy.get(Parameters.PRELIMINARY_DAYS, BEFORE_POLICIES_SAID)
                : policy.get(Parameters.NOTICE_DAYS);
    }

    /** The last day of a notice that is posted on a day, as the policy counts. */
    @Transactional(readOnly = true)
    public DueDate endOf(PublicNotice notice, LocalDate start) {
        DayType type = DayType.valueOf(cases.policy(notice.caseId()).get(Parameters.NOTICE_DAY_TYPE));
        return calendar.end(start, daysOf(notice), type);
    }

    /** Every building entrance of the community, by name; empty while it has no baseline. */
    @Transactional(readOnly = true)
    public List<String> doors(long communityId) {
        return registry.buildings(cases.community(communityId).registeredId()).stream()
                .flatMap(building -> IntStream.rangeClosed(1, building.entrances())
                        .mapToObj(entrance -> building.name() + entrance + "单元"))
                .toList();
    }

    private void attach(PublicNotice notice, String purpose, DoorPhotos door, Actor actor) {
        documents.attach(
                notice.caseId(),
                purpose + " " + door.place().strip(),
                subject(notice.noticeId()),
                door.photos(),
                actor);
    }

    private static String subject(long noticeId) {
        return SUBJECT + ":" + noticeId;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
