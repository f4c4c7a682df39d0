package org.jiugai.signin;

import java.time.Clock;
import java.util.List;
import org.jiugai.organisation.Accounts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionFixationProtectionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** One door for Tasklist, Cockpit, Admin and our own pages: who passes, and how he signs in. */
@Configuration(proxyBeanMethods = false)
class Doors {
    @Bean
    SecurityFilterChain door(
            HttpSecurity http, SignInWays ways, Accounts accounts, SignInSettings settings, @RealTime Clock clock)
            throws Exception {
        PasswordChangeFirst change = new PasswordChangeFirst(accounts);
        http.authorizeHttpRequests(requests -> requests.requestMatchers(Paths.SHUT)
                        .denyAll()
                        .requestMatchers(Paths.OPEN)
                        .permitAll()
                        .requestMatchers(Paths.any("/actuator/**"))
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .logout(logout -> logout.logoutSuccessHandler(ways.afterSignOut()))
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                                (request, response, refusal) -> response.sendError(401), Paths.API)
                        .defaultAuthenticationEntryPointFor(signInPage(), request -> true))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .sessionManagement(
                        sessions -> sessions.sessionAuthenticationStrategy(new CompositeSessionAuthenticationStrategy(
                                List.of(newSession(), new WebappsCsrfToken(), change))))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie())
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        // the webapps bring their own protection of the same kind
                        .ignoringRequestMatchers(Paths.any("/camunda/api/**", "/camunda/app/**")))
                .headers(headers -> Headers.on(headers, ways.signInHost()))
                .addFilterBefore(new SessionAge(settings.longestSession(), clock), HeaderWriterFilter.class)
                .addFilterAfter(change, AuthorizationFilter.class);
        ways.open(http);
        return http.build();
    }

    /** The residents' pages: nobody signs in, no session is begun, the same protection of the same kind. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain residentsDoor(HttpSecurity http) throws Exception {
        http.securityMatcher(Paths.RESIDENTS)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie())
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
                .headers(headers -> {
                    Headers.on(headers, "");
                    headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
                });
        return http.build();
    }

    private static LoginUrlAuthenticationEntryPoint signInPage() {
        LoginUrlAuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint("/login");
        page.setFavorRelativeUris(true);
        return page;
    }

    private static CookieCsrfTokenRepository csrfCookie() {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieName("JIUGAI-CSRF");
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    /** Where to go after sign-in lies in a cookie: people who have not signed in get no session, so they cannot fill the table. */
    private static CookieRequestCache pagesOnly() {
        CookieRequestCache cache = new CookieRequestCache();
        RequestMatcher pages = request -> request.getMethod().equals("GET")
                && String.valueOf(request.getHeader("Accept")).contains("text/html")
                && !Paths.API.matches(request);
        cache.setRequestMatcher(pages);
        cache.setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
        return cache;
    }

    /** Sign-in begins a session of its own: its id was never anybody else's, and its age is counted from here. */
    private static SessionFixationProtectionStrategy newSession() {
        SessionFixationProtectionStrategy fresh = new SessionFixationProtectionStrategy();
        fresh.setMigrateSessionAttributes(false);
        return fresh;
    }
}
