package org.jiugai.tender;

import java.util.Map;
import java.util.Objects;
import org.jiugai.engine.Decisions;
import org.springframework.stereotype.Component;

/** The decision tables of this room: must-tender, the law's limits, warranty minimums. */
@Component
class TenderLaw {
    private final Decisions decisions;

    TenderLaw(Decisions decisions) {
        this.decisions = decisions;
    }

    /** A limit of the law with its clause. */
    record Limit(long value, String basis) {}

    /** @param combined sum of the packages of the same type in the same project, in fen */
    MustTender mustTender(Lot lot, long combined) {
        Map<String, Object> hit = decisions.single(
                "must-tender",
                Map.of(
                        "stateControlled", lot.stateControlled(),
                        "budgetFunds", lot.budget(),
                        "investment", lot.investment(),
                        "packageType", lot.type().name(),
                        "estimate", lot.estimate(),
                        "combined", combined,
                        "worksPart", lot.works(),
                        "goodsPart", lot.goods(),
                        "servicesPart", lot.services()));
        return new MustTender(
                answer(hit, "mustTender", Boolean.class),
                answer(hit, "threshold", Number.class).longValue(),
                answer(hit, "basis", String.class));
    }

    /** @param rule id of book 2.4 and 2.5, e.g. {@code TT3} */
    Limit limit(String rule) {
        Map<String, Object> hit = decisions.single("tender-limits", Map.of("rule", rule));
        return new Limit(answer(hit, "limit", Number.class).longValue(), answer(hit, "basis", String.class));
    }

    int minimumWarrantyMonths(ContractForm.WarrantyItem item) {
        return answer(decisions.single("warranty-minimum", Map.of("item", item.name())), "months", Number.class)
                .intValue();
    }

    private static <T> T answer(Map<String, Object> hit, String output, Class<T> type) {
        return type.cast(Objects.requireNonNull(hit.get(output), output));
    }
}
