package org.jiugai.survey;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.kernel.Faults;
import org.jiugai.survey.ConditionSurveyForm.Condition;
import org.jiugai.survey.HouseholdSurveyForm.Building;

/** What a survey must satisfy beyond each field for itself. */
final class SurveyRules {
    private SurveyRules() {}

    static void checkHouseholds(HouseholdSurveyForm form, List<CaseCommunity> communities, LocalDate today) {
        Faults faults = new Faults().require(!form.surveyedOn().isAfter(today), "surveyedOn", "【调查完成日期】不能晚于今天");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < form.buildings().size(); i++) {
            Building row = form.buildings().get(i);
            String field = "buildings[" + i + "].";
            String name = "【入户情况】第" + (i + 1) + "行：";
            faults.require(
                            communities.stream().anyMatch(c -> c.communityId() == row.communityId()),
                            field + "communityId",
                            name + "小区不属于本案")
                    .require(
                            seen.add(row.communityId() + "/" + row.building().strip()),
                            field + "building",
                            name + "楼栋重复")
                    .require(
                            row.surveyed() + row.notReached() == row.households(),
                            field + "surveyed",
                            name + "已调查户数与未联系上户数之和应等于户数 " + row.households())
                    .require(row.supporting() <= row.surveyed(), field + "supporting", name + "支持户数不能多于已调查户数");
        }
        communities.forEach(community -> checkTotals(form, Recount.of(form, community), faults));
        faults.refuse("survey.householdsRefused");
    }

    private static void checkTotals(HouseholdSurveyForm form, Recount found, Faults faults) {
        CaseCommunity community = found.community();
        faults.require(found.buildings() > 0, "buildings", "【入户情况】" + community.name() + "至少应填写一栋");
        if (form.differenceReason() != null) return;
        String ask = "；确有差异的，请填写差异说明";
        faults.require(
                        found.buildings() == community.buildings(),
                        "differenceReason",
                        "【差异说明】" + community.name() + "应有 " + community.buildings() + " 栋，填写了 " + found.buildings()
                                + " 栋" + ask)
                .require(
                        found.households() == community.households(),
                        "differenceReason",
                        "【差异说明】" + community.name() + "各栋户数合计 " + found.households() + "，与立案户数 "
                                + community.households() + " 不一致" + ask);
    }

    static void checkCondition(ConditionSurveyForm form, List<CaseCommunity> communities, LocalDate today) {
        Faults faults = new Faults().require(!form.surveyedOn().isAfter(today), "surveyedOn", "【评估日期】不能晚于今天");
        Set<Long> known = communities.stream().map(CaseCommunity::communityId).collect(Collectors.toSet());
        Set<Long> rated = form.conditions().stream().map(Condition::communityId).collect(Collectors.toSet());
        faults.require(
                rated.equals(known) && form.conditions().size() == known.size(),
                "conditions",
                "【现状评估】本案 " + known.size() + " 个小区应各填一行");
        for (int i = 0; i < form.conditions().size(); i++) {
            faults.require(
                    form.conditions().get(i).buildYear() <= today.getYear(),
                    "conditions[" + i + "].buildYear",
                    "【现状评估】第" + (i + 1) + "行：建成年份不能晚于今年");
        }
        for (int i = 0; i < form.problems().size(); i++) {
            faults.require(
                    known.contains(form.problems().get(i).communityId()),
                    "problems[" + i + "].communityId",
                    "【问题清单】第" + (i + 1) + "行：小区不属于本案");
        }
        faults.refuse("survey.conditionRefused");
    }

    static void checkNeeds(NeedSummaryForm form, int households) {
        Set<Integer> ranks = new HashSet<>();
        Faults faults = new Faults()
                .require(form.surveyed() <= households, "surveyed", "【调查户数】不能多于总户数 " + households)
                .require(form.supportCount() <= form.surveyed(), "supportCount", "【支持户数】不能多于调查户数");
        for (int i = 0; i < form.priorityItems().size(); i++) {
            int rank = form.priorityItems().get(i).rank();
            faults.require(ranks.add(rank), "priorityItems[" + i + "].rank", "【急需内容排序】名次 " + rank + " 重复");
        }
        faults.refuse("survey.needsRefused");
    }
}
