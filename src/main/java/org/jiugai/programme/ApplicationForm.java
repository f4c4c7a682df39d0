package org.jiugai.programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jiugai.engine.Label;
import org.jiugai.kernel.Area;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.NameKey;
import org.jiugai.kernel.Share;
import org.jspecify.annotations.Nullable;

/**
 * A street's application (book 5.5, task 2). Instead of a rounded rate of support both counts are kept: it follows from them exactly.
 *
 * @param demolitionPlannedWithinYears in how many years demolition is planned, null when it is not
 * @param lastRenovatedYear when it was last renovated as a whole, null when never
 */
public record ApplicationForm(
        @Label("项目名称") @NotBlank @Size(max = 80) String projectName,
        @Label("涉及小区") @NotEmpty @Valid List<Community> communities,
        @Label("户数") @Positive int households,
        @Label("楼栋数") @Positive int buildings,
        @Label("建筑面积") @NotNull Area floorArea,
        @Label("预计投资") @NotNull Money estimatedInvestment,
        @Label("资金来源") @NotEmpty @Valid List<Fund> fundSources,
        @Label("存在问题类别") @NotEmpty Set<ProblemCategory> problemCategories,
        @Label("调查户数") @Positive int surveyedHouseholds,
        @Label("支持户数") @PositiveOrZero int supportingHouseholds,
        @Label("规划拆迁年限") @Nullable @Min(0) @Max(100) Integer demolitionPlannedWithinYears,
        @Label("上次综合改造年份") @Nullable @Min(1900) @Max(2100) Integer lastRenovatedYear,
        @Label("是否宜整体拆除重建") @NotNull Boolean fitForTotalRebuild,
        @Label("意见说明") @Nullable @Size(max = 1000) String comment) {

    public record Community(
            @Label("小区名称") @NotBlank @Size(max = 80) String name,
            @Label("建成年份") @Min(1900) @Max(2100) int buildYear,
            @Label("户数") @Positive int households,
            @Label("楼栋数") @Positive int buildings,
            @Label("建筑面积") @NotNull Area floorArea) {}

    public record Fund(@Label("来源") @NotNull Source source, @Label("金额") @NotNull Money amount) {}

    public enum Source {
        CENTRAL("中央补助资金"),
        PROVINCIAL("省级补助资金"),
        CITY("市级财政资金"),
        COUNTY("县区财政资金"),
        SPECIAL_BOND("专项债券"),
        RESIDENTS("居民出资"),
        UTILITY_UNITS("管线单位出资"),
        MAINTENANCE_FUND("住宅专项维修资金"),
        SOCIAL("社会资本"),
        OTHER("其他");

        private final String label;

        Source(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The basic categories of TAIZHOU-2020 (S1): water counts once. */
    public enum ProblemCategory {
        WATER("水（供水、污水、雨水）"),
        POWER("电"),
        GAS("气"),
        ROAD("路"),
        SECURITY("安防"),
        LIGHTING("路灯"),
        PARKING("停车"),
        GREENERY("绿化");

        private final String label;

        ProblemCategory(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    void check(Faults faults, LocalDate today) {
        faults.require(
                        households
                                == communities.stream()
                                        .mapToLong(Community::households)
                                        .sum(),
                        "households",
                        "【户数】应等于各小区户数之和")
                .require(
                        buildings
                                == communities.stream()
                                        .mapToLong(Community::buildings)
                                        .sum(),
                        "buildings",
                        "【楼栋数】应等于各小区楼栋数之和")
                .require(
                        floorArea.equals(
                                communities.stream().map(Community::floorArea).reduce(Area.ZERO, Area::plus)),
                        "floorArea",
                        "【建筑面积】应等于各小区建筑面积之和")
                .require(estimatedInvestment.isPositive(), "estimatedInvestment", "【预计投资】必须大于0")
                .require(
                        estimatedInvestment.equals(
                                fundSources.stream().map(Fund::amount).reduce(Money.ZERO, Money::plus)),
                        "fundSources",
                        "【资金来源】各项金额之和应等于预计投资")
                .require(surveyedHouseholds <= households, "surveyedHouseholds", "【调查户数】不能大于户数")
                .require(supportingHouseholds <= surveyedHouseholds, "supportingHouseholds", "【支持户数】不能大于调查户数")
                .require(
                        lastRenovatedYear == null || lastRenovatedYear <= today.getYear(),
                        "lastRenovatedYear",
                        "【上次综合改造年份】不能晚于今年");
        Set<String> names = new HashSet<>();
        for (int i = 0; i < communities.size(); i++) {
            Community community = communities.get(i);
            faults.require(
                            names.add(NameKey.of(community.name())),
                            "communities[" + i + "].name",
                            "【涉及小区】“" + community.name() + "”重复")
                    .require(
                            community.floorArea().hundredths() > 0,
                            "communities[" + i + "].floorArea",
                            "【涉及小区 第" + (i + 1) + "行 建筑面积】必须大于0")
                    .require(
                            community.buildYear() <= today.getYear(),
                            "communities[" + i + "].buildYear",
                            "【涉及小区 第" + (i + 1) + "行 建成年份】不能晚于今年");
        }
        for (int i = 0; i < fundSources.size(); i++) {
            faults.require(
                    fundSources.get(i).amount().isPositive(),
                    "fundSources[" + i + "].amount",
                    "【资金来源 第" + (i + 1) + "行 金额】必须大于0");
        }
    }

    Eligibility.Candidate candidate(LocalDate today, Set<ExistingPlan> plans) {
        return new Eligibility.Candidate(
                communities.stream().mapToInt(Community::buildYear).max().orElseThrow(),
                problemCategories.size(),
                Share.ratio(supportingHouseholds, households),
                demolitionPlannedWithinYears,
                fitForTotalRebuild,
                lastRenovatedYear == null ? null : Integer.valueOf(today.getYear() - lastRenovatedYear),
                plans);
    }
}
