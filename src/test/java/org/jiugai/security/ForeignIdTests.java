package org.jiugai.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.SignedInClients.Client;
import org.jiugai.organisation.OrganisationSetup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Ids in addresses: a case, task, document, finding, opinion or draft of another county does not exist, and stays as it is. */
@ProcessTest
class ForeignIdTests {
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @Autowired
    private Scenario scenario;

    @Autowired
    private OrganisationSetup setup;

    private CaseRun run;
    private Client stranger;
    private OtherCase victim;

    @BeforeEach
    void aCaseAndSomebodyOfAnotherCounty() {
        run = scenario.openCase("TOWN-LT");
        HostileCounty.load(setup);
        stranger = scenario.signedIn(HostileCounty.OFFICE_CLERK);
        victim = new OtherCase(run, scenario.jdbc);
    }

    @Test
    void whatIsReadByItsIdDoesNotExistForAnotherCounty() {
        String task = run.task("household-survey").getId();
        String instance = run.task("household-survey").getProcessInstanceId();
        List<String> paths = List.of(
                "/cases/" + run.caseNo(),
                "/cases/" + run.caseNo() + "/defects",
                "/cases/" + run.caseNo() + "/residents-money",
                "/cases/" + run.caseNo() + "/review/entered",
                "/cases/" + run.caseId(),
                "/documents/" + run.upload(),
                "/documents/" + UUID.randomUUID(),
                "/api/tasks/" + task,
                "/api/tasks/nonsense",
                ENGINE + "/task/" + task,
                ENGINE + "/task/" + task + "/variables",
                ENGINE + "/process-instance/" + instance,
                ENGINE + "/history/process-instance/" + instance);
        for (String path : paths) {
            Answer answer = stranger.get(path);
            // the engine says 500 where its tenant check refuses
            assertThat(answer.status())
                    .as(path)
                    .isIn(path.startsWith(ENGINE) ? List.of(400, 403, 404, 422, 500) : List.of(400, 403, 404, 422));
            assertThat(unsaid()).as(path).noneMatch(mark -> answer.body().contains(mark));
        }
    }

    /** Of the marks those that the stranger did not say himself: an error repeats the address. */
    private List<String> unsaid() {
        return victim.marks().stream()
                .filter(mark -> !mark.equals(run.caseNo()))
                .toList();
    }

    @Test
    void whatIsChangedByItsIdStaysAsItIs() {
        String task = run.task("household-survey").getId();
        long finding = scenario.jdbc
                .sql("select min(id) from case_finding where case_id = ?")
                .param(run.caseId())
                .query(Long.class)
                .single();
        String page = "/cases/" + run.caseNo();
        Fingerprint fingerprint = new Fingerprint(scenario.jdbc);
        Map<String, String> before = fingerprint.now();
        List<Answer> answers = new ArrayList<>();
        answers.add(stranger.postForm(page + "/findings/" + finding, Map.of("answer", "x")));
        answers.add(stranger.postForm(page + "/review/entered/1", Map.of("reason", "x")));
        answers.add(stranger.postForm(page + "/residents-money", Map.of("amount", "1.00", "on", "2024-01-02")));
        answers.add(stranger.postForm(page + "/defects", Map.of("description", "x", "location", "x")));
        answers.add(stranger.put("/api/tasks/" + task + "/draft", Map.of("a", "b")));
        answers.add(stranger.upload("/api/tasks/" + task + "/documents", "a.pdf", "%PDF-1.4".getBytes(), Map.of()));
        for (String verb : List.of("claim", "unclaim", "submit-form", "complete", "resolve", "comment/create")) {
            answers.add(stranger.post(
                    ENGINE + "/task/" + task + "/" + verb,
                    Map.of("userId", HostileCounty.OFFICE_CLERK, "message", "x")));
        }
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.body()).isBetween(400, 500);
            assertThat(unsaid()).noneMatch(mark -> answer.body().contains(mark));
        });
        assertThat(Fingerprint.changed(before, fingerprint.now())).isEmpty();
    }

    /** The number in the address must be of the case in the address. */
    @Test
    void anIdOfAnotherCaseIsNotReachedThroughOnesOwn() {
        CaseRun own = scenario.openCase("TOWN-LT");
        long finding = scenario.jdbc
                .sql("select min(id) from case_finding where case_id = ?")
                .param(run.caseId())
                .query(Long.class)
                .single();
        Fingerprint fingerprint = new Fingerprint(scenario.jdbc);
        Map<String, String> before = fingerprint.now();
        for (long id : new long[] {finding, -1, 0, Long.MAX_VALUE}) {
            Answer answer = scenario.signedIn("jiugai")
                    .postForm("/cases/" + own.caseNo() + "/findings/" + id, Map.of("answer", "按方案执行"));
            assertThat(answer.status()).as("finding %s", id).isIn(404, 409, 422);
        }
        assertThat(Fingerprint.changed(before, fingerprint.now())).isEmpty();
    }

    /** A list takes no id at all, so what it leaves out is the answer. */
    @Test
    void listsLeaveTheOtherCountyOut() {
        String task = run.task("household-survey").getId();
        for (String path : List.of(
                "/cases",
                "/cases?street=341502001",
                "/programme",
                "/api/task-cards?ids=" + task,
                ENGINE + "/task",
                ENGINE + "/process-instance",
                ENGINE + "/history/task",
                ENGINE + "/history/variable-instance")) {
            Answer answer = stranger.get(path);
            assertThat(victim.marks()).as(path).noneMatch(mark -> answer.body().contains(mark));
        }
    }
}
