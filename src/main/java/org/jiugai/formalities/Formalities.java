package org.jiugai.formalities;

import java.util.List;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where the formalities of a case stand; null while a step has not been taken.
 *
 * @param estimateTotal investment approved at initiation
 * @param ceilingPrice highest price of the works tender, from the fiscal review
 * @param permits decided permits with their basis; empty while undecided
 * @param fundsSecured whether the funds are in place (招标投标法第9条)
 */
public record Formalities(
        @Nullable Money estimateTotal, @Nullable Money ceilingPrice, List<Permit> permits, boolean fundsSecured) {
    /**
     * @param formality planning, construction, drawings or fire
     * @param answer as people read it: 办理, 免办, 审查 …
     * @param exempt whether the formality is not needed
     * @param basis document and clause; empty only where the regular way is taken
     */
    public record Permit(Formality formality, String answer, boolean exempt, String basis) {}

    public enum Formality {
        PLANNING("规划许可"),
        CONSTRUCTION("施工许可"),
        DRAWINGS("施工图审查"),
        FIRE("消防类别");

        private final String label;

        Formality(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean isExempt(Formality formality) {
        return permits.stream().anyMatch(p -> p.formality() == formality && p.exempt());
    }
}
