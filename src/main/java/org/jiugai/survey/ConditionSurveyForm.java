package org.jiugai.survey;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jiugai.engine.Label;
import org.jspecify.annotations.Nullable;

/** 现状调查评估 (book 5.5, task 8): one row for each community. */
public record ConditionSurveyForm(
        @Label("评估日期") @NotNull LocalDate surveyedOn,
        @Label("现状评估") @NotEmpty @Valid List<Condition> conditions,
        @Label("问题清单") @NotEmpty @Valid List<Problem> problems,
        @Label("违法建设与占用清单") @Valid List<Structure> structures,
        @Label("评估报告") List<UUID> report,
        @Label("意见说明") @Size(max = 1000) @Nullable String comment) {

    public ConditionSurveyForm {
        structures = Objects.requireNonNullElse(structures, List.of());
        report = Objects.requireNonNullElse(report, List.of());
    }

    public record Condition(
            @Label("小区") @NotNull Long communityId,
            @Label("房屋安全等级") @NotNull StructureLevel structureLevel,
            @Label("建成年份") @NotNull @Min(1900) Integer buildYear,
            @Label("消防车道净宽") @DecimalMin("0") @Digits(integer = 4, fraction = 1) @Nullable BigDecimal fireLaneWidth,
            @Label("违建数量") @NotNull @Min(0) Integer illegalStructures,
            @Label("需改造管网") @DecimalMin("0") @Digits(integer = 8, fraction = 2) @Nullable BigDecimal pipeLength) {}

    public record Problem(
            @Label("小区") @NotNull Long communityId,
            @Label("类别") @NotNull Category category,
            @Label("描述") @NotBlank @Size(max = 500) String description,
            @Label("紧急度") @NotNull Urgency urgency,
            @Label("照片") List<UUID> photos) {
        public Problem {
            photos = Objects.requireNonNullElse(photos, List.of());
        }
    }

    /**
     * What somebody has put up or occupied; the authority for natural resources says whether it is lawful.
     *
     * @param party whose it is, where that is known
     */
    public record Structure(
            @Label("小区") @NotNull Long communityId,
            @Label("类别") @NotNull StructureKind kind,
            @Label("位置") @NotBlank @Size(max = 200) String location,
            @Label("面积") @NotNull @DecimalMin("0.01") @Digits(integer = 6, fraction = 2) BigDecimal areaSize,
            @Label("当事人") @Size(max = 60) @Nullable String party) {}

    /** Categories of the policies' problem lists (book 3.1). */
    public enum Category {
        WATER("供水"),
        SEWAGE("污水"),
        RAIN("雨水"),
        POWER("供电"),
        GAS("燃气"),
        ROAD("道路"),
        SECURITY("安防"),
        LIGHTING("路灯"),
        PARKING("停车"),
        GREENING("绿化"),
        HOUSE("房屋本体"),
        FIRE("消防"),
        SERVICE("公共服务"),
        OTHER("其他");

        private final String label;

        Category(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public enum Urgency {
        URGENT("紧急"),
        SOON("较急"),
        NORMAL("一般");

        private final String label;

        Urgency(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
