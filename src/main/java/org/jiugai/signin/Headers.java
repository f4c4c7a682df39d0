package org.jiugai.signin;

import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What every answer tells the browser not to do. Where the webapps set their own content policy (with a nonce, in the application's settings) it stands. */
final class Headers {
    private Headers() {}

    /** @param signInHost the origin of the provider to which signing out may lead, or empty */
    static void on(HeadersConfigurer<HttpSecurity> headers, String signInHost) {
        headers.frameOptions(frame -> frame.sameOrigin())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(
                        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(tls -> tls.includeSubDomains(false))
                .cacheControl(cache -> cache.disable())
                .addHeaderWriter(new ContentSecurityPolicyHeaderWriter(ourPolicy(signInHost)))
                .addHeaderWriter(onlyFor(Paths.STATIC, new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "no-cache")))
                .addHeaderWriter(onlyFor(not(Paths.STATIC), new CacheControlHeadersWriter()));
    }

    /** No script but our own files, none at all between the tags. */
    private static String ourPolicy(String signInHost) {
        return "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'self'; form-action 'self'"
                + (signInHost.isEmpty() ? "" : " " + signInHost);
    }

    private static HeaderWriter onlyFor(RequestMatcher which, HeaderWriter writer) {
        return new DelegatingRequestMatcherHeaderWriter(which, writer);
    }

    private static RequestMatcher not(RequestMatcher matcher) {
        return new NegatedRequestMatcher(matcher);
    }
}
