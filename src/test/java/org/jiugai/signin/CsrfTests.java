package org.jiugai.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jiugai.Browser;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.organisation.OrganisationSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A change that somebody else's page sends with a person's cookies changes nothing. */
@ProcessTest
class CsrfTests {
    private static final Set<RequestMethod> READING =
            Set.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS);

    @Autowired
    private Scenario scenario;

    @Autowired
    private OrganisationSetup setup;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @LocalServerPort
    private int port;

    /** The list is the running application's, so that a new page is in it by itself. */
    @Test
    void everyChangingRouteOfOursIsRefusedWithoutTheToken() {
        Http http = signedIn();
        Set<String> routes = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> mapping.getMethodsCondition().getMethods().stream()
                .filter(method -> !READING.contains(method))
                .forEach(method -> mapping.getPatternValues().forEach(path -> routes.add(method + " " + path))));
        assertThat(routes)
                .hasSizeGreaterThan(10)
                .contains("POST /account/password", "POST /cases/{caseNo}/findings/{findingId}");
        routes.add("POST /logout");
        routes.add("POST /login");
        for (String route : routes) {
            String method = route.split(" ")[0];
            String path = route.split(" ")[1].replaceAll("\\{[^/]+}", "1");
            http.cookies.remove("JIUGAI-CSRF");
            assertThat(http.change(method, path, "{}").statusCode()).as(route).isEqualTo(403);
            http.cookies.remove("JIUGAI-CSRF");
            HttpResponse<String> form = http.postForm(path, java.util.Map.of("a", "b"));
            if (method.equals("POST")) assertThat(form.statusCode()).as(route).isEqualTo(403);
        }
        assertThat(http.isSignedIn()).isTrue();
    }

    /** What the webapps offer to everybody. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine/engine/default/task/1/claim",
                "/camunda/api/engine/engine/default/task/1/submit-form",
                "/camunda/api/engine/engine/default/task/1/comment/create",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/auth/user/default/logout"
            })
    void everyChangeThatTheWebappsOfferIsRefusedWithoutTheToken(String path) {
        Http http = signedIn();
        http.cookies.remove("XSRF-TOKEN");
        assertThat(http.change("POST", path, "{}").statusCode()).isEqualTo(403);
    }

    /** The webapps guard their own paths; whatever lies beside them under the same roof is ours. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine/engine/default/task/1/claim",
                "/camunda/api/cockpit/plugin/base/default/process-instance/1/x",
                "/camunda/app/tasklist/default/",
                "/camunda/app/",
                "/camunda/",
                "/camunda/lib/deps.js",
                "/camunda/somewhere/else",
                "/camunda/%61pi/engine/engine/default/task/1/claim",
                "/%63amunda/api/engine/engine/default/task/1/claim",
                "/camunda/api;x=1/engine/engine/default/task/1/claim",
                "/engine-rest/task/1/claim"
            })
    void noMethodAndNoSpellingOfAPathIsAWayAround(String path) {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            Http http = signedIn();
            http.cookies.remove("XSRF-TOKEN");
            http.cookies.remove("JIUGAI-CSRF");
            assertThat(http.change(method, path, "{}").statusCode()).as(method).isIn(400, 403, 422);
        }
    }

    @Test
    void aTokenOfAnotherSessionIsNoToken() {
        Http http = signedIn();
        http.cookies.put("XSRF-TOKEN", signedIn().cookies.get("XSRF-TOKEN"));
        assertThat(http.change("POST", "/camunda/api/engine/engine/default/task", "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    /** Another origin (localhost and 127.0.0.1 are different sites) shows a page whose form posts to us by itself. */
    @ParameterizedTest
    @MethodSource("attacks")
    void aPageOfAnotherSiteSignsNobodyOutAndChangesNothing(String target, String body) throws IOException {
        String person = TestPeople.register(scenario, setup);
        HttpServer evil = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        evil.createContext("/", exchange -> {
            byte[] page = ("<!doctype html><title>evil</title><form id=f method=post action=\"http://localhost:" + port
                            + target
                            + "\" enctype=\"text/plain\">" + body
                            + "</form><script>setTimeout(() => document.getElementById('f').submit(), 100)</script>")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        evil.start();
        try (Browser browser = Browser.open(port, 1000)) {
            browser.signIn(person, TestPeople.PASSWORD);
            browser.goTo("http://127.0.0.1:" + evil.getAddress().getPort() + "/");
            browser.waitForAddress("localhost:" + port);
            assertThat(String.valueOf(browser.script("return document.body.innerText")))
                    .containsAnyOf("不能进行此操作", "未登录", "登录");
            browser.go("/account");
            browser.seeText(By.tagName("h1"), "我的账号");
            browser.seeText(By.tagName("body"), "1 处登录");
        } finally {
            evil.stop(0);
        }
    }

    static List<Arguments> attacks() {
        return List.of(
                Arguments.of("/logout", ""),
                Arguments.of("/account/sign-out-everywhere", ""),
                Arguments.of("/camunda/api/admin/auth/user/default/logout", "<input name='{\"a\":\"' value='\"}'>"));
    }

    private Http signedIn() {
        Http http = new Http(port).from(TestPeople.address());
        assertThat(http.signIn(TestPeople.register(scenario, setup), TestPeople.PASSWORD)
                        .statusCode())
                .isEqualTo(302);
        return http;
    }
}
