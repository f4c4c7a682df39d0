package org.jiugai.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.CasePanel;
import org.jiugai.kernel.Share;
import org.jiugai.survey.SurveyFile.CommunityCondition;
import org.jiugai.survey.SurveyFile.NeedSummary;
import org.jiugai.survey.SurveyFile.SurveyedBuilding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The survey on the case page. */
@Component
class SurveyPanel implements CasePanel {
    private final SurveyFile file;
    private final Structures structures;
    private final HouseholdVisits visits;
    private final CaseManagement cases;

    SurveyPanel(SurveyFile file, Structures structures, HouseholdVisits visits, CaseManagement cases) {
        this.file = file;
        this.visits = visits;
        this.cases = cases;
        this.structures = structures;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public @Nullable Panel panel(long caseId) {
        List<SurveyedBuilding> buildings = file.buildings(caseId);
        List<PanelTable> tables = new ArrayList<>();
        List<List<Object>> progress = progress(caseId);
        if (!progress.isEmpty())
            tables.add(new PanelTable("入户进度", List.of("小区", "户数", "已调查", "覆盖率", "支持率", "未联系上", "逐户登记"), progress));
        if (buildings.isEmpty()) return tables.isEmpty() ? null : new Panel("survey", "调查摸底", tables);
        tables.add(new PanelTable(
                "入户调查",
                List.of("小区", "楼栋", "户数", "已调查", "支持", "未联系上"),
                buildings.stream().map(SurveyPanel::building).toList()));
        List<CommunityCondition> conditions = file.conditions(caseId);
        if (!conditions.isEmpty()) {
            tables.add(new PanelTable(
                    "现状评估",
                    List.of("小区", "房屋安全等级", "建成年份", "消防车道净宽（m）", "违建（处）", "需改造管网（km）"),
                    conditions.stream().map(SurveyPanel::condition).toList()));
            tables.add(new PanelTable(
                    "存在问题",
                    List.of("小区", "类别", "描述", "紧急度"),
                    file.problems(caseId).stream()
                            .map(p -> List.of(
                                    p.communityName(),
                                    p.category().label(),
                                    p.description(),
                                    p.urgency().label()))
                            .toList()));
        }
        List<ListedStructure> listed = structures.ofCase(caseId);
        if (!listed.isEmpty())
            tables.add(new PanelTable(
                    "违法建设与占用清单",
                    List.of("编号", "小区", "类别", "位置", "面积（m²）", "认定结论", "依据"),
                    listed.stream().map(SurveyPanel::structure).toList()));
        file.needs(caseId).ifPresent(needs -> tables.add(needs(needs)));
        return new Panel("survey", "调查摸底", tables);
    }

    /** How far the visits have come where there is a baseline. */
    private List<List<Object>> progress(long caseId) {
        List<List<Object>> rows = new ArrayList<>();
        for (CaseCommunity community : cases.communities(caseId)) {
            visits.coverage(community.communityId()).stream()
                    .reduce(BuildingCoverage::plus)
                    .ifPresent(total -> rows.add(List.of(
                            community.name(),
                            total.households(),
                            total.surveyed(),
                            total.coverage(),
                            total.support(),
                            total.notReached(),
                            CasePanel.page(cases.get(caseId).caseNo(), "survey", "查看"))));
        }
        return rows;
    }

    private static List<String> structure(ListedStructure each) {
        Recognition recognition = each.recognition();
        return List.of(
                "违建" + each.no(),
                each.community(),
                each.kind().label(),
                each.location(),
                each.area().squareMetres(),
                recognition == null ? "待认定" : recognition.label(),
                Objects.toString(each.legalGround(), "—"));
    }

    private PanelTable needs(NeedSummary needs) {
        return new PanelTable(
                "居民需求",
                List.of("总户数", "调查户数", "覆盖率", "支持户数", "支持率", "急需内容（按先后）"),
                List.of(List.of(
                        String.valueOf(needs.households()),
                        String.valueOf(needs.surveyed()),
                        Share.ratio(needs.surveyed(), needs.households()).percent() + "%",
                        String.valueOf(needs.supporting()),
                        needs.surveyed() == 0
                                ? "—"
                                : Share.ratio(needs.supporting(), needs.surveyed())
                                                .percent() + "%",
                        String.join("、", file.priorities(needs.id())))));
    }

    private static List<String> building(SurveyedBuilding b) {
        return List.of(
                b.communityName(),
                b.building(),
                String.valueOf(b.households()),
                String.valueOf(b.surveyed()),
                String.valueOf(b.supporting()),
                String.valueOf(b.notReached()));
    }

    private static List<String> condition(CommunityCondition c) {
        return List.of(
                c.communityName(),
                c.structureLevel().label(),
                String.valueOf(c.buildYear()),
                Objects.toString(c.fireLaneWidth(), "—"),
                String.valueOf(c.illegalStructures()),
                Objects.toString(c.pipeLengthKm(), "—"));
    }
}
