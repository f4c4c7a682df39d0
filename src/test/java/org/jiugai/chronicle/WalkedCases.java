package org.jiugai.chronicle;

import java.util.Map;
import java.util.stream.Collectors;
import org.jiugai.CaseRun;
import org.jiugai.Scenario;
import org.jspecify.annotations.Nullable;

/** A finished and a running case with hostile texts in every remark and file name; walked once, read by every test of the chronicle. */
final class WalkedCases {
    static final String HOSTILE = "<img src=x onerror=boo()>{{constructor.constructor('boo()')()}}";
    private static @Nullable CaseRun finished;
    private static @Nullable CaseRun running;

    private WalkedCases() {}

    static synchronized CaseRun finished(Scenario scenario) {
        if (finished == null) finished = hostile(scenario.openCase("JINAN-2024")).walkTo("the end");
        return finished;
    }

    /** It waits for the opinions of the joint review. */
    static synchronized CaseRun running(Scenario scenario) {
        if (running == null) running = hostile(scenario.openCase("JINAN-2024")).walkTo("department-opinion");
        return running;
    }

    private static CaseRun hostile(CaseRun run) {
        return run.naming(() -> "<img src=x onerror=boo()>.pdf").typing((task, person, fields) -> fields.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getKey().equals("comment") ? HOSTILE : field.getValue())));
    }
}
