package org.jiugai.programme;

import java.util.ArrayList;
import java.util.List;
import org.jiugai.casefile.CasePanel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The programme on the case page: where the case comes from, and what the programme still owes of its task. */
@Component
class ProgrammePanel implements CasePanel {
    private final ProgrammeManagement programme;

    ProgrammePanel(ProgrammeManagement programme) {
        this.programme = programme;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public @Nullable Panel panel(long caseId) {
        return programme
                .projectOf(caseId)
                .map(project -> new Panel("programme", "年度计划", tables(project)))
                .orElse(null);
    }

    private List<PanelTable> tables(ProgrammeProject project) {
        List<PanelTable> tables = new ArrayList<>();
        tables.add(new PanelTable("计划项目", List.of("内容", "值"), facts(project)));
        programme
                .openTask(project.county(), project.year())
                .filter(open -> !open.isNothing())
                .ifPresent(open -> tables.add(new PanelTable(
                        project.year() + "年度任务缺口（项目调出、退库后待补）",
                        List.of("项目", "小区", "户", "栋", "建筑面积（m²）", "投资（元）"),
                        List.of(List.of(
                                String.valueOf(open.projects()),
                                String.valueOf(open.communities()),
                                String.valueOf(open.households()),
                                String.valueOf(open.buildings()),
                                open.area().squareMetres(),
                                open.investment().shown())))));
        return tables;
    }

    private static List<List<String>> facts(ProgrammeProject project) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("年度", String.valueOf(project.year())));
        rows.add(
                List.of("层级", project.leftOn() == null ? "实施库" : project.leftOutcome() + "（" + project.leftOn() + "）"));
        add(rows, "下达文号", project.documentNo());
        add(rows, "申报编号", project.applicationNumber());
        add(rows, "项目编号", project.projectNo());
        add(rows, "改造内容", project.contents());
        add(rows, "资金来源", project.fundSource());
        add(rows, "实施主体", project.implementer());
        add(rows, "招标方式", project.tenderMode());
        add(rows, "计划开工", project.plannedStart());
        add(rows, "计划竣工", project.plannedFinish());
        add(rows, "备注", project.remark());
        add(rows, "待复核", project.recheck());
        return rows;
    }

    private static void add(List<List<String>> rows, String label, @Nullable String value) {
        if (value != null && !value.isEmpty()) rows.add(List.of(label, value));
    }
}
