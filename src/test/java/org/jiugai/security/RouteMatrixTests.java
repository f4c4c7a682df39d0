package org.jiugai.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.Resource;
import org.camunda.bpm.engine.task.Task;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.SampleFiles;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.SignedInClients.Client;
import org.jiugai.casefile.CaseGuests;
import org.jiugai.demonstration.DemonstrationCounty;
import org.jiugai.kernel.Actor;
import org.jiugai.organisation.OrganisationSetup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;

/**
 * Every route of the running application, asked by somebody of every office, with the ids of one case. What each is answered stands in
 * {@code security/routes.txt}, to the number; a route that is not there fails. {@code target/routes.txt} is the table as it is now.
 */
@ProcessTest
class RouteMatrixTests {
    /** Would move the clock of all tests, or sign the person out; tested by themselves. */
    private static final Set<String> FOR_STRANGERS_ONLY = Set.of(
            "POST /demonstration/clock/next",
            "POST /account/sign-out-everywhere",
            "POST /camunda/api/admin/auth/user/{processEngineName}/logout");

    /** Refused while somebody else's is being made. */
    private static final Set<String> ONE_AT_A_TIME = Set.of("GET /cases/{caseNo}/audit-package");

    /** Of the county that holds the case there are two kinds to the engine: who reads the history, and everybody else. */
    private static final Set<String> KINDS_TO_THE_ENGINE = Set.of(
            "anonymous",
            "foreign",
            "foreign-admin",
            "ja-com-yunlu",
            "ja-audit-bureau",
            "ja-system-admin",
            "ja-designer",
            "ja-contractor-b",
            "la-housing-bureau",
            "la-inspection");

    /** Nobody of these has to do with the case: no word of it may reach them. */
    private static final Set<String> STRANGERS = Set.of(
            "anonymous",
            "foreign",
            "foreign-admin",
            "ja-contractor-a",
            "ja-contractor-b",
            "la-housing-bureau",
            "la-finance-bureau");

    private static final Actor OFFICE = new Actor("jiugai", "周建国", "ja-renovation-office", "金安区旧改办");

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private ServletContext servlets;

    @Autowired
    private Scenario scenario;

    @Autowired
    private SignedInClients clients;

    @Autowired
    private OrganisationSetup setup;

    @Autowired
    private DemonstrationCounty county;

    @Autowired
    private CaseGuests guests;

    @Autowired
    private RepositoryService repository;

    private Map<String, Client> people;
    private Map<String, String> ids;
    private List<String> marks;
    private final List<String> given = new ArrayList<>();

    @Test
    void everyOfficeGetsFromEveryRouteWhatTheTableSays() throws ReflectiveOperationException, IOException {
        CaseRun run = scenario.openCase("TOWN-LT");
        HostileCounty.load(setup);
        guests.grant(run.caseId(), "la-inspection", scenario.today(), scenario.today(), "巡察", OFFICE);
        people = people();
        // the webapps know somebody from the second request on
        people.values().forEach(client -> client.get("/camunda/api/engine/engine/default/task/count"));
        ids = ids(run);
        // the number of the case is in the address, and an error repeats the address
        marks = new OtherCase(run, scenario.jdbc)
                .marks().stream().filter(mark -> !mark.equals(run.caseNo())).toList();

        List<String> table = new ArrayList<>();
        for (Map.Entry<String, Boolean> route : routes().entrySet()) {
            table.add(line(route.getKey(), answers(route.getKey(), route.getValue())));
        }
        Files.write(Path.of("target/routes.txt"), table);

        assertThat(given).as("words of the case that reached strangers").isEmpty();
        assertThat(table).as("target/routes.txt").hasSizeGreaterThan(500).containsExactlyElementsOf(expected());
    }

    /** Verb and pattern of all routes, and whether a file is sent there. */
    private Map<String, Boolean> routes() throws ReflectiveOperationException {
        Map<String, Boolean> routes = new TreeMap<>();
        JaxRsRoutes.of(servlets).forEach(route -> routes.put(route, false));
        Routes.of(beans).forEach(route -> routes.put(route.toString(), route.takesFile()));
        for (String path : List.of(
                "/actuator", "/actuator/health", "/actuator/health/readiness", "/actuator/env", "/engine-rest/task"))
            routes.put("GET " + path, false);
        return routes;
    }

    /** Nobody, somebody who holds every role of another county, its administrator, and the first person of each office of the demonstration. */
    private Map<String, Client> people() {
        Map<String, Client> found = new LinkedHashMap<>();
        found.put("anonymous", clients.stranger());
        found.put("foreign", scenario.signedIn(HostileCounty.OFFICE_CLERK));
        found.put("foreign-admin", scenario.signedIn(HostileCounty.ADMINISTRATOR));
        county.load()
                .offices()
                .forEach(office -> found.put(
                        office.id(), scenario.signedIn(office.people().get(0).id())));
        return found;
    }

