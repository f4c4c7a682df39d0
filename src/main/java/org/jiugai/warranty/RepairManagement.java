package org.jiugai.warranty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.ProvisionalDates;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.engine.Decisions;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.Unrecorded;
import org.jiugai.warranty.RepairCheck.Result;
import org.jiugai.warranty.RepairCheck.Source;
import org.jiugai.warranty.RepairDispatch.Decision;
import org.jiugai.worktime.DayType;
import org.jiugai.worktime.DueDate;
import org.jiugai.worktime.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The repair of one defect: dispatched, repaired or reminded of, checked, closed. */
@Service
@Transactional
public class RepairManagement {
    /** Kind of a repair among provisional dates. */
    public static final String SUBJECT = "defect-repair";

    private static final int ORDINARY_DAYS = 7;
    private static final int URGENT_DAYS = 1;
    private static final int REMINDERS = 2;
    private final WarrantyRows warranty;
    private final RepairRows rows;
    private final CaseManagement cases;
    private final DocumentManagement documents;
    private final Decisions decisions;
    private final WorkingCalendar calendar;
    private final ProvisionalDates provisional;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RepairManagement(
            WarrantyRows warranty,
            RepairRows rows,
            CaseManagement cases,
            DocumentManagement documents,
            Decisions decisions,
            WorkingCalendar calendar,
            ProvisionalDates provisional,
            ApplicationEventPublisher events,
            Clock clock) {
        this.warranty = warranty;
        this.rows = rows;
        this.cases = cases;
        this.documents = documents;
        this.decisions = decisions;
        this.calendar = calendar;
        this.provisional = provisional;
        this.events = events;
        this.clock = clock;
    }

    /** The last day of the warranty for this kind of defect (质量条例40); the retention period never shortens it. */
    @Unrecorded("asks the table, which leaves a record of its own")
    public LocalDate warrantyUntil(long caseId, DefectType type) {
        Map<String, Object> period = decisions.single("warranty-period", Map.of("defectType", type.name()));
        LocalDate accepted = warranty.term(caseId).orElseThrow().acceptedOn();
        return calendar.endOfMonths(accepted, ((Number) Objects.requireNonNull(period.get("months"))).intValue())
                .raw();
    }

    /** Sends the contractor, or closes the defect as none of the warranty; against the computed period only with a reason. */
    public void dispatch(long defectId, RepairDispatch form, Actor actor) {
        WarrantyRows.Defect defect = warranty.defect(defectId);
        cases.lock(defect.caseId());
        LocalDate until = warrantyUntil(defect.caseId(), form.defectType());
        boolean within = !defect.happenedOn().isAfter(until);
        new Faults()
                .require(
                        (form.decision() == Decision.DISPATCH) == within || !isBlank(form.comment()),
                        "comment",
                        within
                                ? "【意见说明】报修时仍在保修期内（至" + until + "），按非质保处理须说明理由"
                                : "【意见说明】报修时已过保修期（至" + until + "），仍派修须说明理由")
                .refuse("warranty.invalidDispatch");
        rows.add(defectId, form, until, within, actor, today(), clock.instant());
        documents.attach(defect.caseId(), "缺陷照片", "defect:" + defectId, form.photo(), actor);
        if (form.decision() == Decision.NOT_WARRANTY) {
            rows.close(defectId, "NOT_WARRANTY", today(), clock.instant());
        }
    }

    /** By when the contractor is to repair, counted from today: 24 hours or seven days (PROPOSED, book 1.14 K3). */
    @Transactional(readOnly = true)
    public LocalDate repairBy(long defectId) {
        return isUrgent(warranty.defect(defectId))
                ? today().plusDays(URGENT_DAYS)
                : calendar.end(today(), ORDINARY_DAYS, DayType.CALENDAR).effective();
    }

    /** Remembers the end of a repair that begins today, for its timer and its task, as long as it is provisional. */
    @Unrecorded("notes when a period is to be counted again, which is no fact")
    public void remember(long defectId, String taskSubject) {
        WarrantyRows.Defect defect = warranty.defect(defectId);
        if (isUrgent(defect)) return;
        DueDate end = calendar.end(today(), ORDINARY_DAYS, DayType.CALENDAR);
        for (String subject : List.of(SUBJECT + ":" + defectId, taskSubject)) {
            provisional.days(defect.caseId(), subject, today(), ORDINARY_DAYS, DayType.CALENDAR, end);
        }
    }

