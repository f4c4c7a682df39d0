package org.jiugai.survey;

import java.time.LocalDate;
import java.util.Set;
import org.jiugai.survey.ConditionSurveyForm.Category;
import org.jspecify.annotations.Nullable;

/**
 * What a household said, or that nobody was met.
 *
 * @param respondent who answered, as he names himself
 * @param tenant whether he rents the unit; tenants are surveyed and do not vote
 * @param willPay whether the household would contribute; null when it was not asked, as with the wishes
 * @param remark becomes an opinion of its own in the ledger
 */
public record NewVisit(
        long unitId,
        LocalDate visitedOn,
        VisitChannel channel,
        Attitude attitude,
        @Nullable String respondent,
        boolean tenant,
        @Nullable Boolean willPay,
        @Nullable Boolean elevatorWish,
        @Nullable Boolean chargingWish,
        Set<Category> needs,
        @Nullable String remark) {
    public NewVisit {
        needs = Set.copyOf(needs);
        respondent = blank(respondent);
        remark = blank(remark);
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
