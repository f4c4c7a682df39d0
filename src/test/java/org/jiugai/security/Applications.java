package org.jiugai.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/** What a street and the renovation office enter before there is a case. */
final class Applications {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Applications() {}

    static Map<String, Object> entry() {
        Map<String, Object> community =
                Map.of("name", "小区", "buildYear", 1995, "households", 60, "buildings", 3, "floorArea", "5000.00");
        Map<String, Object> second =
                Map.of("name", "小区二", "buildYear", 1995, "households", 60, "buildings", 3, "floorArea", "5000.00");
        return Map.ofEntries(
                Map.entry("projectName", "片区"),
                Map.entry("communities", List.of(community, second)),
                Map.entry("households", 120),
                Map.entry("buildings", 6),
                Map.entry("floorArea", "10000.00"),
                Map.entry("estimatedInvestment", "2000000.00"),
                Map.entry("fundSources", List.of(Map.of("source", "COUNTY", "amount", "2000000.00"))),
                Map.entry("problemCategories", List.of("WATER", "ROAD")),
                Map.entry("surveyedHouseholds", 115),
                Map.entry("supportingHouseholds", 110),
                Map.entry("fitForTotalRebuild", false));
    }

    /** With the reason for an exception when the project is admitted. */
    static Map<String, Object> review(String decision) {
        if (!decision.equals("ADMIT")) return Map.of("decision", decision, "missing", "材料");
        return Map.of("decision", decision, "libraryTier", "IMPLEMENT", "proposedYear", 2024, "overrideReason", "例外");
    }

    /** A form as the browser posts it. */
    static Map<String, Object> submission(Map<String, Object> fields) {
        return Map.of("variables", Map.of("submission", Map.of("type", "String", "value", text(fields))));
    }

    static String text(Map<String, Object> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
