package org.jiugai.review;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/** Form {@code expert-review} (book 5.5, task 20): all experts of the group in one form. */
public record ExpertForm(
        @Label("专家") @NotEmpty @Valid List<Expert> experts,
        @Label("专家组意见") @NotNull Opinion opinion,
        @Label("修改条件") @Valid List<OpinionForm.Condition> conditions,
        @Label("不通过的依据") @Size(max = 300) @Nullable String legalGround,
        @Label("专家组意见书") @NotEmpty List<UUID> signedDoc,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {
    public ExpertForm {
        conditions = Objects.requireNonNullElse(conditions, List.of());
    }

    /** @param recusal the expert declares to have no interest in the project */
    public record Expert(
            @Label("姓名") @NotBlank @Size(max = 30) String name,
            @Label("工作单位") @NotBlank @Size(max = 60) String unit,
            @Label("专业") @NotNull Speciality speciality,
            @Label("个人意见") @NotNull Opinion verdict,
            @Label("评分") @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 1) @Nullable
                    BigDecimal score,
            @Label("主要问题") @NotBlank @Size(max = 2000) String keyRisks,
            @Label("回避声明") @NotNull Boolean recusal) {}

    public enum Speciality {
        STRUCTURE("结构"),
        FIRE("消防"),
        SPONGE("海绵城市与排水"),
        SERVICES("水电气暖"),
        PLANNING("规划与景观"),
        COST("造价");

        private final String label;

        Speciality(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
