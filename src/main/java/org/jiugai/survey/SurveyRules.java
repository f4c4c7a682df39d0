package org.jiugai.survey;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.Share;
import org.jiugai.survey.ConditionSurveyForm.Condition;
import org.jiugai.survey.HouseholdSurveyForm.Building;

/** What a survey must satisfy beyond each field for itself. */
final class SurveyRules {
    private SurveyRules() {}

    static Faults checkHouseholds(HouseholdSurveyForm form, List<CaseCommunity> communities, LocalDate today) {
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
        return faults;
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

    /**
     * Where the households of a community are surveyed one by one, the form says what was heard, and nobody stops before the policy's
     * coverage while there are doors at which nobody has called often enough.
     */
    static void checkVisits(
            HouseholdSurveyForm form,
            CaseCommunity community,
            List<BuildingCoverage> heard,
            Share wanted,
            int attempts,
            Faults faults) {
        if (heard.isEmpty()) return;
        BuildingCoverage total = heard.stream().reduce(BuildingCoverage::plus).orElseThrow();
        boolean thin = total.households() > 0
                && !Share.ratio(total.surveyed(), total.households()).isAtLeast(wanted);
        for (BuildingCoverage building : heard) {
            String name = "【入户情况】" + community.name() + building.building();
            Building row = form.buildings().stream()
                    .filter(each -> each.communityId() == community.communityId()
                            && each.building().strip().equals(building.building()))
                    .findFirst()
                    .orElse(null);
            faults.require(
                            row != null
                                    && row.households() == building.households()
                                    && row.surveyed() == building.surveyed()
                                    && row.supporting() == building.supporting(),
                            "buildings",
                            name + "与入户登记不一致：应为 " + building.households() + " 户、已调查 " + building.surveyed() + " 户、支持 "
                                    + building.supporting() + " 户")
                    .require(
                            !thin || building.open() == 0,
                            "buildings",
                            name + "还有 " + building.open() + " 户上门不足 " + attempts + " 次，小区覆盖率 " + total.coverage()
                                    + "，低于 " + wanted.percent() + "%，请继续入户");
        }
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
        for (int i = 0; i < form.structures().size(); i++) {
            faults.require(
                    known.contains(form.structures().get(i).communityId()),
                    "structures[" + i + "].communityId",
                    "【违法建设与占用清单】第" + (i + 1) + "行：小区不属于本案");
        }
        for (Condition row : form.conditions()) {
            long listed = form.structures().stream()
                    .filter(structure -> structure.communityId().equals(row.communityId()))
                    .count();
            communities.stream()
                    .filter(community -> community.communityId() == row.communityId())
                    .forEach(community -> faults.require(
                            listed == row.illegalStructures(),
                            "structures",
                            "【违法建设与占用清单】" + community.name() + "填写违建 " + row.illegalStructures() + " 处，清单有 " + listed
                                    + " 处"));
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