    private static boolean isUrgent(WarrantyRows.Defect defect) {
        return Boolean.TRUE.equals(defect.dispatchedUrgent());
    }

    /** Records what the contractor did. */
    public void repair(long defectId, Repair form, Actor actor) {
        WarrantyRows.Defect defect = warranty.defect(defectId);
        new Faults()
                .require(!form.repairedAt().isAfter(today()), "repairedAt", "【修复日期】不得晚于今天")
                .require(!form.repairedAt().isBefore(defect.happenedOn()), "repairedAt", "【修复日期】不得早于报修日期")
                .refuse("warranty.invalidRepair");
        rows.add(defectId, form, actor, clock.instant());
        provisional.forget(SUBJECT + ":" + defectId);
        documents.attach(defect.caseId(), "修复照片", "defect:" + defectId, form.photos(), actor);
    }

    /**
     * The contractor let the time pass: he is reminded, but not more than twice.
     *
     * @return whether both reminders were in vain, so that others may repair
     */
    public boolean remind(long defectId) {
        if (warranty.defect(defectId).reminders() == REMINDERS) return true;
        rows.remind(defectId, today(), clock.instant());
        return false;
    }

    /** Records the check. A repaired or replaced defect is closed; what a third party cost is published when it comes from the retention money. */
    public void check(long defectId, RepairCheck form, Actor actor) {
        WarrantyRows.Defect defect = warranty.defect(defectId);
        cases.lock(defect.caseId());
        check(
                form,
                rows.isRepaired(defectId),
                warranty.releasedOn(defect.caseId()).isPresent());
        rows.add(defectId, form, actor, today(), clock.instant());
        attach(defect.caseId(), "代修票据", "defect:" + defectId, form.receipts(), actor);
        if (form.result() == Result.PASS) rows.close(defectId, "REPAIRED", today(), clock.instant());
        if (form.result() == Result.THIRD_PARTY) closeAsReplaced(defect, form);
    }

    private void closeAsReplaced(WarrantyRows.Defect defect, RepairCheck form) {
        rows.close(defect.id(), "THIRD_PARTY", today(), clock.instant());
        if (form.deductFrom() == Source.RETENTION) {
            events.publishEvent(new RepairDeducted(
                    defect.caseId(),
                    Objects.requireNonNull(form.thirdPartyCost()),
                    Objects.requireNonNull(form.payee()),
                    defect.id()));
        }
    }

    static void check(RepairCheck form, boolean repaired, boolean released) {
        Faults faults = new Faults();
        faults.require(form.result() != Result.PASS || repaired, "result", "【结果】施工单位尚未登记修复，不能判定合格；可选择返修或代修")
                .require(form.result() != Result.REDO || !isBlank(form.comment()), "comment", "【意见说明】返修时必填");
        if (form.result() == Result.THIRD_PARTY) {
            faults.require(
                            form.thirdPartyCost() != null
                                    && form.thirdPartyCost().isPositive(),
                            "thirdPartyCost",
                            "【代修费用】代修时必填，须大于零")
                    .require(!isBlank(form.payee()), "payee", "【代修单位】代修时必填")
                    .require(form.deductFrom() != null, "deductFrom", "【扣款来源】代修时必填")
                    .require(!form.receipts().isEmpty(), "receipts", "【票据】代修时必须上传")
                    .require(
                            form.deductFrom() != Source.RETENTION || !released, "deductFrom", "【扣款来源】质保金已退还，只能向施工单位追偿");
        }
        faults.refuse("warranty.invalidCheck");
    }

    /** A defect as those who deal with it read it. */
    @Transactional(readOnly = true)
    public DefectView view(long defectId) {
        WarrantyRows.Defect defect = warranty.defect(defectId);
        return new DefectView(
                defect.description(),
                defect.location(),
                defect.urgent(),
                defect.happenedOn(),
                warranty.term(defect.caseId()).orElseThrow().acceptedOn(),
                defect.reminders());
    }

    private void attach(long caseId, String purpose, String subject, List<UUID> files, Actor actor) {
        if (!files.isEmpty()) documents.attach(caseId, purpose, subject, files, actor);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    public record DefectView(
            String description,
            String location,
            boolean urgent,
            LocalDate reportedOn,
            LocalDate acceptedOn,
            int reminders) {}
}
