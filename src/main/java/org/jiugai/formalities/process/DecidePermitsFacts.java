package org.jiugai.formalities.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.jiugai.formalities.Formalities.Formality;
import org.jiugai.formalities.FormalitiesManagement;
import org.jiugai.formalities.PermitExemptions;
import org.jiugai.kernel.Money;
import org.springframework.stereotype.Component;

/** Task 25 shows which exemptions law and policy allow, by what the works change. */
@Component
class DecidePermitsFacts implements TaskFacts {
    private final FormalitiesManagement formalities;
    private final PermitExemptions exemptions;

    DecidePermitsFacts(FormalitiesManagement formalities, PermitExemptions exemptions) {
        this.formalities = formalities;
        this.exemptions = exemptions;
    }

    @Override
    public String form() {
        return "decide-permits";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        long caseId = Step.CASE_ID.get(task);
        Money investment = formalities.approvedEstimate(caseId);
        List<PermitExemptions.Ground> usual = exemptions.of(caseId, investment, false, false);
        Sheet sheet = Sheet.of(
                table("可以免办的手续：不动主体结构，不增面积、高度，不改结构、用途", usual),
                table("涉及主体结构变动或改变面积、高度、用途时", exemptions.of(caseId, investment, true, true)));
        sheet = propose(sheet, usual, Formality.PLANNING, "planningPermit", "planningBasis", "REQUIRED");
        sheet = propose(sheet, usual, Formality.CONSTRUCTION, "constructionPermit", "constructionBasis", "REQUIRED");
        sheet = propose(sheet, usual, Formality.DRAWINGS, "drawingReview", "drawingBasis", "REVIEW");
        return sheet.withValue("structureChanged", false)
                .withValue("extentChanged", false)
                .withValue("fireCategory", "OTHER");
    }

    /** The first ground's answer with its basis, or the regular way. */
    private static Sheet propose(
            Sheet sheet,
            List<PermitExemptions.Ground> grounds,
            Formality formality,
            String field,
            String basisField,
            String regular) {
        return grounds.stream()
                .filter(g -> g.formality() == formality)
                .findFirst()
                .map(g -> sheet.withValue(field, g.answer()).withValue(basisField, g.basis()))
                .orElse(sheet.withValue(field, regular));
    }

    private static Table table(String title, List<PermitExemptions.Ground> grounds) {
        return new Table(
                title,
                List.of("手续", "结论", "依据", "提示"),
                grounds.stream()
                        .map(g -> List.of(g.formality().label(), answer(g.answer()), g.basis(), g.finding()))
                        .toList(),
                "未列出的手续按常规办理。");
    }

    private static String answer(String code) {
        return switch (code) {
            case "EXEMPT" -> "可免办";
            case "COMMITMENT" -> "可告知承诺";
            default -> "必须审查";
        };
    }
}
