package org.jiugai.formalities;

import java.time.LocalDate;
import org.jiugai.formalities.BudgetReviewForm.Decision;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.Share;

/** Rules of the fiscal review (task 24). */
final class BudgetRules {
    private BudgetRules() {}

    /** Whether the reviewed amount lies further above the approved estimate than allowed; exactly the tolerance is still allowed. */
    static boolean exceeds(Money reviewed, Money estimate, Share tolerance) {
        return Share.ratio(reviewed.minus(estimate).fen(), estimate.fen()).isMoreThan(tolerance);
    }

    static Faults check(BudgetReviewForm form, LocalDate today) {
        Faults faults = new Faults()
                .require(form.submitted().isPositive(), "submitted", "【送审金额】必须大于0")
                .require(!form.reviewedOn().isAfter(today), "reviewedOn", "【评审日期】不得晚于今天");
        if (form.decision() == Decision.RETURNED) {
            return faults.require(FormalitiesManagement.filled(form.comment()), "comment", "【意见说明】退回的必须说明理由");
        }
        Money reviewed = form.reviewed();
        Money ceiling = form.ceilingPrice();
        if (reviewed == null || !reviewed.isPositive()) return faults.add("reviewed", "【审定金额】通过或核减的必须填写，且大于0");
        faults.require(
                ceiling != null && ceiling.isPositive() && !ceiling.isMoreThan(reviewed),
                "ceilingPrice",
                "【招标控制价】必须填写，大于0且不超过审定金额");
        Money cut = form.cutReasons().stream().map(BudgetReviewForm.Cut::amount).reduce(Money.ZERO, Money::plus);
        if (form.decision() == Decision.REDUCED) {
            return faults.require(reviewed.isLessThan(form.submitted()), "reviewed", "【审定金额】结论为核减的必须小于送审金额")
                    .require(
                            cut.equals(form.submitted().minus(reviewed)),
                            "cutReasons",
                            "【核减说明】核减金额合计必须等于送审金额减审定金额（"
                                    + form.submitted().minus(reviewed).shown() + "元）");
        }
        return faults.require(!reviewed.isLessThan(form.submitted()), "reviewed", "【审定金额】小于送审金额的，结论应为核减")
                .require(
                        !reviewed.isMoreThan(form.submitted()) || FormalitiesManagement.filled(form.comment()),
                        "comment",
                        "【意见说明】审定金额超过送审金额的必须说明理由");
    }
}
