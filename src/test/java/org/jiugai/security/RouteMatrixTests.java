package org.jiugai.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.SignedInClients.Client;
import org.jiugai.casefile.CaseGuests;
import org.jiugai.kernel.Actor;
import org.jiugai.organisation.OrganisationSetup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Every route of the running application, asked by every role, with the ids of one case. What each may be answered stands in {@code
 * security/routes.txt}; a route without a line there fails.
 */
@ProcessTest
class RouteMatrixTests {
    /** Would move the clock, or sign everybody out, of all tests; tested by themselves. */
    private static final Set<String> FOR_EVERYBODY_ELSE =
            Set.of("POST /demonstration/clock/next", "POST /account/sign-out-everywhere");

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
    private CaseGuests guests;

    private Set<String> routes() throws ReflectiveOperationException {
        Set<String> routes = new TreeSet<>(JaxRsRoutes.of(servlets));
        Routes.of(beans).forEach(route -> routes.add(route.toString()));
        for (String path : List.of(
                "/actuator", "/actuator/health", "/actuator/health/readiness", "/actuator/env", "/engine-rest/task"))
            routes.add("GET " + path);
        return routes;
    }

    @Test
    void everyRouteIsFoundAndHasAnEntry() throws ReflectiveOperationException {
        RouteTable table = RouteTable.read();
        Set<String> routes = routes();
        assertThat(routes)
                .hasSizeGreaterThan(300)
                .contains(
                        "GET /cases/{caseNo}",
                        "POST /camunda/api/engine/engine/{name}/task/{id}/claim",
                        "POST /camunda/api/admin/setup/{engine}/user/create");
        assertThat(routes.stream().filter(route -> table.line(route) == null))
                .as("routes without an entry in security/routes.txt")
                .isEmpty();
    }

    @Test
    void everyRoleGetsWhatTheTableSaysAndNoForeignText() throws ReflectiveOperationException, IOException {
        RouteTable table = RouteTable.read();
        CaseRun run = scenario.openCase("TOWN-LT");
        HostileCounty.load(setup);
        // the number of the case is in the address, and an error repeats the address
        List<String> marks = new OtherCase(run, scenario.jdbc)
                .marks().stream().filter(mark -> !mark.equals(run.caseNo())).toList();
        Map<String, Client> people = new LinkedHashMap<>();
        people.put("anonymous", clients.stranger());
        people.put("own", scenario.signedIn("yunlu"));
        people.put("foreign", scenario.signedIn(HostileCounty.OFFICE_CLERK));
        people.put("auditor", scenario.signedIn("shenji"));
        people.put("administrator", scenario.signedIn("admin"));
        people.put("firm", scenario.signedIn("sheji"));
        guests.grant(run.caseId(), "la-inspection", scenario.today(), scenario.today(), "巡察", OFFICE);
        people.put("guest", scenario.signedIn("xuncha"));
        people.put("foreign: a firm without a part", scenario.signedIn("shigongb"));
        people.put("foreign: the city where it has no part", scenario.signedIn("shizhujian"));
        List<String> wrong = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (String route : routes()) {
            StringBuilder line = new StringBuilder(route);
            for (Map.Entry<String, Client> person : people.entrySet()) {
                if (FOR_EVERYBODY_ELSE.contains(route) && !person.getKey().equals("anonymous")) continue;
                Answer answer = ask(person.getValue(), route, run);
                line.append(" | ").append(answer.status());
                String role = person.getKey().replaceAll(":.*", "");
                if (!table.allows(route, role, answer.status()))
                    wrong.add(route + " by " + person.getKey() + ": " + answer.status());
                if (List.of("anonymous", "foreign").contains(role))
                    marks.stream()
                            .filter(answer.body()::contains)
                            .forEach(mark -> wrong.add(route + " gives " + person.getKey() + " " + mark));
            }
            seen.add(line.toString());
        }
        Files.write(Path.of("target/route-matrix.txt"), seen);
        assertThat(wrong).isEmpty();
    }

    private static Answer ask(Client client, String route, CaseRun run) {
        String verb = route.substring(0, route.indexOf(' '));
        String path = path(route.substring(route.indexOf(' ') + 1), run);
        return switch (verb) {
            case "POST" ->
                path.startsWith("/camunda/") || path.startsWith("/api/")
                        ? client.postText(path, "{}")
                        : client.postForm(path, Map.of());
            case "PUT" -> client.put(path, Map.of());
            case "DELETE" -> client.delete(path);
            default -> client.get(path);
        };
    }

    /** With the ids of the case where the path says what it means, else with one that nothing has. */
    private static String path(String pattern, CaseRun run) {
        var task = run.task("household-survey");
        return pattern.replace("/engine/{name}", "/engine/default")
                .replace("{engine}", "default")
                .replace("{engineName}", "default")
                .replace("{caseNo}", run.caseNo())
                .replace("{taskId}", task.getId())
                .replaceAll("/task/\\{id}", "/task/" + task.getId())
                .replaceAll("/process-instance/\\{[^}]+}", "/process-instance/" + task.getProcessInstanceId())
                .replaceAll("/execution/\\{[^}]+}", "/execution/" + task.getExecutionId())
                .replace("{code}", "TOWN-LT")
                .replaceAll("\\{[^}]+}", "999999999");
    }
}
