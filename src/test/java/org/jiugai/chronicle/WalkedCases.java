package org.jiugai.chronicle;

import java.util.HashMap;
import java.util.Map;
import org.jiugai.CaseRun;
import org.jiugai.Scenario;
import org.jspecify.annotations.Nullable;

/** A finished and a running case with hostile texts in a remark and in every file name; walked once, read by every test of the chronicle. */
public final class WalkedCases {
    static final String HOSTILE = "<img src=x onerror=boo()>{{constructor.constructor('boo()')()}}";
    /** The household survey was recorded on 2 January. */
    static final String SURVEYED_ON = "2023-12-20";

    private static @Nullable CaseRun finished;
    private static @Nullable CaseRun running;

    private WalkedCases() {}

    public static synchronized CaseRun finished(Scenario scenario) {
        CaseRun known = finished;
        if (known != null) return known;
        return finished = hostile(scenario.openCase("JINAN-2024")).walkTo("the end");
    }

    /** It waits for the opinions of the joint review. */
    public static synchronized CaseRun running(Scenario scenario) {
        CaseRun known = running;
        if (known != null) return known;
        return running = hostile(scenario.openCase("JINAN-2024")).walkTo("department-opinion");
    }

    private static CaseRun hostile(CaseRun run) {
        return run.naming(() -> "<img src=x onerror=boo()>.pdf").typing((task, person, fields) -> {
            if (!CaseRun.formOf(task).equals("household-survey")) return fields;
            Map<String, Object> typed = new HashMap<>(fields);
            typed.put("comment", HOSTILE);
            typed.put("surveyedOn", SURVEYED_ON);
            return typed;
        });
    }
}
