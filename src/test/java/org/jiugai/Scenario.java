package org.jiugai;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.NewCase;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.demonstration.DemonstrationCounty;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.engine.Processes;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Area;
import org.jiugai.kernel.Money;
import org.jiugai.startup.TravellingClock;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens cases for tests and lets offices act on them as a browser would. */
@TestComponent
public class Scenario {
    /** The demonstration's first day. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 2);

    final CaseManagement cases;
    final DocumentManagement documents;
    final SignedInClients clients;
    final TaskService tasks;
    final RuntimeService runtime;
    final HistoryService history;
    final ManagementService management;
    final IdentityService identity;
    final Processes processes;
    final TransactionTemplate transaction;
    public final JdbcClient jdbc;
    public final Residents residents;
    private final DemonstrationCounty county;
    private final TravellingClock clock;
    private boolean countyLoaded;

    Scenario(
            CaseManagement cases,
            DocumentManagement documents,
            SignedInClients clients,
            TaskService tasks,
            RuntimeService runtime,
            HistoryService history,
            ManagementService management,
            IdentityService identity,
            Processes processes,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            Residents residents,
            DemonstrationCounty county,
            Clock clock) {
        this.cases = cases;
        this.documents = documents;
        this.clients = clients;
        this.tasks = tasks;
        this.runtime = runtime;
        this.history = history;
        this.management = management;
        this.identity = identity;
        this.processes = processes;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.residents = residents;
        this.county = county;
        this.clock = (TravellingClock) clock;
    }

    /** The county's offices and people, loaded once. */
    public synchronized Scenario withCounty() {
        if (!countyLoaded) {
            county.load();
            countyLoaded = true;
        }
        return this;
    }

    /** A case of one community (60 households, 3 buildings, 5 000 m², 2 000 000.00 yuan) on the first day, its backbone running. */
    public CaseRun openCase(String policyCode) {
        return openCase(policyCode, 1, Money.ofYuan("2000000.00"));
    }

    public CaseRun openCase(String policyCode, int communities, Money investment) {
        return openCase(
                policyCode,
                communities,
                investment,
                Map.of(
                        "employer",
                        "ja-employer",
                        "designer",
                        "ja-designer",
                        "tender-agent",
                        "ja-tender-agent",
                        "cost-consultant",
                        "ja-cost-consultant"));
    }

    /** The same with other firms than usual. */
    public CaseRun openCase(String policyCode, int communities, Money investment, Map<String, String> parties) {
        List<NewCase.Community> list = java.util.stream.IntStream.rangeClosed(1, communities)
                .mapToObj(i ->
                        new NewCase.Community("示例小区" + i, "ja-com-yunlu", 1995, 60, 3, Area.ofSquareMetres("5000.00")))
                .toList();
        return openCase(policyCode, list, investment, parties);
    }

    /** The same with these communities. */
    public CaseRun openCase(
            String policyCode, List<NewCase.Community> list, Money investment, Map<String, String> parties) {
        at(FIRST_DAY);
        withCounty();
        NewCase request = new NewCase(
                "示例项目" + System.nanoTime(), "341502", "341502001", 2024, policyCode, investment, list, parties);
        RenovationCase opened = transaction.execute(status -> {
            RenovationCase fresh = cases.open(request, Actor.SYSTEM);
            giveOwnBaselines(fresh);
            return fresh;
        });
        return new CaseRun(this, opened);
    }

    /** The communities of all tests are called the same; each gets a baseline of its own. */
    private void giveOwnBaselines(RenovationCase fresh) {
        jdbc.sql(
                        """
                        with own as (
                            insert into registered_community (county, street, name, name_key, committee)
                            select :county, :street, name, name || id, residents_committee from case_community where case_id = :case
                            returning id, name_key)
                        update case_community c set registered_id = own.id from own where own.name_key = c.name || c.id""")
                .param("county", fresh.county())
                .param("street", fresh.street())
                .param("case", fresh.caseId())
                .update();
    }

    /** The same with its contractor and supervisor, as if their contracts were signed. */
    public CaseRun openContractedCase(String policyCode) {
        CaseRun run = openCase(policyCode);
        cases.assignParty(run.caseId(), "contractor", "ja-contractor-a", Actor.SYSTEM);
        cases.assignParty(run.caseId(), "supervisor", "ja-supervisor", Actor.SYSTEM);
        return run;
    }

    /** A case that was opened in another way, e.g. by the import. */
    public CaseRun follow(RenovationCase opened) {
        return new CaseRun(this, opened);
    }

    public SignedInClients.Client signedIn(String person) {
        withCounty();
        return clients.of(person);
    }

    /** Sets the clock of application and engine to nine o'clock of that day. Fires nothing. */
    public void at(LocalDate day) {
        at(day, LocalTime.of(9, 0));
    }

    public void at(LocalDate day, LocalTime time) {
        clock.shift(Duration.between(
                Clock.systemUTC().instant(),
                ZonedDateTime.of(day, time, TravellingClock.SHANGHAI).toInstant()));
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
