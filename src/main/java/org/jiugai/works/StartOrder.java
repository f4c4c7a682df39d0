package org.jiugai.works;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/** 签发开工令 (book task 37). */
public record StartOrder(
        @Label("开工日期") @NotNull LocalDate startDate,
        @Label("计划竣工日期") @NotNull LocalDate plannedEnd,
        @Label("开工条件") @NotEmpty @Valid List<Proof> gates,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    /** A condition with its proof: a tick alone is worth nothing. */
    public record Proof(
            @Label("条件") @NotNull Gate gate,
            @Label("文号") @NotBlank @Size(max = 60) String number,
            @Label("日期") @NotNull LocalDate datedOn,
            @Label("证明文件") @NotEmpty List<UUID> file) {}

    /** What must be there before work begins (book 1.7 G8). */
    public enum Gate {
        SUPERVISION("质量安全监督登记"),
        PERMIT("施工许可或免办确认"),
        WAGE_ACCOUNT("农民工工资专户与保证金"),
        METHOD_STATEMENT("施工组织设计审批"),
        FUNDS("建设资金落实");

        private final String label;

        Gate(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
