package org.jiugai.consultation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiugai.CaseRun;

/** What offices enter into the forms of a consultation. */
public final class ConsultationForms {
    public static final List<String> CHAPTERS =
            List.of("编制依据", "项目概况", "现状分析及改造需求", "改造内容", "方案设计", "资金筹措", "组织实施", "建后管养");
    public static final List<String> SHORT_CHAPTERS = List.of("规划设计", "工程估算", "资金筹措", "后续管理");

    private ConsultationForms() {}

    /** A plan of 1 000 000.00 yuan of which the residents pay 100 000.00. */
    public static Map<String, Object> plan() {
        return plan(CHAPTERS, "BASIC");
    }

    public static Map<String, Object> plan(List<String> chapters, String... classes) {
        String first = classes[0];
        String second = classes.length > 1 ? classes[1] : classes[0];
        return new HashMap<>(Map.of(
                "chapters",
                chapters,
                "items",
                List.of(
                        item(first, "雨污分流改造", "1000.000", "米", "600.00", "600000.00"),
                        item(second, "道路翻新", "2000", "平方米", "200.00", "400000.00")),
                "totalEstimate",
                "1000000.00",
                "fundPlan",
                List.of(
                        Map.of("source", "COUNTY", "amount", "900000.00"),
                        Map.of("source", "RESIDENTS", "amount", "100000.00")),
                "residentShare",
                "100000.00",
                "structureChanged",
                false,
                "commonPartChange",
                false,
                "followUpPlan",
                "引入物业企业，建立维修资金补建机制。"));
    }

    public static Map<String, String> item(
            String itemClass, String content, String quantity, String unit, String price, String amount) {
        return Map.of(
                "itemClass", itemClass,
                "content", content,
                "quantity", quantity,
                "unit", unit,
                "unitPrice", price,
                "amount", amount);
    }

    /** A meeting of forty invited. */
    public static Map<String, Object> council(CaseRun run, int attendees, String decision) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "meetingDate",
                "2024-01-02T08:30",
                "invited",
                40,
                "attendees",
                attendees,
                "buildingsRepresented",
                3,
                "decision",
                decision,
                "minutes",
                List.of(run.upload()),
                "signSheet",
                List.of(run.upload())));
        if (!decision.equals("ADJOURNED")) {
            form.put(
                    "opinions",
                    List.of(
                            Map.of("opinion", "增设停车位", "adoption", "ADOPTED"),
                            Map.of("opinion", "加建儿童乐园", "adoption", "NOT_ADOPTED", "reason", "场地不足")));
        }
        return form;
    }

    public static Map<String, Object> finalPlan(CaseRun run, String version, String... checked) {
        return Map.of("checklist", List.of(checked), "opinionAdoption", List.of(run.upload()), "finalVersion", version);
    }
}
