package org.jiugai.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiugai.CaseRun;

/** What offices enter into the forms of a public notice. */
public final class NoticeForms {
    private NoticeForms() {}

    /** Seven calendar days of a first draft. */
    public static Map<String, Object> posting(CaseRun run, LocalDate start) {
        return posting(run, start, "FIRST_DRAFT");
    }

    public static Map<String, Object> posting(CaseRun run, LocalDate start, String stage) {
        return new HashMap<>(Map.of(
                "noticeType",
                stage,
                "startDate",
                start.toString(),
                "days",
                7,
                "dayType",
                "CALENDAR",
                "photos",
                List.of(run.upload()),
                "contact",
                "云路社区居委会，0564-3330001"));
    }

    public static Map<String, Object> closing(CaseRun run, LocalDate on, String... objections) {
        return new HashMap<>(Map.of(
                "closedOn", on.toString(),
                "endPhotos", List.of(run.upload()),
                "objectionCount", objections.length,
                "objections",
                        Arrays.stream(objections)
                                .map(content -> Map.of("objector", "王某", "anonymous", false, "content", content))
                                .toList()));
    }

    public static Map<String, Object> replies(String decision, LocalDate on) {
        return replies(on, decision);
    }

    /** One reply for each objection, in their order. */
    public static Map<String, Object> replies(LocalDate on, String... decisions) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < decisions.length; i++) rows.add(reply(i + 1, decisions[i], on));
        return Map.of("replies", rows);
    }

    public static Map<String, Object> reply(int no, String decision, LocalDate on) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("no", no);
        row.put("affectedItems", "停车位布置");
        row.put("decision", decision);
        row.put("reply", "经街道会同设计单位现场核实研究后，现就您提出的意见书面答复如下。");
        row.put("replyDate", on.toString());
        return row;
    }
}
