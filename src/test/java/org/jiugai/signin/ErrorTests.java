package org.jiugai.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.organisation.Office;
import org.jiugai.organisation.OrganisationSetup;
import org.jiugai.organisation.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever goes wrong: a status, a sentence, and nothing about what is inside. */
@ProcessTest
class ErrorTests {
    private static final String INSIDE =
            "(?is).*(exception|org\\.|java\\.|camunda|tomcat|apache|spring|whitelabel|stack|select |sql|/9\\.|/10\\.|\\bat [a-z]+\\.).*";

    @Autowired
    private Scenario scenario;

    @Autowired
    private OrganisationSetup setup;

    @LocalServerPort
    private int port;

    private Http http = new Http(0);

    @BeforeEach
    void signIn() {
        http = new Http(port);
        http.signIn(TestPeople.register(scenario, setup), TestPeople.PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /<script>alert(1)</script> HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /a|b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "B@D / HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /a%2fb HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /cases;x=%ff HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET //cases HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n",
                "POST /login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: nonsense\r\n\r\n",
                "nonsense\r\n\r\n"
            })
    void aMalformedRequestIsAnsweredWithoutTheNameOfTheServer(String request) throws IOException {
        String answer = Http.raw(port, "127.0.0.1", request);
        assertThat(answer)
                .matches("(?s)HTTP/1\\.1 [45]\\d\\d.*")
                .doesNotMatch(INSIDE)
                .doesNotContain("<script", "HTTP Status");
    }

    @Test
    void aRequestThatIsTooLongIsAnsweredLikeAnyOther() throws IOException {
        String answer =
                Http.raw(port, "127.0.0.1", "GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(20_000) + "\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1\\.1 [45]\\d\\d.*").doesNotMatch(INSIDE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/cases/none",
                "/documents/none",
                "/cases/none/defects",
                "/policies/none",
                "/demonstration/clock/forward",
                "/cases?stage=NONSENSE",
                "/cases?page=x",
                "/actuator/env",
                "/error",
                "/camunda/app/nothing/default/x.js"
            })
    void aPersonSeesAChinesePage(String path) {
        HttpResponse<String> page = http.get(path);
        assertThat(page.statusCode()).isBetween(400, 499);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body())
                .contains("<h1>")
                .doesNotMatch(INSIDE.replace("camunda|", ""))
                .doesNotContain("Error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/tasks/none",
                "/api/nothing",
                "/camunda/api/engine/engine/default/task/none",
                "/camunda/api/engine/engine/default/task?sortBy=nonsense",
                "/camunda/api/engine/engine/default/process-instance?firstResult=x",
                "/camunda/api/engine/engine/none/task",
                "/camunda/api/engine/engine/default/nothing",
                "/camunda/api/cockpit/plugin/none/default/x",
                "/engine-rest/task"
            })
    void aProgramGetsAProblem(String path) {
        HttpResponse<String> answer = http.get(path);
        assertThat(answer.statusCode()).isBetween(400, 599);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + answer.statusCode()).doesNotMatch(INSIDE);
    }

    @Test
    void brokenJsonIsAnsweredWithoutTheFieldsThatWouldHaveBeenRight() {
        HttpResponse<String> answer =
                http.change("POST", "/camunda/api/engine/engine/default/task", "{\"nonsense\": }");
        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(answer.body()).doesNotMatch(INSIDE);
    }

    /** Whoever may not see a case learns nothing from how its absence looks. */
    @Test
    void aForbiddenIdAndAnUnknownOneLookTheSame() {
        CaseRun run = scenario.openCase("JINAN-2024");
        setup.region(new Region("341599", "他县", Region.Kind.COUNTY, "341500"));
        setup.office(
                new Office("signin-far", "他县单位", "341599", Office.Kind.AUTHORITY),
                java.util.Set.of(),
                java.util.Set.of("341599"));
        String stranger = "signinfar";
        setup.person(stranger, "外县", TestPeople.PASSWORD, java.util.Set.of("signin-far"));
        Http far = new Http(port);
        far.signIn(stranger, TestPeople.PASSWORD);
        HttpResponse<String> forbidden = far.get("/cases/" + run.caseNo());
        HttpResponse<String> unknown = far.get("/cases/341502-2024-9999");
        assertThat(forbidden.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(404);
        assertThat(forbidden.body()).isEqualTo(unknown.body());
    }
}
