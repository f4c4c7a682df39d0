package org.jiugai.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Kinds of requests, told apart by their path whichever servlet answers: the engine's are not Spring's. */
public final class Paths {
    /** Asked by programs: they want a status and a problem, not a page. */
    public static final RequestMatcher API = any("/api/**", "/camunda/api/**", "/engine-rest/**");

    /** The same bytes for everybody. */
    static final RequestMatcher STATIC = any(
            "/css/**",
            "/scripts/**",
            "/chronicle/**",
            "/favicon.ico",
            "/camunda/app/**",
            "/camunda/lib/**",
            "/camunda/assets/**");

    /** Of residents, who have no account, and for some pages a household's code. */
    static final RequestMatcher RESIDENTS = any("/zhuhu", "/zhuhu/**", "/gongkai", "/gongkai/**");

    /** Open to people who have not signed in; the set-up only to whoever has the token of the first start. */
    static final RequestMatcher OPEN =
            any("/login", "/login/**", "/css/**", "/favicon.ico", "/error", "/actuator/health/**", "/setup");

    /**
     * Open to nobody: the webapps' set-up creates an administrator without sign-in while there is none (CVE-2026-77226), their sign-in
     * and the engine's check of a password let passwords be guessed past the throttle.
     */
    static final RequestMatcher SHUT = any(
            "/camunda/api/admin/setup/**",
            "/camunda/api/admin/auth/user/*/login/**",
            "/camunda/api/engine/engine/*/identity/verify/**",
            "/engine-rest/**");

    private Paths() {}

    /** Whether this path, as the server was asked for it, is one of programs. */
    public static boolean isApi(String uri, HttpServletRequest request) {
        return Stream.of("/api/", "/camunda/api/", "/engine-rest/")
                .anyMatch(start -> uri.startsWith(request.getContextPath() + start));
    }

    static RequestMatcher any(String... patterns) {
        return new OrRequestMatcher(java.util.Arrays.stream(patterns)
                .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toList());
    }
}
