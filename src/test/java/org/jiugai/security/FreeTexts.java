package org.jiugai.security;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Map;
import org.jiugai.security.Commands.Field;

/** Which fields take whatever somebody writes. A new text field is free unless it says otherwise here or by its pattern. */
final class FreeTexts {
    private static final int LONGEST = 60;

    /** Texts that the server offers and takes back. */
    private static final Map<String, String> OFFERED = Map.ofEntries(
            Map.entry("IntakeForm.participants", "role of the policy"),
            Map.entry("IntakeForm.materials.name", "material of the policy"),
            Map.entry("PostingForm.doors.place", "entrance of the baseline"),
            Map.entry("ClosingForm.endDoors.place", "entrance of the baseline"),
            Map.entry("PlanForm.chapters", "chapter of the policy"),
            Map.entry("FinalPlanForm.finalVersion", "version that was publicised"),
            Map.entry("EvaluationForm.candidates.bidder", "name from the opening"),
            Map.entry("EvaluationForm.rejected.bidder", "name from the opening"),
            Map.entry("ContractForm.contractorOffice", "id of an office"),
            Map.entry("PaymentApplication.milestone", "id of a tranche"),
            Map.entry("PaymentApproval.findings.ruleId", "rule of the law"),
            Map.entry("PaymentApproval.findings.message", "sentence of the rule"),
            Map.entry("FinalAcceptance.partyResults.role", "role of the policy"));

    private FreeTexts() {}

    static boolean isFree(Field field) {
        return field.type().equals(String.class)
                && annotation(field, Pattern.class) == null
                && !OFFERED.containsKey(field.toString());
    }

    static int longest(Field field) {
        Size size = annotation(field, Size.class);
        return size == null ? LONGEST : Math.min(size.max(), 2_000);
    }

    static int shortest(Field field) {
        Size size = annotation(field, Size.class);
        return size == null ? 0 : size.min();
    }

    private static <A extends Annotation> A annotation(Field field, Class<A> type) {
        return field.last().getAccessor().getAnnotation(type);
    }
}
