package org.jiugai.works;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiugai.CaseRun;
import org.jiugai.Scenario;
import org.jiugai.TestForms;

/** What people type into the forms of the construction process. */
public final class WorksForms {
    private WorksForms() {}

    /** Takes a construction process that has just started to its first progress report. */
    public static void start(Scenario scenario, CaseRun run) {
        run.submit("supervision-registration", registration(run));
        run.submit("construction-permit", TestForms.of("decision", "EXEMPT", "exemptBasis", "建筑法第7条：限额以下"));
        run.submit("wage-account", wageAccount(run, scenario.today()));
        run.submit("start-order", startOrder(run, scenario.today()));
    }

    /** Reports this percentage and lets supervisor and employer confirm it, two days after the last report. */
    public static void progress(Scenario scenario, CaseRun run, String percent, String value) {
        scenario.at(scenario.today().plusDays(2));
        run.submit("progress-report", report(run, scenario.today(), percent, value));
        run.submit("verify-progress", confirmed(percent, value));
        run.submit("confirm-progress", confirmed(percent, value));
    }

    static Map<String, Object> registration(CaseRun run) {
        return TestForms.of(
                "regNo",
                "ZJ-2024-001",
                "responsiblePersons",
                List.of("EMPLOYER", "SURVEYOR", "DESIGNER", "CONTRACTOR", "SUPERVISOR").stream()
                        .map(p -> Map.of("party", p, "name", "王某", "qualificationNo", "皖1342024" + p))
                        .toList(),
                "plan",
                List.of(run.upload()));
    }

    static Map<String, Object> wageAccount(CaseRun run, LocalDate on) {
        return TestForms.of(
                "accountName", "安徽大别山建设工程有限公司农民工工资专用账户",
                "accountNo", "34050012345678",
                "openDate", on.toString(),
                "depositPct", "2.00",
                "guarantee", List.of(run.upload()));
    }

    static Map<String, Object> startOrder(CaseRun run, LocalDate on) {
        return TestForms.of(
                "startDate",
                on.toString(),
                "plannedEnd",
                on.plusDays(120).toString(),
                "gates",
                List.of("SUPERVISION", "PERMIT", "WAGE_ACCOUNT", "METHOD_STATEMENT", "FUNDS").stream()
                        .map(g -> Map.of(
                                "gate",
                                g,
                                "number",
                                "文〔2024〕1号",
                                "datedOn",
                                on.toString(),
                                "file",
                                List.of(run.upload())))
                        .toList());
    }

    static Map<String, Object> report(CaseRun run, LocalDate to, String percent, String value) {
        return TestForms.of(
                "reportTo", to.toString(),
                "items", List.of(item("道路", "60.00", percent), item("排水", "40.00", percent)),
                "valueDone", value,
                "workers", 12,
                "photos", List.of(run.upload()));
    }

    static Map<String, Object> item(String item, String weight, String done) {
        return Map.of("item", item, "weight", weight, "done", done);
    }

    static Map<String, Object> confirmed(String percent, String value) {
        return TestForms.of(
                "decision", "CONFIRM", "verifiedPct", percent, "verifiedValue", value, "chiefSignature", true);
    }
}
