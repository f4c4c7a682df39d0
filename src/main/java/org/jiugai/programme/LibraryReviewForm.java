package org.jiugai.programme;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jiugai.engine.Label;
import org.jiugai.kernel.Faults;
import org.jspecify.annotations.Nullable;

/** The review of an application (book 5.5, task 3). */
public record LibraryReviewForm(
        @Label("是否纳入棚改、征迁、危改") @Nullable Set<ExistingPlan> existingPlans,
        @Label("审查意见") @NotNull Decision decision,
        @Label("项目层级") @Nullable Tier libraryTier,
        @Label("建议实施年度") @Nullable @Min(2000) @Max(2100) Integer proposedYear,
        @Label("例外理由") @Nullable @Size(max = 500) String overrideReason,
        @Label("需补正的内容") @Nullable @Size(max = 1000) String missing,
        @Label("意见说明") @Nullable @Size(max = 1000) String comment) {
    public enum Decision {
        ADMIT,
        SUPPLEMENT,
        REJECT
    }

    public enum Tier {
        IMPLEMENT,
        PLAN,
        RESERVE
    }

    Set<ExistingPlan> plans() {
        return existingPlans == null ? Set.of() : existingPlans;
    }

    boolean hasOverrideReason() {
        return overrideReason != null && !overrideReason.isBlank();
    }

    /**
     * @param year programme year that the street applied for
     * @param supplemented whether the applicant was already asked to complete
     * @param failedRequired number of required criteria that are not met
     */
    void check(Faults faults, int year, boolean supplemented, long failedRequired) {
        boolean admits = decision == Decision.ADMIT;
        faults.require(!admits || libraryTier != null, "libraryTier", "【项目层级】拟入库的必填")
                .require(
                        !admits || libraryTier == Tier.RESERVE || proposedYear != null,
                        "proposedYear",
                        "【建议实施年度】列入实施库或谋划库的必填")
                .require(proposedYear == null || proposedYear >= year, "proposedYear", "【建议实施年度】不能早于申报年度" + year)
                .require(
                        !admits || failedRequired == 0 || hasOverrideReason(),
                        "overrideReason",
                        "【例外理由】有" + failedRequired + "项准入条件不符合，拟入库的须写明例外理由并报领导小组审定")
                .require(decision != Decision.SUPPLEMENT || !supplemented, "decision", "【审查意见】补正只能要求一次，本申报已补正过")
                .require(
                        decision != Decision.SUPPLEMENT || (missing != null && !missing.isBlank()),
                        "missing",
                        "【需补正的内容】要求补正的须一次列明")
                .require(
                        decision != Decision.REJECT || (comment != null && !comment.isBlank()),
                        "comment",
                        "【意见说明】不予入库的须写明理由");
    }
}
