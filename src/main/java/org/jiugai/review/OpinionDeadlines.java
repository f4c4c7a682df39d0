package org.jiugai.review;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jiugai.casefile.PeriodRecounted;
import org.jiugai.casefile.ProvisionalDates;
import org.jiugai.policy.Parameter;
import org.jiugai.policy.Parameters;
import org.jiugai.policy.Policy;
import org.jiugai.worktime.DayType;
import org.jiugai.worktime.DueDate;
import org.jiugai.worktime.WorkingCalendar;
import org.springframework.stereotype.Component;

/** By when the bodies of a round answer, are reminded and reported, in working days since the round opened. */
@Component
class OpinionDeadlines {
    private final ReviewRounds rounds;
    private final WorkingCalendar calendar;
    private final ProvisionalDates provisional;

    OpinionDeadlines(ReviewRounds rounds, WorkingCalendar calendar, ProvisionalDates provisional) {
        this.rounds = rounds;
        this.calendar = calendar;
        this.provisional = provisional;
    }

    /** A date of every request of a round. */
    enum Deadline {
        DUE(Parameters.REVIEW_OPINION_DAYS, "due_on"),
        REMINDER(Parameters.REVIEW_REMINDER_DAY, "remind_on"),
        ESCALATION(Parameters.REVIEW_ESCALATION_DAY, "escalate_on");

        private final Parameter<Integer> days;
        private final String column;

        Deadline(Parameter<Integer> days, String column) {
            this.days = days;
            this.column = column;
        }

        String column() {
            return column;
        }

        /** Kind of this date among provisional dates. */
        private String kind() {
            return "review-" + column;
        }
    }

    LocalDate of(Deadline deadline, Policy policy, LocalDate opened) {
        return end(deadline, policy, opened).effective();
    }

    private DueDate end(Deadline deadline, Policy policy, LocalDate opened) {
        return calendar.end(opened, policy.get(deadline.days), DayType.WORKING);
    }

    /** Remembers what is provisional among the dates of a round. */
    void remember(long caseId, long roundId, Policy policy, LocalDate opened) {
        for (Deadline deadline : Deadline.values()) {
            remember(deadline, caseId, deadline.kind() + ":" + roundId, policy, opened);
        }
    }

    void remember(Deadline deadline, long caseId, String subject, Policy policy, LocalDate opened) {
        provisional.days(
                caseId, subject, opened, policy.get(deadline.days), DayType.WORKING, end(deadline, policy, opened));
    }

    /** The round is concluded. */
    void forget(long roundId) {
        for (Deadline deadline : Deadline.values()) provisional.forget(deadline.kind() + ":" + roundId);
    }

    /** Gives the new date to those who have not answered. @return whether the date was one of a round */
    boolean move(PeriodRecounted recounted) {
        Optional<Deadline> deadline = Arrays.stream(Deadline.values())
                .filter(d -> recounted.concerns(d.kind()))
                .findFirst();
        deadline.ifPresent(d ->
                rounds.move(Long.parseLong(recounted.id()), d, recounted.end().effective()));
        return deadline.isPresent();
    }
}
