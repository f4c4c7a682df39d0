package org.jiugai.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.organisation.OrganisationSetup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.core.convert.ConversionService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.support.TransactionTemplate;

/** Sessions: when they begin, on which node they live, and every way in which they end. */
@ProcessTest
class SessionTests {
    @Autowired
    private Scenario scenario;

    @Autowired
    private OrganisationSetup setup;

    @Autowired
    private Sessions sessions;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    @Qualifier("springSessionConversionService")
    private ConversionService attributes;

    @Autowired
    @Qualifier("springSecurityFilterChain")
    private jakarta.servlet.Filter door;

    @LocalServerPort
    private int port;

    private String person = "";

    @BeforeEach
    void register() {
        person = TestPeople.register(scenario, setup);
    }

    @Test
    void nobodyHasASessionBeforeHeSignsIn() {
        Http http = new Http(port);
        int before = count();
        http.get("/cases");
        http.get("/login");
        http.get("/nothing");
        http.signIn(person, "wrong");
        assertThat(http.session()).isEmpty();
        assertThat(count()).isLessThanOrEqualTo(before);
    }

    @Test
    void signInBeginsASessionOfItsOwnWhateverTheBrowserBrought() {
        Http victim = new Http(port);
        String planted = signedIn(TestPeople.register(scenario, setup)).session();
        victim.cookies.put("JIUGAI-SESSION", planted);
        victim.signIn(person, TestPeople.PASSWORD);
        assertThat(victim.session()).isNotEmpty().isNotEqualTo(planted);
        assertThat(victim.get("/api/session").body()).contains("\"" + person + "\"");
        Http attacker = new Http(port);
        attacker.cookies.put("JIUGAI-SESSION", planted);
        assertThat(attacker.isSignedIn()).isFalse();

        Http invented = new Http(port);
        invented.cookies.put("JIUGAI-SESSION", encoded("11111111-2222-3333-4444-555555555555"));
        invented.signIn(person, TestPeople.PASSWORD);
        assertThat(invented.session()).isNotEqualTo(encoded("11111111-2222-3333-4444-555555555555"));
    }

    @Test
    void aSessionThatIdlesForAnHourEnds() {
        Http http = signedIn(person);
        age(http, Duration.ofMinutes(59));
        assertThat(http.isSignedIn()).isTrue();
        age(http, Duration.ofMinutes(61));
        assertThat(http.isSignedIn()).isFalse();
        assertThat(http.get("/cases").headers().firstValue("Location")).hasValue("/login");
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverBusyItIs() {
        Http http = signedIn(person);
        bornEarlier(http, Duration.ofMinutes(11 * 60 + 59));
        assertThat(http.isSignedIn()).isTrue();
        bornEarlier(http, Duration.ofMinutes(2));
        assertThat(http.isSignedIn()).isFalse();
    }

    @Test
    void itsAgeIsToldByTheClockThatIsHandedIn() throws Exception {
        Clock tomorrow = Clock.offset(Clock.systemUTC(), Duration.ofHours(13));
        assertThat(survives(Clock.systemUTC())).isTrue();
        assertThat(survives(tomorrow)).isFalse();
    }

    private static boolean survives(Clock clock) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        MockHttpSession session = new MockHttpSession();
        request.setSession(session);
        FilterChain on = (req, res) -> {};
        new SessionAge(Duration.ofHours(12), clock).doFilter(request, new MockHttpServletResponse(), on);
        return !session.isInvalid();
    }

    @Test
    void theDemonstrationsClockSignsNobodyOut() {
        Http http = signedIn(person);
        LocalDate before = scenario.today();
        try {
            scenario.at(before.plusYears(3));
            assertThat(http.isSignedIn()).isTrue();
        } finally {
            scenario.at(before);
        }
    }

    @Test
    void signingOutEndsTheSessionAndNeedsTheToken() {
        Http http = signedIn(person);
        http.get("/cases");
        Http stolen = copyOf(http);
        String token = http.cookies.remove("JIUGAI-CSRF");
        assertThat(http.postForm("/logout", Map.of()).statusCode()).isEqualTo(403);
        assertThat(http.get("/logout").statusCode()).isNotEqualTo(302);
        assertThat(http.isSignedIn()).isTrue();
        http.cookies.put("JIUGAI-CSRF", token);
        assertThat(http.postForm("/logout", Map.of()).headers().firstValue("Location"))
                .hasValue("/login?out");
        assertThat(stolen.isSignedIn()).isFalse();
    }

