package org.jiugai.consultation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jiugai.ballot.Matter;
import org.jiugai.engine.Label;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/** 编制改造方案 (book 5.5, task 11). */
public record PlanForm(
        @Label("方案章节") @NotEmpty List<@Size(max = 60) String> chapters,
        @Label("改造内容") @NotEmpty @Valid List<Item> items,
        @Label("投资估算") @NotNull Money totalEstimate,
        @Label("超出投资说明") @Size(max = 500) @Nullable String overCeilingReason,
        @Label("资金筹措") @NotEmpty @Valid List<Fund> fundPlan,
        @Label("居民出资合计") @NotNull Money residentShare,
        @Label("涉及主体结构") @NotNull Boolean structureChanged,
        @Label("涉及共有部分用途") @NotNull Boolean commonPartChange,
        @Label("涉及表决事项") Set<Matter> voteMatters,
        @Label("建后管养") @NotBlank @Size(max = 2000) String followUpPlan,
        @Label("方案文本") List<UUID> planDocs,
        @Label("图纸和照片") List<UUID> drawings,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {

    public PlanForm {
        drawings = Objects.requireNonNullElse(drawings, List.of());
        planDocs = Objects.requireNonNullElse(planDocs, List.of());
        voteMatters = Set.copyOf(Objects.requireNonNullElse(voteMatters, Set.of()));
    }

    /** What owners decide together: what is named, and a changed use of common parts. */
    Set<Matter> matters() {
        Set<Matter> all = EnumSet.noneOf(Matter.class);
        all.addAll(voteMatters);
        if (commonPartChange) all.add(Matter.COMMON_PART_USE);
        return all;
    }

    public record Item(
            @Label("类别") @NotNull ItemClass itemClass,
            @Label("内容") @NotBlank @Size(max = 200) String content,
            @Label("数量") @NotNull @Positive @Digits(integer = 11, fraction = 3) BigDecimal quantity,
            @Label("单位") @NotBlank @Size(max = 20) String unit,
            @Label("单价") @NotNull Money unitPrice,
            @Label("金额") @NotNull Money amount) {
        /** Quantity times price, rounded half up to the fen. */
        Money computed() {
            return Money.ofFen(quantity.multiply(BigDecimal.valueOf(unitPrice.fen()))
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact());
        }
    }

    public record Fund(@Label("资金来源") @NotNull FundSource source, @Label("金额") @NotNull Money amount) {}
}