    private Map<String, String> ids(CaseRun run) {
        Task task = run.task("household-survey");
        ProcessDefinition model = repository.getProcessDefinition(task.getProcessDefinitionId());
        String resource = repository.getDeploymentResources(model.getDeploymentId()).stream()
                .filter(r -> r.getName().equals(model.getResourceName()))
                .map(Resource::getId)
                .findFirst()
                .orElseThrow();
        Map<String, String> found = new LinkedHashMap<>();
        found.put("/engine/\\{name}", "/engine/default");
        found.put("\\{(engine|engineName|processEngineName)}", "default");
        found.put("\\{caseNo}", run.caseNo());
        found.put("\\{taskId}", task.getId());
        found.put("/task/\\{id}", "/task/" + task.getId());
        found.put("/process-definition/\\{id}", "/process-definition/" + model.getId());
        found.put("/process-definition/key/\\{key}", "/process-definition/key/" + model.getKey());
        found.put(
                "/decision-definition/\\{id}",
                "/decision-definition/"
                        + repository
                                .createDecisionDefinitionQuery()
                                .latestVersion()
                                .list()
                                .get(0)
                                .getId());
        found.put("/deployment/\\{id}", "/deployment/" + model.getDeploymentId());
        found.put("/resources/\\{resourceId}", "/resources/" + resource);
        found.put("/instances/\\{[^}]+}", "/instances/" + task.getProcessInstanceId());
        found.put("/models/\\{definitionId}", "/models/" + model.getId());
        found.put("/process-instance/\\{[^}]+}", "/process-instance/" + task.getProcessInstanceId());
        found.put("/execution/\\{[^}]+}", "/execution/" + task.getExecutionId());
        found.put("/documents/\\{[^}]+}", "/documents/" + run.upload());
        found.put("\\{code}", "TOWN-LT");
        found.put("\\{appName}", "tasklist");
        found.put("\\{what:([a-z]+)[^}]*}", "$1");
        found.put("\\{(?:[^{}]|\\{[^{}]*})+}", "999999999");
        return found;
    }

    /** Reading changes nothing, so that several read at a time. */
    private Map<String, Integer> answers(String route, boolean takesFile) {
        Map<String, Integer> statuses = new ConcurrentHashMap<>();
        List<String> askers = people.keySet().stream()
                .filter(who -> !route.contains(" /camunda/") || KINDS_TO_THE_ENGINE.contains(who))
                .filter(who -> !FOR_STRANGERS_ONLY.contains(route) || who.equals("anonymous"))
                .toList();
        Stream<String> asking =
                route.startsWith("GET ") && !ONE_AT_A_TIME.contains(route) ? askers.parallelStream() : askers.stream();
        asking.forEach(who -> {
            Answer answer = ask(people.get(who), route, takesFile);
            statuses.put(who, answer.status());
            if (STRANGERS.contains(who)) note(route, who, answer);
        });
        return statuses;
    }

    private void note(String route, String who, Answer answer) {
        // what a second person has released is for everybody; communities of other tests are called the same
        if (route.startsWith("GET /gongkai")) return;
        synchronized (given) {
            marks.stream()
                    .filter(answer.body()::contains)
                    .forEach(mark -> given.add(route + " gives " + who + " " + mark));
        }
    }

    private Answer ask(Client client, String route, boolean takesFile) {
        String verb = route.substring(0, route.indexOf(' '));
        String path = route.substring(route.indexOf(' ') + 1);
        for (Map.Entry<String, String> id : ids.entrySet()) path = path.replaceAll(id.getKey(), id.getValue());
        boolean json = path.startsWith("/camunda/") || path.startsWith("/api/");
        return switch (verb) {
            case "POST" -> {
                if (takesFile && json) yield client.upload(path, "文件.pdf", SampleFiles.pdf(), Map.of());
                if (takesFile) yield client.uploadInForm(path, "文件.pdf", SampleFiles.pdf());
                yield json ? client.postText(path, "{}") : client.postForm(path, Map.of());
            }
            case "PUT" -> client.put(path, Map.of());
            case "DELETE" -> client.delete(path);
            default -> client.get(path);
        };
    }

    /** {@code GET /cases/{caseNo} = 200 | 302 anonymous | 404 foreign ja-contractor-b}: what most are answered, then the others. */
    private String line(String route, Map<String, Integer> answers) {
        Map<Integer, List<String>> byStatus = new TreeMap<>();
        people.keySet().stream().filter(answers::containsKey).forEach(who -> byStatus.computeIfAbsent(
                        answers.get(who), status -> new ArrayList<>())
                .add(who));
        int most = byStatus.entrySet().stream()
                .max(Map.Entry.comparingByValue(java.util.Comparator.comparing(List::size)))
                .orElseThrow()
                .getKey();
        return byStatus.entrySet().stream()
                .filter(e -> e.getKey() != most)
                .map(e -> " | " + e.getKey() + " " + String.join(" ", e.getValue()))
                .collect(Collectors.joining("", route + " = " + most, ""));
    }

    private static List<String> expected() throws IOException {
        return new ClassPathResource("security/routes.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