    @Test
    void signingOutOfTasklistSignsOutOfEverything() {
        Http http = signedIn(person);
        Http stolen = copyOf(http);
        assertThat(http.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(200);
        assertThat(http.change("POST", "/camunda/api/admin/auth/user/default/logout", "{}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(stolen.isSignedIn()).isFalse();
    }

    @Test
    void signingOutEverywhereEndsEachSessionOfThePersonAndNobodyElses() {
        Http desk = signedIn(person);
        Http phone = signedIn(person);
        Http colleague = signedIn(TestPeople.register(scenario, setup));
        desk.get("/account");
        assertThat(desk.postForm("/account/sign-out-everywhere", Map.of())
                        .headers()
                        .firstValue("Location"))
                .hasValue("/login?out");
        assertThat(desk.isSignedIn()).isFalse();
        assertThat(phone.isSignedIn()).isFalse();
        assertThat(colleague.isSignedIn()).isTrue();
    }

    @Test
    void anAdministratorEndsAllSessionsOfAPerson() {
        Http desk = signedIn(person);
        Http phone = signedIn(person);
        sessions.endAll(person);
        assertThat(desk.isSignedIn()).isFalse();
        assertThat(phone.isSignedIn()).isFalse();
    }

    /** Nothing is shared with the second server but the database and the door. */
    @Test
    void anotherServerKnowsTheSessionAndEndsIt() throws Exception {
        Http here = signedIn(person);
        here.get("/cases");
        here.get("/camunda/app/tasklist/default/");
        here.get("/camunda/api/engine/engine/default/task");
        WebServer other = anotherServer();
        try {
            other.start();
            Http there = new Http(other.getPort());
            there.cookies.putAll(here.cookies);
            assertThat(there.get("/who").body()).isEqualTo(person);
            assertThat(new Http(other.getPort()).get("/who").statusCode()).isEqualTo(302);
            assertThat(there.postForm("/logout", Map.of()).headers().firstValue("Location"))
                    .hasValue("/login?out");
            assertThat(here.isSignedIn()).isFalse();
        } finally {
            other.stop();
        }
    }

    private WebServer anotherServer() {
        JdbcIndexedSessionRepository repository = new JdbcIndexedSessionRepository(jdbc, transaction);
        repository.setConversionService(attributes);
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("JIUGAI-SESSION");
        CookieHttpSessionIdResolver ids = new CookieHttpSessionIdResolver();
        ids.setCookieSerializer(cookie);
        SessionRepositoryFilter<?> filter = new SessionRepositoryFilter<>(repository);
        filter.setHttpSessionIdResolver(ids);
        return new TomcatServletWebServerFactory(0).getWebServer(context -> {
            context.addFilter("sessions", filter).addMappingForUrlPatterns(null, false, "/*");
            context.addFilter("door", door).addMappingForUrlPatterns(null, false, "/*");
            context.addServlet("who", new Who()).addMapping("/");
        });
    }

    private static final class Who extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(request.getRemoteUser());
        }
    }

    /** Written by another version of the application. */
    @Test
    void aSessionThatCannotBeReadIsNone() {
        Http http = signedIn(person);
        scenario.jdbc
                .sql(
                        """
                        update spring_session_attributes set attribute_bytes = 'unreadable'::bytea
                        where session_primary_id = (select primary_id from spring_session where session_id = ?)""")
                .param(decoded(http))
                .update();
        assertThat(http.get("/cases").headers().firstValue("Location")).hasValue("/login");
    }

    /** Two nodes, or two requests at once, must not each give the webapps' session a token of its own. */
    @Test
    void theWebappsTokenIsThereFromTheFirstMoment() {
        Http http = signedIn(person);
        String token = http.cookies.get("XSRF-TOKEN");
        assertThat(token).isNotEmpty();
        assertThat(http.get("/camunda/app/tasklist/default/").headers().allValues("Set-Cookie"))
                .noneMatch(c -> c.startsWith("XSRF-TOKEN"));
        assertThat(http.change("POST", "/camunda/api/engine/engine/default/task/count", "{}")
                        .statusCode())
                .isEqualTo(200);
    }

    private Http signedIn(String who) {
        Http http = new Http(port);
        assertThat(http.signIn(who, TestPeople.PASSWORD).headers().firstValue("Location"))
                .hasValue("/");
        return http;
    }

    private Http copyOf(Http http) {
        Http copy = new Http(port);
        copy.cookies.putAll(http.cookies);
        return copy;
    }

    private void age(Http http, Duration by) {
        scenario.jdbc
                .sql(
                        "update spring_session set last_access_time = last_access_time - :ms, expiry_time = expiry_time - :ms"
                                + " where session_id = :id")
                .param("ms", by.toMillis())
                .param("id", decoded(http))
                .update();
    }

    private void bornEarlier(Http http, Duration by) {
        scenario.jdbc
                .sql("update spring_session set creation_time = creation_time - :ms where session_id = :id")
                .param("ms", by.toMillis())
                .param("id", decoded(http))
                .update();
    }

    private int count() {
        return scenario.jdbc
                .sql("select count(*) from spring_session")
                .query(Integer.class)
                .single();
    }

    private static String decoded(Http http) {
        return new String(Base64.getDecoder().decode(http.session()), StandardCharsets.UTF_8);
    }

    private static String encoded(String id) {
        return Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }
}
