package org.jiugai.signin;

import jakarta.servlet.Filter;
import java.util.Map;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What stands between our door and the webapps' own filters. */
@Configuration(proxyBeanMethods = false)
class Webapps {
    private static final int BEHIND_THE_DOOR = 101;

    /** The webapps take the person from our sign-in. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappsSignIn() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> registration =
                on(new CurrentPerson(), BEHIND_THE_DOOR + 3, "/camunda/app/*", "/camunda/api/*");
        registration.setInitParameters(Map.of("authentication-provider", SignedInPerson.class.getName()));
        return registration;
    }

    @Bean
    FilterRegistrationBean<WebappsSignOut> webappsSignOut() {
        return on(new WebappsSignOut(), BEHIND_THE_DOOR, "/camunda/api/admin/*");
    }

    @Bean
    FilterRegistrationBean<PageNonce> pageNonce() {
        return on(new PageNonce(), BEHIND_THE_DOOR + 1, "/camunda/app/*", "/camunda/api/*");
    }

    @Bean
    FilterRegistrationBean<QuietErrors> quietErrors() {
        return on(new QuietErrors(), BEHIND_THE_DOOR + 2, "/camunda/api/*", "/engine-rest/*");
    }

    @Bean
    FilterRegistrationBean<OneSpelling> oneSpelling() {
        return on(new OneSpelling(), Ordered.HIGHEST_PRECEDENCE, "/*");
    }

    private static <F extends Filter> FilterRegistrationBean<F> on(F filter, int order, String... paths) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.addUrlPatterns(paths);
        return registration;
    }
}
