package org.jiugai.security;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiugai.security.Commands.Field;
import org.jiugai.security.OtherCase.Kind;

/** Which fields of forms name something by its id. A new field of that kind without an entry fails {@link FormIdTests}. */
final class FormIds {
    private static final Map<String, Kind> NUMBERS = Map.ofEntries(
            Map.entry("HouseholdSurveyForm.buildings.communityId", Kind.COMMUNITY),
            Map.entry("ConditionSurveyForm.conditions.communityId", Kind.COMMUNITY),
            Map.entry("ConditionSurveyForm.problems.communityId", Kind.COMMUNITY),
            Map.entry("ConditionSurveyForm.structures.communityId", Kind.COMMUNITY),
            Map.entry("RecognitionForm.recognitions.structureId", Kind.STRUCTURE),
            Map.entry("ModificationForm.affectedBodies", Kind.BODY),
            Map.entry("ModificationForm.reopenedConditions", Kind.CONDITION),
            Map.entry("ConditionsForm.checks.condition", Kind.CONDITION),
            Map.entry("PaymentApproval.findings.findingId", Kind.FINDING),
            Map.entry("ProcurementForm.packages.joins", Kind.PACKAGE));

    /** Texts that name something: values that nobody offered. */
    private static final Map<String, List<String>> TEXTS = Map.of(
            "ContractForm.contractorOffice",
            List.of("ja-contractor-a", "ja-audit-bureau", "hx-street", "nobody", "../ja-contractor-a"),
            "IntakeForm.participants",
            List.of("nobody", "ja-fire-rescue", "fire-rescue:CITY:x"),
            "PaymentApplication.milestone",
            List.of("nobody", "-1", "T1' or '1'='1"),
            "FinalAcceptance.partyResults.role",
            List.of("nobody", "audit-bureau"),
            "PlanForm.chapters",
            List.of("nobody"),
            "FinalPlanForm.finalVersion",
            List.of("nobody", "999"));

    private FormIds() {}

    /** Whether the field's type says that it names something. */
    static boolean isNumber(Field field) {
        return field.type().equals(Long.class) || field.type().equals(long.class);
    }

    static boolean isFile(Field field) {
        return field.type().equals(UUID.class);
    }

    static boolean isKnown(Field field) {
        return NUMBERS.containsKey(field.toString());
    }

    static List<String> names() {
        return List.copyOf(NUMBERS.keySet());
    }

    static List<String> texts() {
        return List.copyOf(TEXTS.keySet());
    }

    /** Values that are somebody else's, or nobody's. */
    static List<?> foreign(Field field, List<OtherCase> others) {
        if (isFile(field)) {
            List<Object> files = new java.util.ArrayList<>();
            others.forEach(other -> files.add(other.run().upload()));
            files.add(UUID.randomUUID().toString());
            return files;
        }
        Kind kind = NUMBERS.get(field.toString());
        if (kind != null) {
            List<Object> ids = new java.util.ArrayList<>(List.of(-1L, 0L, Long.MAX_VALUE));
            others.stream()
                    // cases of one county may share a package
                    .filter(other -> kind != Kind.PACKAGE || !other.isIn(HostileCounty.COUNTY))
                    .forEach(other -> other.ids(kind).stream().limit(1).forEach(ids::add));
            return ids;
        }
        return TEXTS.getOrDefault(field.toString(), List.of());
    }
}
