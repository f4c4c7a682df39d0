package org.jiugai.formalities;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.engine.Decisions;
import org.jiugai.kernel.Area;
import org.jiugai.kernel.Money;
import org.jiugai.policy.Parameter;
import org.jiugai.policy.Parameters;
import org.jiugai.policy.Parameters.Exemption;
import org.jiugai.policy.Policy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which formalities law or policy let a case off, by the decision table {@code permit-exemption}. */
@Service
@Transactional(readOnly = true)
public class PermitExemptions {
    private static final Map<Formalities.Formality, Parameter<Exemption>> OF_POLICY = Map.of(
            Formalities.Formality.PLANNING, Parameters.PLANNING_PERMIT_EXEMPT,
            Formalities.Formality.CONSTRUCTION, Parameters.CONSTRUCTION_PERMIT_EXEMPT,
            Formalities.Formality.DRAWINGS, Parameters.DRAWING_REVIEW_EXEMPT);
    private final CaseManagement cases;
    private final Decisions decisions;

    PermitExemptions(CaseManagement cases, Decisions decisions) {
        this.cases = cases;
        this.decisions = decisions;
    }

    /**
     * @param answer {@code EXEMPT}, {@code REVIEW} or {@code COMMITMENT}
     * @param finding what contradicts the law in it, empty when nothing does
     */
    public record Ground(Formalities.Formality formality, String answer, String basis, String finding) {}

    /** Every ground that holds for the case, given what the works change. */
    public List<Ground> of(long caseId, Money investment, boolean structureChanged, boolean extentChanged) {
        Policy policy = cases.policy(caseId);
        Area area = cases.communities(caseId).stream().map(CaseCommunity::area).reduce(Area.ZERO, Area::plus);
        return decisions
                .all(
                        "permit-exemption",
                        Map.of(
                                "planningFlag",
                                        policy.get(Parameters.PLANNING_PERMIT_EXEMPT)
                                                .exempt(),
                                "constructionFlag",
                                        policy.get(Parameters.CONSTRUCTION_PERMIT_EXEMPT)
                                                .exempt(),
                                "drawingFlag",
                                        policy.get(Parameters.DRAWING_REVIEW_EXEMPT)
                                                .exempt(),
                                "structureChanged", structureChanged,
                                "extentChanged", extentChanged,
                                "investment", investment.fen(),
                                "area", area.hundredths()))
                .stream()
                .map(hit -> ground(policy, hit))
                .toList();
    }

    private static Ground ground(Policy policy, Map<String, Object> hit) {
        Formalities.Formality formality = Formalities.Formality.valueOf(text(hit, "formality"));
        String basis = text(hit, "basis");
        Parameter<Exemption> parameter = OF_POLICY.get(formality);
        if (text(hit, "ground").equals("POLICY") && parameter != null) {
            String own = policy.get(parameter).basis();
            basis = policy.name() + (own == null ? "" : "：" + own);
        }
        return new Ground(formality, text(hit, "answer"), basis, text(hit, "finding"));
    }

    private static String text(Map<String, Object> hit, String output) {
        return (String) Objects.requireNonNull(hit.get(output), output);
    }
}
