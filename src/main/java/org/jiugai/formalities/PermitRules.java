package org.jiugai.formalities;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiugai.formalities.Formalities.Formality;
import org.jiugai.formalities.PermitExemptions.Ground;
import org.jiugai.formalities.PermitsForm.DrawingReview;
import org.jiugai.formalities.PermitsForm.FireCategory;
import org.jiugai.formalities.PermitsForm.Permit;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Task 25 against the grounds of law and policy. An exemption without a basis is refused; so is one from the construction permit that
 * nothing allows, and leaving out the compulsory drawing review. Other exemptions beyond the table are the clerk's judgement and a finding.
 */
final class PermitRules {
    private final PermitsForm form;
    private final List<Ground> grounds;

    PermitRules(PermitsForm form, List<Ground> grounds) {
        this.form = form;
        this.grounds = grounds;
    }

    Faults check(LocalDate today) {
        return new Faults()
                .require(
                        form.planningPermit() == Permit.REQUIRED || filled(form.planningBasis()),
                        "planningBasis",
                        "【规划免办依据】免办的必须写明依据")
                .require(
                        form.constructionPermit() == Permit.REQUIRED || filled(form.constructionBasis()),
                        "constructionBasis",
                        "【施工许可免办依据】免办的必须写明依据")
                .require(
                        form.constructionPermit() == Permit.REQUIRED || allowed(Formality.CONSTRUCTION, "EXEMPT"),
                        "constructionPermit",
                        "【施工许可】投资超过30万元且建筑面积超过300平方米，本案政策也未规定免办，应当办理（建筑法第7条）")
                .require(
                        form.drawingReview() == DrawingReview.REVIEW || filled(form.drawingBasis()),
                        "drawingBasis",
                        "【免审依据】告知承诺或不需审查的必须写明依据")
                .require(
                        form.drawingReview() == DrawingReview.REVIEW || !allowed(Formality.DRAWINGS, "REVIEW"),
                        "drawingReview",
                        "【施工图审查】涉及主体结构变动的必须审查（建设工程质量管理条例第11条）")
                .require(
                        form.fireCategory() != FireCategory.NOT_INVOLVED || filled(form.fireBasis()),
                        "fireBasis",
                        "【不涉及消防依据】不涉及消防的必须写明依据")
                .require(!form.decidedOn().isAfter(today), "decidedOn", "【判定日期】不得晚于今天");
    }

    /** What the decided exemptions owe to the law. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (form.constructionPermit() == Permit.EXEMPT) {
            grounds.stream()
                    .filter(g -> g.formality() == Formality.CONSTRUCTION
                            && !g.finding().isEmpty())
                    .forEach(g -> findings.add(warn(g.finding(), "建筑法第7条；建设工程质量管理条例第13条")));
        }
        if (form.planningPermit() == Permit.EXEMPT && !allowed(Formality.PLANNING, "EXEMPT")) {
            findings.add(warn("规划许可按“" + form.planningBasis() + "”免办，但法律和本案政策的判定表中没有相应情形", "城乡规划法第40条"));
        }
        if (form.drawingReview() != DrawingReview.REVIEW && !allowed(Formality.DRAWINGS, "COMMITMENT")) {
            findings.add(warn("施工图按“" + form.drawingBasis() + "”免于审查，但本案政策没有相应规定", "建设工程质量管理条例第11条"));
        }
        return findings;
    }

    private boolean allowed(Formality formality, String answer) {
        return grounds.stream()
                .anyMatch(g -> g.formality() == formality && g.answer().equals(answer));
    }

    private static Finding warn(String message, String basis) {
        return new Finding("R-PERMIT", Finding.Severity.WARN, message, basis);
    }

    private static boolean filled(@Nullable String text) {
        return FormalitiesManagement.filled(text);
    }
}
