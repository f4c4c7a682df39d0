package org.jiugai.survey.process;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.jiugai.kernel.Share;
import org.jiugai.survey.BuildingCoverage;
import org.jiugai.survey.HouseholdVisits;
import org.jiugai.survey.RankedNeed;
import org.jiugai.survey.SurveyManagement;
import org.jiugai.survey.SurveyManagement.Counts;
import org.springframework.stereotype.Component;

/** The totals of the household visits. */
@Component
class NeedSummaryFacts implements TaskFacts {
    private static final int MOST = 10;
    private final SurveyManagement surveys;
    private final HouseholdVisits visits;
    private final CaseManagement cases;

    NeedSummaryFacts(SurveyManagement surveys, HouseholdVisits visits, CaseManagement cases) {
        this.surveys = surveys;
        this.visits = visits;
        this.cases = cases;
    }

    @Override
    public String form() {
        return "need-summary";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        long caseId = Step.CASE_ID.get(task);
        Counts counts = surveys.counts(caseId);
        List<RankedNeed> needs = visits.needs(caseId);
        Sheet sheet = sheet(caseId, counts, needs);
        return needs.isEmpty() ? sheet : sheet.withValue("priorityItems", ranked(needs));
    }

    /** The most wanted first; the office may order them otherwise. */
    private static List<Map<String, Object>> ranked(List<RankedNeed> needs) {
        return IntStream.range(0, Math.min(MOST, needs.size()))
                .mapToObj(i -> Map.<String, Object>of(
                        "rank",
                        i + 1,
                        "content",
                        needs.get(i).need().label() + "（" + needs.get(i).households() + "户）"))
                .toList();
    }

    private Sheet sheet(long caseId, Counts counts, List<RankedNeed> needs) {
        return Sheet.of(
                        new Table(
                                "入户调查合计",
                                List.of("户数", "已调查", "支持", "未联系上", "覆盖率"),
                                List.of(List.of(
                                        String.valueOf(counts.households()),
                                        String.valueOf(counts.surveyed()),
                                        String.valueOf(counts.supporting()),
                                        String.valueOf(counts.notReached()),
                                        counts.households() == 0
                                                ? "—"
                                                : Share.ratio(counts.surveyed(), counts.households())
                                                                .percent()
                                                        + "%"))),
                        new Table(
                                "需求（按户数排序）",
                                List.of("需求", "户数"),
                                needs.stream()
                                        .map(need -> List.of(need.need().label(), String.valueOf(need.households())))
                                        .toList()),
                        wishes(caseId))
                .withValue("surveyed", counts.surveyed())
                .withValue("supportCount", counts.supporting());
    }

    /** 加装电梯、充电设施需求 by community (book 1.2 B6). */
    private Table wishes(long caseId) {
        return new Table(
                "加装电梯、充电设施需求",
                List.of("小区", "愿意加装电梯（户）", "需要充电设施（户）"),
                cases.communities(caseId).stream()
                        .map(community -> {
                            List<BuildingCoverage> heard = visits.coverage(community.communityId());
                            return List.of(
                                    community.name(),
                                    String.valueOf(heard.stream()
                                            .mapToInt(BuildingCoverage::elevatorWish)
                                            .sum()),
                                    String.valueOf(heard.stream()
                                            .mapToInt(BuildingCoverage::chargingWish)
                                            .sum()));
                        })
                        .toList(),
                "没有住户愿意加装电梯的，设计时仍应预留位置。");
    }
}
