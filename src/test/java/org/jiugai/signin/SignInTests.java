package org.jiugai.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.SignedInClients.Client;
import org.jiugai.demonstration.DemonstrationCounty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One sign-in for everything, and nothing without it. */
@ProcessTest
class SignInTests {
    @Autowired
    private Scenario scenario;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/cases",
                "/cases/341502-2024-0001",
                "/api/session",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/api/engine/engine/default/task",
                "/documents/00000000-0000-0000-0000-000000000000",
                "/demonstration/clock",
                "/actuator/env",
                "/engine-rest/engine"
            })
    void withoutSignInEverythingLeadsToTheSignInPage(String path) throws Exception {
        HttpResponse<String> answer = anonymous(path);
        boolean forPrograms = path.contains("/api/") || path.startsWith("/engine-rest") || path.startsWith("/actuator");
        assertThat(answer.statusCode()).as(path).isIn(forPrograms ? List.of(302, 401, 403) : List.of(302));
        assertThat(answer.headers().firstValue("Location").orElse("/login")).isEqualTo("/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/css/jiugai.css"
            })
    void theSignInPageAndTheHealthArePublic(String path) throws Exception {
        assertThat(anonymous(path).statusCode()).isEqualTo(200);
    }

    /**
     * The webapps look at the path as it was written to learn who asks which engine; the engine's API looks at the path as it is meant.
     * Where the two differ nobody is asked who he is, and the engine hides nothing from nobody.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%63amunda/api/engine/engine/default/task",
                "/camunda/%61pi/engine/engine/default/task",
                "/camunda/api/%65ngine/engine/default/task",
                "/camunda/api/engine/%65ngine/default/task",
                "/camunda/api/engine/engine/%64efault/task",
                "/camunda/api/engine/engine/default/%74ask",
                "/camunda/api/engine/%65ngine/default/history/process-instance",
                "/camunda/api/cockpit/plugin/%62ase/default/process-definition/statistics",
                "/camunda/api/cockpit/%70lugin/base/default/process-definition/statistics"
            })
    void whoeverEncodesThePathReadsNothingThatIsNotHis(String path) {
        scenario.openCase("JINAN-2024");
        // a guest finds no task; the webapps have not met this session before
        Http guest = new Http(port);
        guest.signIn("xuncha", DemonstrationCounty.PASSWORD);
        assertThat(guest.isSignedIn()).isTrue();
        HttpResponse<String> answer = guest.get(path);
        assertThat(answer.statusCode() >= 400 || answer.body().equals("[]"))
                .as("%s %s", answer.statusCode(), answer.body())
                .isTrue();
    }

    @Test
    void healthTellsNothingButItsState() throws Exception {
        assertThat(anonymous("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void oneSignInOpensTasklistCockpitAndOurPages() {
        Client office = scenario.signedIn("jiugai");
        assertThat(office.get("/cases").status()).isEqualTo(200);
        assertThat(office.get("/camunda/app/tasklist/default/").status()).isEqualTo(200);
        assertThat(scenario.signedIn("admin")
                        .get("/camunda/app/cockpit/default/")
                        .status())
                .isEqualTo(200);
        Answer session = office.get("/api/session");
        assertThat(session.json().path("person").asText()).isEqualTo("jiugai");
        assertThat(session.json().path("offices").get(0).path("name").asText()).isEqualTo("金安区旧改办");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/api/admin/setup/default/user/create", "/engine-rest/engine", "/actuator/env"})
    void doorsThatNobodyNeedsAreShutForSignedInPeopleToo(String path) {
        assertThat(scenario.signedIn("admin").post(path, Map.of()).status()).isIn(403, 404);
    }

    /** Past the throttle, passwords could be guessed here. */
    /** The health is for everybody, everything else of its kind for nobody, whatever the settings expose. */
    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/anything"})
    void whatTheServerTellsAboutItselfIsShutForSignedInPeopleToo(String path) {
        assertThat(scenario.signedIn("admin").get(path).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "/camunda/api/admin/auth/user/default/login/tasklist/",
                "/camunda/api/admin/auth/user/default/log%69n/tasklist",
                "/camunda/api/engine/engine/default/identity/verify",
                "/camunda/api/engine/engine/default/identity/verify/",
                "/camunda/api/engine/engine/default/identity/verif%79"
            })
    void thereIsNoOtherPlaceToTryAPassword(String path) {
        Answer answer = scenario.signedIn("admin").post(path, Map.of("username", "jiugai", "password", "demo2024"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("authenticated");
    }

    @Test
    void aWrongPasswordSaysSoInChineseAndNothingMore() throws Exception {
        HttpResponse<String> page = anonymous("/login?error");
        assertThat(page.body()).contains("用户名或密码不正确").doesNotContain("Exception");
    }

    private HttpResponse<String> anonymous(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
