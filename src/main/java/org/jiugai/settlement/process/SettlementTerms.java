package org.jiugai.settlement.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.settlement.SettlementManagement;
import org.jiugai.worktime.DayType;
import org.jiugai.worktime.WorkingCalendar;
import org.springframework.stereotype.Component;

/** {@code ${settlementTerms.…}} in the model: who reviews which amount, and until when. */
// public: the expression language calls methods of public classes only
@Component
public class SettlementTerms {
    private final SettlementManagement settlement;
    private final WorkingCalendar calendar;
    private final Clock clock;

    SettlementTerms(SettlementManagement settlement, WorkingCalendar calendar, Clock clock) {
        this.settlement = settlement;
        this.calendar = calendar;
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
        return CaseManagement.endOf(
                calendar.end(LocalDate.now(clock), days, DayType.CALENDAR).effective());
    }
}
