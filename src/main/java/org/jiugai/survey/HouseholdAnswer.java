package org.jiugai.survey;

import java.time.LocalDate;
import java.util.Set;
import org.jiugai.survey.ConditionSurveyForm.Category;
import org.jspecify.annotations.Nullable;

/**
 * Where a household stands in the survey.
 *
 * @param attitude its last answer; null while it has given none
 * @param attempts how often nobody was met
 */
public record HouseholdAnswer(
        long unitId,
        @Nullable Attitude attitude,
        int attempts,
        @Nullable LocalDate visitedOn,
        @Nullable VisitChannel channel,
        @Nullable String respondent,
        boolean tenant,
        @Nullable Boolean willPay,
        @Nullable Boolean elevatorWish,
        @Nullable Boolean chargingWish,
        Set<Category> needs,
        @Nullable String remark) {
    public HouseholdAnswer {
        needs = Set.copyOf(needs);
    }

    /** The state of a household that nobody has called on. */
    public static HouseholdAnswer none(long unitId) {
        return new HouseholdAnswer(unitId, null, 0, null, null, null, false, null, null, null, Set.of(), null);
    }
}
