package org.jiugai.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.organisation.OrganisationSetup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every answer carries, and whom the server believes about where a request came from. */
@ProcessTest
class HeaderTests {
    private static final Pattern NONCE = Pattern.compile("nonce[-=]['\"]?([A-Za-z0-9_-]{20,})");

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
                "/login",
                "/cases",
                "/nothing",
                "/account",
                "/api/session",
                "/css/jiugai.css",
                "/actuator/env",
                "/documents/00000000-0000-0000-0000-000000000000",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/tasklist/scripts/config.js",
                "/camunda/lib/deps.js",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine/default/task/none",
                "/camunda/api/admin/setup/default/user/create"
            })
    void everyAnswerCarriesWhatProtectsItsReader(String path) {
        HttpHeaders headers = http.get(path).headers();
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("SAMEORIGIN");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("X-XSS-Protection")).hasValue("0");
        assertThat(headers.firstValue("Permissions-Policy").orElse("")).contains("camera=()", "geolocation=()");
        assertThat(headers.firstValue("Strict-Transport-Security"))
                .as("without TLS")
                .isEmpty();
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("X-Powered-By")).isEmpty();
        assertThat(headers.allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains(
                        "default-src 'self'",
                        "object-src 'none'",
                        "base-uri 'self'",
                        "form-action 'self'",
                        "frame-ancestors 'self'")
                .doesNotContain("http:", "https:", "*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/cases", "/account"})
    void ourPagesRunNoScriptButOurOwnFiles(String path) {
        HttpResponse<String> page = http.get(path);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("<script>", "onclick=", "style=");
    }

    @Test
    void theWebappsRunOnlyScriptsThatCarryTheNonceOfThePage() {
        String policy = http.get("/camunda/app/tasklist/default/")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElse("");
        String scripts = policy.replaceAll(".*script-src ([^;]*);.*", "$1");
        assertThat(scripts).contains("'nonce-", "'strict-dynamic'").doesNotContain("'unsafe-inline'", "https:");
    }

    /** Other requests are under way when a page is written; each page still carries the nonce of its own header. */
    @Test
    void onABusyServerEachPageCarriesItsOwnNonce() {
        ScheduledExecutorService others = Executors.newScheduledThreadPool(2);
        try {
            for (int i = 0; i < 2; i++) {
                Http busy = new Http(port);
                busy.cookies.putAll(http.cookies);
                others.scheduleWithFixedDelay(
                        () -> busy.get("/camunda/app/tasklist/scripts/config.js"), 0, 1, TimeUnit.MILLISECONDS);
            }
            for (int i = 0; i < 100; i++) {
                HttpResponse<String> page = http.get("/camunda/app/tasklist/default/");
                assertThat(nonce(page.body()))
                        .isEqualTo(nonce(page.headers()
                                .firstValue("Content-Security-Policy")
                                .orElse("")));
            }
        } finally {
            others.shutdownNow();
        }
    }

    private static String nonce(String text) {
        Matcher found = NONCE.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    @Test
    void personalPagesAndAnswersOfTheApiAreNotStoredAndFilesOfTheWebappsAreAskedForAnew() {
        for (String path : List.of("/cases", "/account", "/api/session", "/nothing")) {
            assertThat(http.get(path).headers().firstValue("Cache-Control").orElse(""))
                    .as(path)
                    .contains("no-store");
        }
        for (String path :
                List.of("/camunda/app/tasklist/scripts/config.js", "/camunda/lib/deps.js", "/css/jiugai.css")) {
            assertThat(http.get(path).headers().firstValue("Cache-Control"))
                    .as(path)
                    .hasValue("no-cache");
        }
        assertThat(http.get("/camunda/api/engine/engine/default/task")
                        .headers()
                        .firstValue("Cache-Control")
                        .orElse(""))
                .isIn("no-cache", "no-cache, no-store, max-age=0, must-revalidate");
    }

    @Test
    void behindTlsEachCookieIsSecureAndTheBrowserKeepsToTls() {
        Http tls = new Http(port).with("X-Forwarded-Proto", "https").with("X-Forwarded-Host", "jiugai.example");
        HttpResponse<String> page = tls.get("/cases");
        assertThat(page.headers().firstValue("Strict-Transport-Security").orElse(""))
                .contains("max-age=31536000");
        assertSecure(page);
        assertSecure(tls.get("/login"));
        HttpResponse<String> signedIn = tls.signIn(TestPeople.register(scenario, setup), TestPeople.PASSWORD);
        assertThat(signedIn.headers().allValues("Set-Cookie")).hasSizeGreaterThan(1);
        assertSecure(signedIn);
        assertSecure(tls.get("/camunda/app/tasklist/default/"));
    }

    private static void assertSecure(HttpResponse<String> answer) {
        assertThat(answer.headers().allValues("Set-Cookie")).allSatisfy(cookie -> {
            assertThat(cookie).contains("SameSite=Lax");
            if (!cookie.contains("Max-Age=0")) assertThat(cookie).contains("Secure");
            if (!cookie.startsWith("JIUGAI-CSRF") && !cookie.startsWith("XSRF-TOKEN"))
                assertThat(cookie).contains("HttpOnly");
        });
    }

    @Test
    void whatAnUnknownMachineSaysAboutItselfIsNotBelieved() throws IOException {
        String request =
                "GET /login HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Proto: https\r\nX-Forwarded-For: 203.0.113.9\r\n"
                        + "X-Forwarded-Host: evil.example\r\nForwarded: proto=https;host=evil.example\r\nConnection: close\r\n\r\n";
        assertThat(Http.raw(port, "127.0.0.1", request))
                .contains("Strict-Transport-Security")
                .contains("; Secure");
        assertThat(Http.raw(port, "127.0.0.2", request))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("Strict-Transport-Security")
                .doesNotContain("Secure");
    }

    @Test
    void anAttackerWhoIsNoProxyCannotTakeAnotherAddressForEachGuess() throws IOException {
        String person = TestPeople.register(scenario, setup);
        Http tokens = new Http(port);
        tokens.get("/login");
        String csrf = tokens.cookies.get("JIUGAI-CSRF");
        int looked = 0;
        for (int i = 0; i < 20; i++) {
            String body = "_csrf=" + csrf + "&username=" + person + "&password=wrong";
            String answer = Http.raw(
                    port,
                    "127.0.0.3",
                    "POST /login HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 203.0.113." + i
                            + "\r\nCookie: JIUGAI-CSRF=" + csrf
                            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                            + "\r\nConnection: close\r\n\r\n" + body);
            if (answer.startsWith("HTTP/1.1 302")) looked++;
            else assertThat(answer).startsWith("HTTP/1.1 429");
        }
        assertThat(looked).isLessThanOrEqualTo(7);
    }
}
