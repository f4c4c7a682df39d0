package org.jiugai.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiugai.HousePort;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.organisation.Office;
import org.jiugai.organisation.OrganisationManagement;
import org.jiugai.organisation.OrganisationSetup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletRegistrationBean;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Sign-in at a real provider of identities. The second door stands in front of the same house: its beans, its database. */
@ProcessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OidcTests {
    private static final String OFFICE = "signin-oidc";

    @Autowired
    private ConfigurableApplicationContext house;

    @Autowired
    private Scenario scenario;

    @Autowired
    private OrganisationSetup setup;

    @Autowired
    private OrganisationManagement organisation;

    private ServletWebServerApplicationContext provider;
    private ServletWebServerApplicationContext door;
    private int port;

    /** Its own server and its own door; what it does not define it finds in the house. */
    @EnableWebSecurity
    @ComponentScan("org.jiugai.signin")
    static class SecondDoor {
        @Bean
        TomcatServletWebServerFactory server() {
            return new TomcatServletWebServerFactory(0);
        }

        @Bean
        DispatcherServlet dispatcherServlet() {
            return new DispatcherServlet();
        }

        @Bean
        DispatcherServletRegistrationBean everything(DispatcherServlet servlet) {
            return new DispatcherServletRegistrationBean(servlet, "/");
        }

        @Bean
        FilterRegistrationBean<SessionRepositoryFilter<?>> sessionsFirst(SessionRepositoryFilter<?> ofTheHouse) {
            FilterRegistrationBean<SessionRepositoryFilter<?>> first = new FilterRegistrationBean<>(ofTheHouse);
            first.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
            return first;
        }

        @Bean
        DelegatingFilterProxyRegistrationBean thenTheDoor() {
            return new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
        }

        @Bean
        ThymeleafViewResolver thymeleafViewResolver(SpringTemplateEngine engine) {
            ThymeleafViewResolver pages = new ThymeleafViewResolver();
            pages.setTemplateEngine(engine);
            pages.setCharacterEncoding("UTF-8");
            pages.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return pages;
        }
    }

    @BeforeAll
    void open() {
        scenario.withCounty();
        setup.office(new Office(OFFICE, "统一认证测试单位", "341502", Office.Kind.AUTHORITY), Set.of(), Set.of("341502"));
        provider = TestProvider.start();
        door = door();
        port = door.getWebServer().getPort();
    }

    private ServletWebServerApplicationContext door(String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("--jiugai.oidc.issuer=" + issuer());
        all.add("--jiugai.oidc.client-id=" + TestProvider.CLIENT);
        all.add("--jiugai.oidc.client-secret=" + TestProvider.SECRET);
        all.add("--jiugai.oidc.groups.bureau=" + OFFICE);
        ServletWebServerApplicationContext opened = HousePort.kept(
                house, () -> (ServletWebServerApplicationContext) new SpringApplicationBuilder(SecondDoor.class)
                        .parent(house)
                        .profiles("test", "oidc")
                        .run(all.toArray(String[]::new)));
        TestProvider.trust(opened.getWebServer().getPort());
        return opened;
    }

    private String issuer() {
        return "http://localhost:" + provider.getWebServer().getPort();
    }

    @AfterAll
    void close() {
        if (door != null) HousePort.close(house, door);
        if (provider != null) provider.close();
    }

    @Test
    void aPersonOfThisHouseSignsInThere() {
        String person = TestPeople.register(scenario, setup);
        Http http = new Http(port);
        assertThat(http.get("/login").body()).contains("统一身份认证登录").contains("name=\"password\"");
        HttpResponse<String> atProvider = http.get("/oauth2/authorization/jiugai");
        assertThat(location(atProvider))
                .startsWith(issuer() + "/oauth2/authorize?")
                .contains("state=", "nonce=", "code_challenge=", "code_challenge_method=S256");
        String before = http.session();
        signInThere(http, person, location(atProvider));
        assertThat(http.session()).isNotEmpty().isNotEqualTo(before);
        assertThat(http.get("/api/session").body()).contains("\"person\":\"" + person + "\"");
    }

    @Test
    void whoeverIsNotRegisteredHereIsRefusedAndNotCreated() {
        Http http = new Http(port);
        String stranger = "stranger" + System.nanoTime();
        HttpResponse<String> answer = signInThere(http, stranger);
        assertThat(answer.uri().toString()).endsWith("/login?unknown");
        assertThat(answer.body()).contains("没有为您登记账号");
        assertThat(http.isSignedIn()).isFalse();
        assertThat(scenario.jdbc
                        .sql("select count(*) from person where id = ?")
                        .param(stranger)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoIsBlockedHereIsRefusedThoughTheProviderVouchesForHim() {
        String person = TestPeople.register(scenario, setup);
        TestProvider.GROUPS.put(person, List.of("bureau"));
        scenario.jdbc
                .sql("update person set blocked = true where id = ?")
                .param(person)
                .update();
        Http http = new Http(port);
        assertThat(signInThere(http, person).uri().toString()).endsWith("/login?unknown");
        assertThat(http.isSignedIn()).isFalse();
    }

    @Test
    void membershipOfAnOfficeFollowsTheGroupThere() {
        String person = TestPeople.register(scenario, setup);
        TestProvider.GROUPS.put(person, List.of("bureau", "unmapped"));
        signInThere(new Http(port), person);
        assertThat(offices(person)).contains(OFFICE, "signin-test");
        signInThere(new Http(port), person);
        assertThat(scenario.jdbc
                        .sql("select count(*) from person_office where person = ? and office = ?")
                        .params(person, OFFICE)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        TestProvider.GROUPS.remove(person);
        signInThere(new Http(port), person);
        assertThat(offices(person)).doesNotContain(OFFICE).contains("signin-test");
    }

    private List<String> offices(String person) {
        return organisation.officesOf(person).stream().map(Office::id).toList();
    }

    @Test
    void anAnswerThatThisBrowserNeverAskedForIsRefused() {
        String person = TestPeople.register(scenario, setup);
        Http attacker = new Http(port);
        String callback = callback(attacker, person, location(attacker.get("/oauth2/authorization/jiugai")));
        Http victim = new Http(port);
        victim.get("/oauth2/authorization/jiugai");
        assertThat(location(victim.get(callback))).endsWith("/login?failed");
        assertThat(victim.isSignedIn()).isFalse();
        assertThat(victim.get("/login?failed").body()).contains("统一身份认证未成功");
    }

    @Test
    void signingOutHereSignsOutThere() {
        String person = TestPeople.register(scenario, setup);
        Http http = new Http(port);
        signInThere(http, person);
        http.get("/login");
        HttpResponse<String> out = http.postForm("/logout", Map.of());
        assertThat(location(out))
                .startsWith(issuer() + "/connect/logout?id_token_hint=")
                .contains("post_logout_redirect_uri=");
        assertThat(out.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("form-action 'self' " + issuer());
        assertThat(http.isSignedIn()).isFalse();
        assertThat(location(http.get(location(out)))).isEqualTo("http://localhost:" + port + "/login?out");
        assertThat(location(http.get(location(http.get("/oauth2/authorization/jiugai")))))
                .endsWith("/login");
    }

    @Test
    void wherePasswordsAreSwitchedOffTheyAreNeitherAskedForNorAccepted() {
        String person = TestPeople.register(scenario, setup);
        try (ServletWebServerApplicationContext only = door("--jiugai.oidc.only=true")) {
            Http http = new Http(only.getWebServer().getPort());
            assertThat(http.get("/login").body()).contains("统一身份认证登录").doesNotContain("type=\"password\"");
            http.get("/login");
            http.signIn(person, TestPeople.PASSWORD);
            assertThat(http.isSignedIn()).isFalse();
            signInThere(http, person);
            assertThat(http.isSignedIn()).isTrue();
        }
    }

    private HttpResponse<String> signInThere(Http http, String person) {
        return signInThere(http, person, location(http.get("/oauth2/authorization/jiugai")));
    }

    private HttpResponse<String> signInThere(Http http, String person, String authorize) {
        HttpResponse<String> answer = http.get(callback(http, person, authorize));
        return http.get(
                URI.create(answer.uri().toString()).resolve(location(answer)).toString());
    }

    /** Signs in at the provider; where it then sends the browser. */
    private String callback(Http http, String person, String authorize) {
        HttpResponse<String> answer = http.get(authorize);
        if (location(answer).endsWith("/login")) {
            http.get(issuer() + "/login");
            answer = http.postForm(issuer() + "/login", Map.of("username", person, "password", "there"));
            answer = http.get(location(answer));
        }
        assertThat(location(answer)).contains("/login/oauth2/code/jiugai?code=");
        return location(answer);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
