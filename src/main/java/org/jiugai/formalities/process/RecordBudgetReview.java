package org.jiugai.formalities.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.formalities.BudgetReviewForm;
import org.jiugai.formalities.FormalitiesManagement;
import org.springframework.stereotype.Component;

/** Task 24: 登记评审结论. */
@Component
class RecordBudgetReview implements FormStep<BudgetReviewForm> {
    private final FormalitiesManagement formalities;

    RecordBudgetReview(FormalitiesManagement formalities) {
        this.formalities = formalities;
    }

    @Override
    public Class<BudgetReviewForm> form() {
        return BudgetReviewForm.class;
    }

    @Override
    public void record(BudgetReviewForm form, Step step) {
        step.set(FormalitiesProcess.BUDGET_ACCEPTED, formalities.reviewBudget(step.caseId(), form, step.actor()));
    }
}
