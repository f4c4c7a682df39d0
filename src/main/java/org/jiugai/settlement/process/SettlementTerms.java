package org.jiugai.settlement.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.ProvisionalDates;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskCreation;
import org.jiugai.settlement.SettlementManagement;
import org.jiugai.worktime.DayType;
import org.jiugai.worktime.DueDate;
import org.jiugai.worktime.WorkingCalendar;
import org.springframework.stereotype.Component;

/** {@code ${settlementTerms.…}} in the model: who reviews which amount, and until when. */
// public: the expression language calls methods of public classes only
@Component
public class SettlementTerms implements TaskCreation {
    private final SettlementManagement settlement;
    private final WorkingCalendar calendar;
    private final ProvisionalDates provisional;
    private final Clock clock;

    SettlementTerms(
            SettlementManagement settlement, WorkingCalendar calendar, ProvisionalDates provisional, Clock clock) {
        this.settlement = settlement;
        this.calendar = calendar;
        this.provisional = provisional;
        this.clock = clock;
    }

    public String auditor(long caseId) {
        return settlement.auditor(caseId);
    }

    /** The submitted amount in fen. */
    public long amount(long submissionId) {
        return settlement.submitted(submissionId).fen();
    }

    /** The end of the last day of a review of so many calendar days. */
    public Date due(int days) {
        return CaseManagement.endOf(end(days).effective());
    }

    /** A due date that is provisional is remembered with the task. */
    @Override
    public void created(DelegateTask task) {
        if (!task.getTaskDefinitionKey().equals("userTask_reviewSettlement")) return;
        int days = SettlementProcess.REVIEW_DAYS.get(task);
        provisional.days(
                Step.CASE_ID.get(task),
                ProvisionalDates.task(task.getId()),
                LocalDate.now(clock),
                days,
                DayType.CALENDAR,
                end(days));
    }

    private DueDate end(int days) {
        return calendar.end(LocalDate.now(clock), days, DayType.CALENDAR);
    }
}
