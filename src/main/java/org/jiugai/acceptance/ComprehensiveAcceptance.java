package org.jiugai.acceptance;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/** 项目综合验收 (book task 54). */
public record ComprehensiveAcceptance(
        @Label("验收结论") @NotNull Decision decision,
        @Label("与年度计划一致") @NotNull Boolean planMatch,
        @Label("居民满意度") @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
                BigDecimal satisfaction,
        @Label("满意度提升措施") @Size(max = 1000) @Nullable String improvementPlan,
        @Label("后续管理方案") List<UUID> followUpPlanFile,
        @Label("竣工备案日期") @Nullable LocalDate fileDate,
        @Label("综合验收表") List<UUID> acceptanceForm,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    public ComprehensiveAcceptance {
        followUpPlanFile = followUpPlanFile == null ? List.of() : followUpPlanFile;
        acceptanceForm = acceptanceForm == null ? List.of() : acceptanceForm;
    }

    /** 通过, 整改, 不通过. */
    public enum Decision {
        PASS("通过"),
        RECTIFY("整改"),
        FAIL("不通过");

        private final String label;

        Decision(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
