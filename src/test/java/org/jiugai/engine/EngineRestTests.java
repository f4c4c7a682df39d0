package org.jiugai.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jiugai.CaseRun;
import org.jiugai.HousePort;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.demonstration.DemonstrationCounty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;

/** The engine's API for other programs: not there by default; switched on, it is behind the doors of everybody else. */
@ProcessTest
class EngineRestTests {
    @Autowired
    private Scenario scenario;

    @Autowired
    private ApplicationContext application;

    private AnnotationConfigServletWebServerApplicationContext server;
    private CaseRun run;

    /** A second server on the same engine, with the switch on. */
    @BeforeEach
    void switchedOn() throws ClassNotFoundException {
        run = scenario.openCase("JINAN-2024");
        server = new AnnotationConfigServletWebServerApplicationContext();
        server.setParent(application);
        server.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("switch", Map.of("jiugai.engine-rest.enabled", "true")));
        server.register(
                Server.class, EngineDoors.class, EngineRest.class, Class.forName("org.jiugai.signin.EngineRestSignIn"));
        HousePort.kept(application, () -> {
            server.refresh();
            return server;
        });
    }

    @AfterEach
    void off() {
        HousePort.close(application, server);
    }

    @Test
    void byDefaultItIsNotThere() {
        new WebApplicationContextRunner()
                .withUserConfiguration(EngineRest.class)
                .run(context -> assertThat(context).doesNotHaveBean(EngineRest.class));
        assertThat(application.getBeanNamesForType(EngineRest.class)).isEmpty();
    }

    @Test
    void nobodyGetsInWithoutHisPassword() throws Exception {
        assertThat(ask("GET", "/task", "", "").statusCode()).isEqualTo(401);
        assertThat(ask("GET", "/engine", "", "").statusCode()).isEqualTo(401);
        assertThat(ask("GET", "/task", "nemo:wrong", "").statusCode()).isEqualTo(401);
        assertThat(ask("POST", "/deployment/create", "", "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void aPersonFindsTheTasksOfHisOfficesAndSetsNoCookie() throws Exception {
        String task = run.task("household-survey").getId();
        for (String path : new String[] {"/task?maxResults=1000", "/engine/default/task?maxResults=1000"}) {
            HttpResponse<String> own = ask("GET", path, person("yunlu"), "");
            assertThat(own.statusCode()).isEqualTo(200);
            assertThat(own.body()).contains(task);
            assertThat(own.headers().allValues("Set-Cookie")).isEmpty();
            assertThat(ask("GET", path, person("gongan"), "").body()).doesNotContain(task);
        }
        HttpResponse<String> foreign = ask("GET", "/task/" + task + "/form", person("gongan"), "");
        assertThat(foreign.statusCode()).isIn(403, 404);
        assertThat(foreign.body()).matches("(?s).*\\p{IsHan}.*").doesNotContain("Exception");
    }

    @Test
    void theSameDoorsStandBeforeIt() throws Exception {
        String task = "/task/" + run.task("household-survey").getId();
        for (String who : new String[] {person("yunlu"), person("admin")}) {
            assertThat(ask("POST", "/deployment/create", who, "{}").body()).contains("engine.notOffered");
            assertThat(ask("POST", "/engine/default/message", who, "{}").body()).contains("engine.notOffered");
            assertThat(ask("PUT", task + "/variables/x", who, "{\"value\":1}").body())
                    .contains("engine.notOffered");
        }
        assertThat(ask("POST", "/task", person("yunlu"), "{\"orQueries\":[{\"dueAfterExpression\":\"${x}\"}]}")
                        .body())
                .contains("engine.expressionRefused");
        assertThat(ask(
                                "POST",
                                task + "/submit-form",
                                person("yunlu"),
                                "{\"variables\":{\"surveyOutcome\":{\"value\":1}}}")
                        .body())
                .contains("engine.undeclaredVariable");
        assertThat(ask("POST", task + "/claim", person("gongan"), "{\"userId\":\"gongan\"}")
                        .body())
                .contains("engine.notYourTask");
        assertThat(ask("POST", task + "/claim", person("yunlu"), "{\"userId\":\"yunlu\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    private static String person(String name) {
        return name + ":" + DemonstrationCounty.PASSWORD;
    }

    private HttpResponse<String> ask(String method, String path, String credentials, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + server.getWebServer().getPort() + "/engine-rest" + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!credentials.isEmpty()) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** No configuration by annotation: the one context of all tests would become another. */
    @EnableWebSecurity
    static class Server {
        @Bean
        TomcatServletWebServerFactory tomcat() {
            return new TomcatServletWebServerFactory(0);
        }

        @Bean
        DelegatingFilterProxyRegistrationBean security() {
            DelegatingFilterProxyRegistrationBean registration =
                    new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
            registration.setOrder(-100);
            return registration;
        }

        @Bean
        AuthenticationProvider accounts(ApplicationContext context) {
            return java.util.Objects.requireNonNull(context.getParent()).getBean(AuthenticationProvider.class);
        }
    }
}
