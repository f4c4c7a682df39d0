package org.jiugai.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.SignedInClients.Client;
import org.jiugai.organisation.OrganisationSetup;
import org.jiugai.security.Routes.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every route of ours with nonsense in every parameter and path variable: an answer, no error of the server, nothing raw in the page. */
@ProcessTest
class PageParameterTests {
    private static final List<String> NONSENSE = List.of(
            "",
            " ",
            "-1",
            "99999999999",
            "1e99999999",
            "2147483647",
            "-9223372036854775808",
            "nonsense",
            "NaN",
            "null",
            "9999-12-31",
            "+999999999-12-31",
            "1' or '1'='1",
            "%",
            "../../etc/passwd",
            "a\u0000b",
            "\u202e\ufeff",
            "长".repeat(3_000));

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private Scenario scenario;

    @Autowired
    private OrganisationSetup setup;

    private CaseRun run;
    private final HostileTexts texts = new HostileTexts();

    @BeforeEach
    void aCaseAndItsPeople() {
        run = scenario.openCase("TOWN-LT");
        HostileCounty.load(setup);
    }

    @Test
    void noParameterIsAnErrorOfTheServerOrStandsRawInThePage() {
        int songs = Canary.songs();
        List<String> wrong = new ArrayList<>();
        for (Route route : Routes.of(beans)) {
            for (String parameter : route.parameters()) {
                List<String> values = new ArrayList<>(NONSENSE);
                for (int i = 0; i < 12; i++) values.add(texts.next(2_000));
                for (String value : values) {
                    Map<String, String> fields = new LinkedHashMap<>();
                    route.parameters().forEach(p -> fields.put(p, "1"));
                    fields.put(parameter, value);
                    Answer answer = send(client(route), route, path(route.pattern()), fields);
                    check(route + " " + parameter, value, answer, wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(Canary.songs()).isEqualTo(songs);
    }

    @Test
    void noPathVariableIsAnErrorOfTheServerOrStandsRawInThePage() {
        int songs = Canary.songs();
        List<String> wrong = new ArrayList<>();
        for (Route route : Routes.of(beans)) {
            if (!route.pattern().contains("{")) continue;
            List<String> values = new ArrayList<>(NONSENSE);
            for (int i = 0; i < 12; i++) values.add(texts.next(200));
            for (String value : values) {
                String path = route.pattern()
                        .replaceAll("\\{(?:[^{}]|\\{[^{}]*})+}", encode(value).replace("$", "\\$"));
                Map<String, String> fields = new LinkedHashMap<>();
                route.parameters().forEach(p -> fields.put(p, "1"));
                check(route.toString(), value, send(client(route), route, path, fields), wrong);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(Canary.songs()).isEqualTo(songs);
    }

    private static void check(String where, String value, Answer answer, List<String> wrong) {
        String shown = where + " = " + (value.length() > 60 ? value.substring(0, 60) + "…" : value);
        if (answer.status() >= 500) wrong.add(shown + ": " + answer.status());
        if (answer.json().isMissingNode() || answer.json().isNull()) {
            if (Escaping.standsRaw(answer.body(), value)) wrong.add(shown + " stands raw");
        }
    }

    /** Who may use it: the others see nothing but a refusal. */
    private Client client(Route route) {
        String path = route.pattern();
        if (path.startsWith("/policies") || path.startsWith("/worktime")) return scenario.signedIn("admin");
        if (path.startsWith("/programme/apply")) return scenario.signedIn("zhongshi");
        return scenario.signedIn("jiugai");
    }

    private String path(String pattern) {
        return pattern.replace("{caseNo}", run.caseNo())
                .replace("{code}", "TOWN-LT")
                .replace("{taskId}", run.task("household-survey").getId())
                .replaceAll("\\{(?:[^{}]|\\{[^{}]*})+}", "1");
    }

    private static Answer send(Client client, Route route, String path, Map<String, String> fields) {
        if (route.method().equals("GET")) {
            StringBuilder query = new StringBuilder();
            fields.forEach((k, v) -> query.append(query.isEmpty() ? '?' : '&')
                    .append(k)
                    .append('=')
                    .append(encode(v)));
            return client.get(path + query);
        }
        if (route.takesFile()) return client.upload(path, "a.xlsx", new byte[] {'P', 'K', 3, 4}, fields);
        if (route.method().equals("PUT")) return client.put(path, fields);
        if (route.method().equals("DELETE")) return client.delete(path);
        return client.postForm(path, fields);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
