package org.jiugai.security;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where the hostile case leaves the straight path, so that it sees every form: an objection, a condition, a refusal, a repair done twice. */
final class Turns {
    private final Map<String, Integer> times = new HashMap<>();

    /** Counts one more task with this form; the first is 1. */
    int next(String form) {
        return times.merge(form, 1, Integer::sum);
    }

    /** What is typed instead at the n-th task with this form. */
    static Map<String, Object> taken(String form, int nth, Map<String, Object> fields, LocalDate today) {
        Map<String, Object> f = new LinkedHashMap<>(fields);
        boolean first = nth == 1;
        switch (form) {
            case "close-notice" -> {
                if (!first) return f;
                f.put("objectionCount", 2);
                f.put("objections", List.of(objection(), objection()));
            }
            case "department-opinion" -> {
                if (!first) return f;
                f.put("opinion", "REVISE");
                f.put("conditions", List.of(Map.of("content", "条件甲"), Map.of("content", "条件乙")));
                f.put("comment", "修改后同意");
            }
            case "condition-survey" -> {
                List<Object> conditions = new ArrayList<>();
                List<Object> structures = new ArrayList<>();
                ((List<?>) f.get("conditions")).forEach(row -> {
                    Map<Object, Object> condition = new LinkedHashMap<>((Map<?, ?>) row);
                    condition.put("illegalStructures", 1);
                    conditions.add(condition);
                    structures.add(Map.of(
                            "communityId",
                            Objects.requireNonNull(condition.get("communityId")),
                            "kind",
                            "BUILDING",
                            "location",
                            "某处",
                            "areaSize",
                            "3.50",
                            "party",
                            "某"));
                });
                f.put("conditions", conditions);
                f.put("structures", structures);
            }
            case "conclude-review" -> f.put("outcome", first ? "CONDITIONAL" : "PASSED");
            case "open-bids" -> f.put("objections", List.of(Map.of("objector", "某", "content", "某", "answer", "某")));
            case "budget-review" -> {
                f.put("decision", "REDUCED");
                f.put(
                        "submitted",
                        new BigDecimal((String) f.get("reviewed"))
                                .add(BigDecimal.ONE)
                                .toPlainString());
                f.put("cutReasons", List.of(Map.of("item", "某", "amount", "1.00", "reason", "某")));
            }
            case "expert-review" -> {
                if (!first) return f;
                explained(f, "opinion", "REVISE");
                f.put("conditions", List.of(Map.of("content", "条件丙")));
            }
            case "evaluate-bids" -> {
                List<?> candidates = (List<?>) f.get("candidates");
                f.put("candidates", candidates.subList(0, 1));
                f.put(
                        "rejected",
                        List.of(Map.of("bidder", ((Map<?, ?>) candidates.get(1)).get("bidder"), "reason", "某")));
            }
            case "completion-report" ->
                f.put(
                        "completedItems",
                        List.of(Map.of("item", "甲", "completed", true), Map.of("item", "乙", "completed", false)));
            case "final-acceptance" -> {
                f.put("acceptanceDate", today.toString());
                if (!first) return f;
                List<Object> parties = new ArrayList<>((List<?>) f.get("partyResults"));
                parties.set(0, Map.of("role", "employer", "result", "FAIL", "signatory", "某"));
                f.put("partyResults", parties);
                f.put("rectifyList", List.of(issue(today)));
            }
            case "joint-acceptance" -> {
                if (!first) return f;
                f.put("opinion", "FAIL");
                f.put("items", List.of(issue(today)));
            }
            case "comprehensive-acceptance" -> explained(f, "decision", first ? "RECTIFY" : "PASS");
            case "confirm-repair" -> explained(f, "result", first ? "REDO" : "PASS");
            case "review-settlement" -> explained(f, "decision", first ? "RETURN" : "APPROVE");
            default -> {
                return f;
            }
        }
        return f;
    }

    private static void explained(Map<String, Object> fields, String field, String answer) {
        fields.put(field, answer);
        fields.put("comment", "见书面说明");
    }

    private static Map<String, Object> objection() {
        return Map.of("objector", "某", "anonymous", false, "content", "某");
    }

    private static Map<String, Object> issue(LocalDate today) {
        return Map.of("content", "某", "dueOn", today.plusDays(5).toString());
    }
}
