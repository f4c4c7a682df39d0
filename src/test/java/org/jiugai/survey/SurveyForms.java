package org.jiugai.survey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiugai.CaseRun;

/** What offices enter into the forms of a survey; three buildings of twenty households in each community. */
public final class SurveyForms {
    private SurveyForms() {}

    public static Map<String, Object> households(CaseRun run, LocalDate on) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (long community : run.communityIds()) {
            for (int no = 1; no <= 3; no++) rows.add(building(community, no + "号楼", 20, 19, 18, 1));
        }
        return new HashMap<>(
                Map.of("surveyedOn", on.toString(), "buildings", rows, "signatures", List.of(run.upload())));
    }

    public static Map<String, Object> building(
            long community, String name, int households, int surveyed, int supporting, int notReached) {
        return Map.of(
                "communityId", String.valueOf(community),
                "building", name,
                "households", households,
                "surveyed", surveyed,
                "supporting", supporting,
                "notReached", notReached);
    }

    public static Map<String, Object> condition(CaseRun run, LocalDate on, String level) {
        return new HashMap<>(Map.of(
                "surveyedOn", on.toString(),
                "conditions",
                        run.communityIds().stream()
                                .map(id -> Map.of(
                                        "communityId",
                                        String.valueOf(id),
                                        "structureLevel",
                                        level,
                                        "buildYear",
                                        1995,
                                        "fireLaneWidth",
                                        "3.8",
                                        "illegalStructures",
                                        2,
                                        "pipeLength",
                                        "1.25"))
                                .toList(),
                "structures",
                        run.communityIds().stream()
                                .flatMap(id -> Stream.of(structure(id, "3号楼东侧"), structure(id, "门卫室旁")))
                                .toList(),
                "problems",
                        List.of(Map.of(
                                "communityId", String.valueOf(run.communityIds().get(0)),
                                "category", "SEWAGE",
                                "description", "污水管堵塞",
                                "urgency", "URGENT",
                                "photos", List.of(run.upload())))));
    }

    private static Map<String, Object> structure(long community, String location) {
        return Map.of(
                "communityId",
                String.valueOf(community),
                "kind",
                "BUILDING",
                "location",
                location,
                "areaSize",
                "12.50");
    }

    public static Map<String, Object> needs(int surveyed, int supporting) {
        return Map.of(
                "surveyed", surveyed,
                "supportCount", supporting,
                "priorityItems", List.of(Map.of("rank", 1, "content", "雨污分流"), Map.of("rank", 2, "content", "增设停车位")));
    }
}
