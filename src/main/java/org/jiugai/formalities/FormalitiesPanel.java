package org.jiugai.formalities;

import java.util.ArrayList;
import java.util.List;
import org.jiugai.casefile.CasePanel;
import org.jiugai.formalities.Formalities.Formality;
import org.jiugai.formalities.Formalities.Permit;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The formalities on the case page; account numbers masked. */
@Component
class FormalitiesPanel implements CasePanel {
    private static final String NONE = "—";
    private final FormalitiesFile file;

    FormalitiesPanel(FormalitiesFile file) {
        this.file = file;
    }

    static Formalities read(FormalitiesFile file, long caseId) {
        return new Formalities(
                file.initiation(caseId).map(i -> Money.ofFen(i.estimateFen())).orElse(null),
                file.review(caseId)
                        .map(FormalitiesFile.Review::ceilingFen)
                        .map(Money::ofFen)
                        .orElse(null),
                file.permits(caseId).map(FormalitiesPanel::permits).orElse(List.of()),
                file.funds(caseId).map(FormalitiesFile.Funds::secured).orElse(false));
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public @Nullable Panel panel(long caseId) {
        List<PanelTable> tables = new ArrayList<>();
        file.initiation(caseId)
                .ifPresent(i -> tables.add(new PanelTable(
                        "立项批复",
                        List.of("项目代码", "批准总投资（元）", "批复日期"),
                        List.of(List.of(
                                i.projectCode(),
                                Money.ofFen(i.estimateFen()).shown(),
                                i.happenedOn().toString())))));
        file.review(caseId)
                .ifPresent(r -> tables.add(new PanelTable(
                        "财政评审",
                        List.of("结论", "送审（元）", "审定（元）", "招标控制价（元）", "评审日期"),
                        List.of(List.of(
                                r.decision().label() + (r.exceeds() ? "（超出允许幅度）" : ""),
                                Money.ofFen(r.submittedFen()).shown(),
                                shown(r.reviewedFen()),
                                shown(r.ceilingFen()),
                                r.happenedOn().toString())))));
        file.permits(caseId)
                .ifPresent(p -> tables.add(new PanelTable(
                        "许可与豁免",
                        List.of("手续", "结论", "依据"),
                        permits(p).stream()
                                .map(x -> List.of(x.formality().label(), x.answer(), x.basis()))
                                .toList())));
        file.funds(caseId)
                .ifPresent(f -> tables.add(new PanelTable(
                        "资金来源（专户 " + masked(f.accountNo()) + "，居民出资已收 "
                                + file.collected(caseId).shown() + " 元）",
                        List.of("来源", "应到位（元）", "已到位（元）", "到位日期"),
                        file.sources(f.id()).stream()
                                .map(s -> List.of(
                                        s.source().label(),
                                        Money.ofFen(s.dueFen()).shown(),
                                        Money.ofFen(s.receivedFen()).shown(),
                                        s.receivedOn() == null
                                                ? NONE
                                                : s.receivedOn().toString()))
                                .toList())));
        return tables.isEmpty() ? null : new Panel("formalities", "立项与许可", tables);
    }

    /** Only the last four digits of an account are shown. */
    static String masked(String accountNo) {
        return "*".repeat(accountNo.length() - 4) + accountNo.substring(accountNo.length() - 4);
    }

    private static List<Permit> permits(FormalitiesFile.Permits p) {
        return List.of(
                permit(
                        Formality.PLANNING,
                        p.planningPermit().label(),
                        p.planningPermit() == PermitsForm.Permit.EXEMPT,
                        p.planningBasis(),
                        p),
                permit(
                        Formality.CONSTRUCTION,
                        p.constructionPermit().label(),
                        p.constructionPermit() == PermitsForm.Permit.EXEMPT,
                        p.constructionBasis(),
                        p),
                permit(
                        Formality.DRAWINGS,
                        p.drawingReview().label(),
                        p.drawingReview() != PermitsForm.DrawingReview.REVIEW,
                        p.drawingBasis(),
                        p),
                permit(
                        Formality.FIRE,
                        p.fireCategory().label(),
                        p.fireCategory() == PermitsForm.FireCategory.NOT_INVOLVED,
                        p.fireBasis(),
                        p));
    }

    private static Permit permit(
            Formality formality, String answer, boolean exempt, @Nullable String own, FormalitiesFile.Permits p) {
        return new Permit(formality, answer, exempt, own == null ? p.basis() : own);
    }

    private static String shown(@Nullable Long fen) {
        return fen == null ? NONE : Money.ofFen(fen).shown();
    }
}
