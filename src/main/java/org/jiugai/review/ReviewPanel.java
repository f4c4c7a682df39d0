package org.jiugai.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.CasePanel;
import org.jiugai.kernel.Money;
import org.jiugai.policy.Parameters.Weight;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The review matrix on the case page: body by round, with opinions and conditions. */
@Component
class ReviewPanel implements CasePanel {
    private final ReviewManagement reviews;
    private final RevisionManagement revisions;
    private final ApprovalManagement approvals;
    private final OpinionManagement opinions;
    private final CaseManagement cases;

    ReviewPanel(
            ReviewManagement reviews,
            RevisionManagement revisions,
            ApprovalManagement approvals,
            OpinionManagement opinions,
            CaseManagement cases) {
        this.reviews = reviews;
        this.revisions = revisions;
        this.approvals = approvals;
        this.opinions = opinions;
        this.cases = cases;
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public @Nullable Panel panel(long caseId) {
        return reviews.latest(caseId).map(review -> panelOf(caseId, review)).orElse(null);
    }

    private Panel panelOf(long caseId, long reviewId) {
        List<Round> rounds = reviews.rounds(reviewId);
        return new Panel(
                "review",
                "联评联审",
                List.of(
                        matrix(rounds),
                        conditions(rounds),
                        conclusions(rounds),
                        modifications(rounds),
                        decisions(reviewId),
                        entered(caseId)));
    }

    /** Body × round: the opinion, with the number of its open conditions, or since when it is late. */
    private PanelTable matrix(List<Round> rounds) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        List<String> columns = new ArrayList<>(List.of("部门", "性质"));
        for (Round round : rounds) {
            columns.add("第" + round.roundNo() + "轮（" + round.openedOn() + "）");
            List<Condition> conditions = reviews.conditions(round.id());
            for (Standing s : reviews.standings(round.id())) {
                List<String> row = rows.computeIfAbsent(
                        s.role() + s.office(),
                        key -> new ArrayList<>(List.of(s.bodyName(), s.weight() == Weight.MANDATORY ? "必审" : "参审")));
                while (row.size() < columns.size() - 1) row.add("—");
                row.add(cell(s, conditions));
            }
        }
        rows.values().forEach(row -> {
            while (row.size() < columns.size()) row.add("—");
        });
        return new PanelTable("部门意见", columns, List.copyOf(rows.values()));
    }

    private String cell(Standing s, List<Condition> conditions) {
        long own =
                conditions.stream().filter(c -> c.requestId() == s.requestId()).count();
        long open = conditions.stream()
                .filter(c -> c.requestId() == s.requestId() && !c.closed())
                .count();
        String events = opinions.events(s.requestId()).stream().collect(Collectors.joining("；"));
        String note = own > 0 ? "，条件" + own + "项，待落实" + open + "项" : "";
        return s.shown()
                + note
                + (s.happenedOn() == null ? "" : " " + s.happenedOn())
                + (events.isEmpty() ? "" : "（" + events + "）");
    }

    private PanelTable conditions(List<Round> rounds) {
        return new PanelTable(
                "修改条件",
                List.of("轮次", "部门", "条件", "落实情况"),
                rounds.stream()
                        .flatMap(r -> reviews.conditions(r.id()).stream()
                                .map(c -> List.of(no(r), c.bodyName(), c.content(), c.shown())))
                        .toList());
    }

    private PanelTable conclusions(List<Round> rounds) {
        return new PanelTable(
                "联审结论",
                List.of("轮次", "纪要编号", "建议结论", "结论", "理由", "日期"),
                rounds.stream()
                        .flatMap(r -> reviews.conclusion(r.id()).stream()
                                .map(c -> List.of(
                                        no(r),
                                        c.minutesNo(),
                                        c.proposal().label(),
                                        c.outcome().label(),
                                        text(c.overrideReason()),
                                        text(c.happenedOn()))))
                        .toList());
    }

    private PanelTable modifications(List<Round> rounds) {
        return new PanelTable(
                "方案修改",
                List.of("轮次", "修改前估算(元)", "修改后估算(元)", "性质", "修改说明", "日期"),
                rounds.stream()
                        .flatMap(r -> revisions.modifications(r.id()).stream().map(m -> row(r, m)))
                        .toList());
    }

    private List<String> row(Round round, Modification m) {
        Nature nature = revisions.nature(m.id());
        return List.of(
                no(round),
                Money.ofFen(m.estimateBeforeFen()).shown(),
                Money.ofFen(m.estimateAfterFen()).shown(),
                nature == null ? "—" : nature.label(),
                m.explanation(),
                text(m.happenedOn()));
    }

    private PanelTable decisions(long reviewId) {
        return new PanelTable(
                "批复与备案",
                List.of("结果", "批复文号", "批准投资(元)", "有效期至", "日期", "备案编号"),
                approvals.decisions(reviewId).stream()
                        .map(a -> List.of(
                                a.isGranted() ? "批复" : "退回：" + text(a.explanation()),
                                text(a.approvalNo()),
                                a.isGranted() ? a.approvedInvestment().shown() : "—",
                                text(a.validUntil()),
                                text(a.happenedOn()),
                                text(a.filingNo())))
                        .toList());
    }

    /** 代录: the bodies may contest what was entered for them. */
    private PanelTable entered(long caseId) {
        Cell page = CasePanel.page(cases.get(caseId).caseNo(), "review/entered", "提出异议");
        return new PanelTable(
                "代录意见",
                List.of("部门", "意见", "录入人", "办理"),
                reviews.enteredForOthers(caseId).stream()
                        .map(s -> List.<Object>of(
                                s.bodyName(), s.shown(), text(s.actorName()), s.contested() ? waiting(s) : page))
                        .toList());
    }

    private String waiting(Standing contested) {
        return "等待部门自行出具意见；异议理由：" + opinions.contestReason(Objects.requireNonNull(contested.opinionId()));
    }

    private static String no(Round round) {
        return "第" + round.roundNo() + "轮";
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "—");
    }
}
