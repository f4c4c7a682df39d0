package org.jiugai.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Client;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The story of a finished and of a running case, as the auditor's browser gets it. */
@ProcessTest
class ChronicleTests {
    @Autowired
    Scenario scenario;

    @Test
    void dump() throws Exception {
        CaseRun run = WalkedCases.finished(scenario);
        CaseRun open = WalkedCases.running(scenario);
        Client auditor = scenario.signedIn("shenji");
        Path out = Files.createDirectories(Path.of("/tmp/cockpit-dump"));
        for (String part : new String[] {"", "/decisions", "/variables", "/operations", "/versions", "/files"}) {
            for (CaseRun each : new CaseRun[] {run, open}) {
                long start = System.nanoTime();
                var answer = auditor.get("/api/chronicle/cases/" + each.caseNo() + part);
                System.out.println(part + " " + answer.status() + " " + answer.body().length() + " " + (System.nanoTime() - start) / 1_000_000 + " ms");
                Files.writeString(out.resolve((each == run ? "finished" : "running") + part.replace("/", "-") + ".json"), answer.body());
            }
        }
        Files.writeString(out.resolve("search.json"), auditor.get("/api/chronicle/cases?process=tender&who=" + java.net.URLEncoder.encode("何平", "UTF-8") + "&from=2024-01-01&until=").body());
        String def = auditor.get("/api/chronicle/cases/" + run.caseNo()).json().path("runs").path(0).path("definitionId").asText();
        Files.writeString(out.resolve("stats.json"), auditor.get("/api/chronicle/models/" + def + "/statistics").body());
    }
}
