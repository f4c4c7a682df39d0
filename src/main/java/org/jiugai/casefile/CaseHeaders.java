package org.jiugai.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jiugai.organisation.OrganisationManagement;
import org.jiugai.policy.Policy;
import org.jiugai.worktime.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the header card of a case together. */
@Service
@Transactional(readOnly = true)
public class CaseHeaders {
    private static final int SOON = 3;
    private final CaseManagement cases;
    private final OrganisationManagement organisation;
    private final WorkingCalendar calendar;
    private final Clock clock;

    CaseHeaders(CaseManagement cases, OrganisationManagement organisation, WorkingCalendar calendar, Clock clock) {
        this.cases = cases;
        this.organisation = organisation;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The card for a task of the case that is due on that day. */
    public CaseHeader of(long caseId, @Nullable LocalDate due, @Nullable String assignmentNote) {
        RenovationCase file = cases.get(caseId);
        Policy policy = cases.policy(caseId);
        return new CaseHeader(
                file.caseNo(),
                file.name(),
                policy.code(),
                policy.name(),
                organisation.region(file.county()).name(),
                organisation.region(file.street()).name(),
                cases.communities(caseId).stream().map(CaseCommunity::name).toList(),
                currentStage(cases.stages(caseId)),
                due == null ? null : due.toString(),
                due == null ? "GREEN" : colour(due),
                due != null && isProvisional(due),
                cases.findings(caseId).stream()
                        .filter(finding -> finding.answer() == null)
                        .map(finding -> finding.ruleId() + "：" + finding.message())
                        .toList(),
                "/cases/" + file.caseNo(),
                assignmentNote);
    }

    /** The card for a task that belongs to no case yet: an application, a package. */
    public CaseHeader withoutCase(
            String number, String name, String county, @Nullable LocalDate due, @Nullable String assignmentNote) {
        return new CaseHeader(
                number,
                name,
                "",
                "",
                county.isEmpty() ? "" : organisation.region(county).name(),
                "",
                List.of(),
                "",
                due == null ? null : due.toString(),
                due == null ? "GREEN" : colour(due),
                due != null && isProvisional(due),
                List.of(),
                "",
                assignmentNote);
    }

    /** Green: more than three working days left; yellow: up to three; red: overdue. */
    public String colour(LocalDate due) {
        LocalDate today = LocalDate.now(clock);
        if (today.isAfter(due)) return "RED";
        return calendar.workingDaysBetween(today, due) > SOON ? "GREEN" : "YELLOW";
    }

    /** Whether that day may still move: the calendar of a year from now until then is not published. */
    public boolean isProvisional(LocalDate due) {
        int thisYear = Math.min(LocalDate.now(clock).getYear(), due.getYear());
        return IntStream.rangeClosed(thisYear, due.getYear()).anyMatch(year -> !calendar.isPublished(year));
    }

    private static String currentStage(List<StageEntry> stages) {
        return stages.stream()
                .filter(entry -> entry.reachedOn() != null)
                .max(Comparator.comparing(StageEntry::stage))
                .map(entry -> entry.stage().label())
                .orElse("立案");
    }
}
