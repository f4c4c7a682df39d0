package org.jiugai.organisation;

import java.util.Map;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** One sign-in for Tasklist, Cockpit, Admin and our own pages. */
@Configuration(proxyBeanMethods = false)
class Security {
    @Bean
    SecurityFilterChain doors(HttpSecurity http) throws Exception {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieName("JIUGAI-CSRF");
        tokens.setHeaderName("X-CSRF-TOKEN");
        return http.authorizeHttpRequests(requests -> requests
                        // CVE-2026-77226: creates an administrator without sign-in while there is none
                        .requestMatchers(path("/camunda/api/admin/setup/**"))
                        .denyAll()
                        .requestMatchers(path("/engine-rest/**"))
                        .denyAll()
                        .requestMatchers(
                                path("/login"),
                                path("/css/**"),
                                path("/favicon.ico"),
                                // opens only to whoever has the token of the first start
                                path("/setup"),
                                path("/error"),
                                path("/actuator/health/**"))
                        .permitAll()
                        .requestMatchers(path("/actuator/**"))
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(login -> login.loginPage("/login").defaultSuccessUrl("/", false))
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                // the webapps bring their own protection of the same kind
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .ignoringRequestMatchers(path("/camunda/**")))
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin()))
                .build();
    }

    /** Matches by path whichever servlet answers: the engine's are not Spring's. */
    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    /** The webapps take the person from our sign-in. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappsSignIn() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> registration =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.setInitParameters(Map.of("authentication-provider", SignedInPerson.class.getName()));
        registration.setOrder(101);
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        return registration;
    }
}
