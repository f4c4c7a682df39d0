package org.jiugai.programme.process;

import java.util.List;
import org.jiugai.engine.TaskFacts.Table;
import org.jiugai.kernel.Share;
import org.jiugai.programme.AdmissionManagement.Criterion;
import org.jiugai.programme.ApplicationForm;
import org.jiugai.programme.ProjectApplication;
import org.jspecify.annotations.Nullable;

/** An application as tables on a form. */
final class ApplicationTables {
    private ApplicationTables() {}

    static Table summary(ProjectApplication application, ApplicationForm entry) {
        return new Table(
                "申报内容",
                List.of("内容", "值"),
                List.of(
                        List.of("申报编号", application.number()),
                        List.of("申报年度", String.valueOf(application.year())),
                        List.of("项目名称", entry.projectName()),
                        List.of("户数", entry.households() + "户"),
                        List.of("楼栋数", entry.buildings() + "栋"),
                        List.of("建筑面积", entry.floorArea().squareMetres() + " m²"),
                        List.of("预计投资", entry.estimatedInvestment().shown() + " 元"),
                        List.of(
                                "存在问题类别",
                                String.join(
                                        "、",
                                        entry.problemCategories().stream()
                                                .map(c -> c.label())
                                                .toList())),
                        List.of("调查户数", entry.surveyedHouseholds() + "户"),
                        List.of("支持户数", entry.supportingHouseholds() + "户"),
                        List.of(
                                "居民支持率（支持户数占调查户数）",
                                Share.ratio(entry.supportingHouseholds(), entry.surveyedHouseholds())
                                                .percent() + "%"),
                        List.of("规划拆迁年限", years(entry.demolitionPlannedWithinYears())),
                        List.of(
                                "上次综合改造年份",
                                entry.lastRenovatedYear() == null ? "未实施过" : entry.lastRenovatedYear() + "年"),
                        List.of("是否宜整体拆除重建", entry.fitForTotalRebuild() ? "是" : "否")));
    }

    static Table communities(ApplicationForm entry) {
        return new Table(
                "涉及小区",
                List.of("小区名称", "建成年份", "户数", "楼栋数", "建筑面积（m²）"),
                entry.communities().stream()
                        .map(c -> List.of(
                                c.name(),
                                String.valueOf(c.buildYear()),
                                String.valueOf(c.households()),
                                String.valueOf(c.buildings()),
                                c.floorArea().squareMetres()))
                        .toList());
    }

    static Table funds(ApplicationForm entry) {
        return new Table(
                "资金来源",
                List.of("来源", "金额（元）"),
                entry.fundSources().stream()
                        .map(f -> List.of(f.source().label(), f.amount().shown()))
                        .toList());
    }

    static Table criteria(List<Criterion> criteria) {
        return new Table(
                "资格判定",
                List.of("条件", "性质", "要求", "申报值", "判定"),
                criteria.stream()
                        .map(c -> List.of(c.label(), c.kind(), c.required(), c.actual(), c.verdict()))
                        .toList(),
                "居民同意比例按支持户数占总户数计算；准入条件不符合的，须写明例外理由报领导小组审定或不予入库。");
    }

    private static String years(@Nullable Integer years) {
        return years == null ? "无规划" : years + "年内";
    }
}
