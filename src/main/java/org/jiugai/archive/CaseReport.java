package org.jiugai.archive;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiugai.archive.Report.Fact;
import org.jiugai.archive.Report.Picture;
import org.jiugai.archive.Report.Section;
import org.jiugai.archive.Report.Table;
import org.jiugai.audit.ChainHead;
import org.jiugai.casefile.CaseFinding;
import org.jiugai.casefile.CasePanel.Cell;
import org.jiugai.casefile.CasePanel.Panel;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.chronicle.CaseDossier.Model;
import org.jiugai.chronicle.Story;
import org.jiugai.documents.AttachedDocument;
import org.jiugai.picture.ModelPicture;
import org.jiugai.picture.RuleTable;

/** The report about a case. What the rooms show on its page is printed as they show it: the report knows no room. */
final class CaseReport {
    private final CaseRecord record;

    private CaseReport(CaseRecord record) {
        this.record = record;
    }

    static Report of(CaseRecord record) {
        return new CaseReport(record).report();
    }

    private Report report() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("小区", List.of(communities())));
        sections.add(new Section("参建单位", List.of(parties())));
        sections.add(new Section("阶段", List.of(stages())));
        sections.add(new Section("经过", List.of(timeline())));
        sections.add(new Section("决策及其依据", List.of(decisions())));
        record.panels().forEach(panel -> sections.add(section(panel)));
        sections.add(new Section("业主表决", List.of()));
        sections.add(new Section("合规提示及答复", List.of(findings())));
        sections.add(new Section("适用政策参数", List.of(parameters())));
        sections.add(new Section("流程版本", List.of(models())));
        record.tables().forEach(table -> sections.add(section(table)));
        sections.add(new Section("文件清单", List.of(files())));
        return new Report(
                record.file().caseNo(),
                record.file().name(),
                Shown.second(record.at()),
                facts(),
                sections,
                record.processes().stream().map(CaseReport::picture).toList());
    }

    private List<Fact> facts() {
        RenovationCase file = record.file();
        Story story = record.story();
        ChainHead head = record.head();
        return List.of(
                new Fact("案件编号", file.caseNo()),
                new Fact("项目名称", file.name()),
                new Fact("所在区域", story.region()),
                new Fact("年度", file.programmeYear() + "年度"),
                new Fact("适用政策", story.policy()),
                new Fact("估算投资", file.investment().yuan() + " 元"),
                new Fact("立案日期", file.openedOn().toString()),
                new Fact("办理结果", file.outcome() == null ? "正在办理" : file.outcome() + "（" + file.closedOn() + "）"),
                new Fact("导出时间", Shown.second(record.at())),
                new Fact("审计链末环", head == null ? "无" : "第 " + head.sequence() + " 环，" + head.hash()));
    }

    private Table communities() {
        return new Table(
                "",
                List.of("小区", "建成年份", "户数", "楼栋", "建筑面积（㎡）"),
                record.communities().stream()
                        .map(c -> List.of(
                                c.name(),
                                Shown.of(c.buildYear()),
                                String.valueOf(c.households()),
                                String.valueOf(c.buildings()),
                                Shown.of(c.area().squareMetres())))
                        .toList());
    }

    private Table parties() {
        return new Table(
                "",
                List.of("角色", "单位", "确定时间"),
                record.parties().stream()
                        .map(p -> List.of(
                                p.label(),
                                p.officeName() == null ? p.office() : p.officeName(),
                                Shown.minute(p.assignedAt())))
                        .toList());
    }

    private Table stages() {
        return new Table(
                "",
                List.of("阶段", "计划", "到达", "离开"),
                record.stages().stream()
                        .map(s -> List.of(
                                s.stage().label(),
                                s.plannedOn().toString(),
                                Shown.of(s.reachedOn()),
                                Shown.of(s.leftOn())))
                        .toList());
    }

    private Table timeline() {
        return new Table(
                "",
                List.of("录入时间", "发生日期", "类别", "内容", "办理人"),
                record.story().moments().stream()
                        .map(m -> List.of(
                                Shown.minute(m.at()),
                                Shown.of(m.happenedOn()) + (m.late() ? " 补录（晚" + m.gap() + "日）" : ""),
                                m.kind(),
                                m.text(),
                                Shown.of(m.who()) + (m.forWhom() == null ? "" : "（代" + m.forWhom() + "）")))
                        .toList());
    }

    private Table decisions() {
        return new Table(
                "",
                List.of("时间", "决策表", "输入", "命中", "结果", "依据"),
                record.decisions().stream()
                        .map(d -> List.of(
                                Shown.minute(d.at()),
                                d.name() + " 第" + d.version() + "版",
                                d.inputs(),
                                d.rule() == 0 ? "无" : "第" + d.rule() + "条",
                                d.outputs(),
                                d.clause()))
                        .toList());
    }

    private static Section section(Panel panel) {
        return new Section(
                panel.title(),
                panel.tables().stream()
                        .map(table -> new Table(
                                table.caption(),
                                table.columns(),
                                table.cells().stream()
                                        .map(row -> row.stream().map(Cell::text).toList())
                                        .toList()))
                        .toList());
    }

    private Table findings() {
        return new Table(
                "",
                List.of("规则", "级别", "日期", "提示", "依据", "答复"),
                record.findings().stream()
                        .map(f -> List.of(
                                f.ruleId(), level(f), f.raisedOn().toString(), f.message(), f.legalBasis(), answer(f)))
                        .toList());
    }

    private static String level(CaseFinding finding) {
        return switch (finding.severity()) {
            case "BLOCK" -> "阻断";
            case "WARN" -> "警示";
            default -> "提示";
        };
    }

    private static String answer(CaseFinding finding) {
        return finding.answer() == null
                ? "未答复"
                : finding.answer() + "（" + finding.answeredBy() + "，" + Shown.minute(finding.answeredAt()) + "）";
    }

    private Table parameters() {
        return new Table(
                "",
                List.of("参数", "取值", "来源"),
                record.policy().provenances().values().stream()
                        .map(p -> List.of(
                                p.label(),
                                p.inWords(),
                                (p.isDefault() ? "默认：" : "")
                                        + p.source()
                                        + (p.quote() == null ? "" : "：“" + p.quote() + "”")))
                        .toList());
    }

    private Table models() {
        return new Table(
                "",
                List.of("种类", "名称", "编号", "版本"),
                Stream.concat(
                                record.processes().stream().map(model -> line("流程", model)),
                                record.tables().stream().map(model -> line("决策表", model)))
                        .toList());
    }

    private static List<String> line(String kind, Model model) {
        return List.of(kind, model.name(), model.id(), "第" + model.version() + "版");
    }

    private static Section section(Model table) {
        return new Section(
                "决策表：" + table.name() + "（" + table.id() + " 第" + table.version() + "版）",
                RuleTable.of(new ByteArrayInputStream(table.xml())).stream()
                        .map(rules ->
                                new Table(rules.name() + "（" + rules.hitPolicy() + "）", rules.columns(), rules.rules()))
                        .toList());
    }

    private Table files() {
        return new Table(
                "",
                List.of("文件", "用途", "登记", "字节", "SHA-256"),
                record.documents().entrySet().stream()
                        .map(document -> List.of(
                                EntryNames.of(document.getKey()),
                                document.getValue().stream()
                                        .map(AttachedDocument::purpose)
                                        .distinct()
                                        .collect(Collectors.joining("、")),
                                document.getKey().uploadedBy() + " "
                                        + Shown.minute(document.getKey().uploadedAt()),
                                String.valueOf(document.getKey().size()),
                                document.getKey().sha256()))
                        .toList());
    }

    private static Picture picture(Model model) {
        return new Picture(
                model.name() + "（" + model.id() + " 第" + model.version() + "版）",
                ModelPicture.of(new ByteArrayInputStream(model.xml())));
    }
}
