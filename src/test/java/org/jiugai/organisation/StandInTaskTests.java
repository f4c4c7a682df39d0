package org.jiugai.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Client;
import org.jiugai.demonstration.DemonstrationCounty;
import org.jiugai.engine.ActingOffice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A stand-in has the tasks of whom he stands in for, for the period, and is recorded as "A for B". */
@ProcessTest
class StandInTaskTests {
    private static final String TASKS = "/camunda/api/engine/engine/default/task/count?taskId=";

    @Autowired
    private Scenario scenario;

    @Autowired
    private StandInAdministration standIns;

    @Autowired
    private PeopleAdministration people;

    @Autowired
    private OrganisationSetup setup;

    @Autowired
    private ActingOffice acting;

    /** Every other test begins on the same days. */
    @AfterEach
    void nobodyStandsInAnyLonger() {
        scenario.jdbc.sql("delete from stand_in").update();
        scenario.jdbc.sql("delete from person_office where person = 'zj.zeit'").update();
    }

    @Test
    void aStandInCompletesTasksOfTheAbsentOneAndIsRecordedAsActingForHim() {
        CaseRun run = scenario.openCase("JINAN-2024");
        CaseRun later = scenario.openCase("JINAN-2024");
        String task = run.task("household-survey").getId();
        Client gulou = scenario.signedIn("gulou");
        assertThat(gulou.get("/api/tasks/" + task).status()).isEqualTo(422);

        standIns.appoint("admin", new NewStandIn("yunlu", "gulou", "2024-01-02", "2024-01-05", "培训"));

        assertThat(gulou.get(TASKS + task + "&candidateUser=gulou")
                        .json()
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(acting.actingFor("gulou", Set.of("ja-com-yunlu")).shown()).isEqualTo("云路社区居民委员会 喻红（代邹兰）");
        run.submitAs("gulou", "household-survey", run.fields("household-survey", Map.of()));
        assertThat(scenario.jdbc
                        .sql("select person || ' ' || office from household_survey where case_id = ?")
                        .param(run.caseId())
                        .query(String.class)
                        .single())
                .isEqualTo("gulou ja-com-yunlu");

        scenario.at(LocalDate.of(2024, 1, 6));
        String next = later.task("household-survey").getId();
        assertThat(gulou.get("/api/tasks/" + next).status()).isEqualTo(422);
        assertThat(gulou.get(TASKS + next + "&candidateUser=gulou")
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
        later.submitAs("yunlu", "household-survey", later.fields("household-survey", Map.of()));
    }

    @Test
    void aMembershipGivesTasksFromItsFirstToItsLastDay() {
        CaseRun run = scenario.openCase("JINAN-2024");
        String task = run.task("household-survey").getId();
        setup.person("zj.zeit", "时限", DemonstrationCounty.PASSWORD, Set.of("ja-com-gulou"));
        Client person = scenario.signedIn("zj.zeit");
        people.join("admin", "zj.zeit", "ja-com-yunlu", "2024-01-03", "2024-01-04");
        assertThat(person.get(TASKS + task + "&candidateUser=zj.zeit")
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
        scenario.at(LocalDate.of(2024, 1, 3));
        assertThat(person.get(TASKS + task + "&candidateUser=zj.zeit")
                        .json()
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(person.get("/api/tasks/" + task).status()).isEqualTo(200);
        scenario.at(LocalDate.of(2024, 1, 5));
        assertThat(person.get(TASKS + task + "&candidateUser=zj.zeit")
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
        assertThat(person.get("/api/tasks/" + task).status()).isEqualTo(422);
    }
}
