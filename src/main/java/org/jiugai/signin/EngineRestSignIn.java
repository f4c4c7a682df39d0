package org.jiugai.signin;

import java.util.Map;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.jiugai.organisation.Accounts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Sign-in of other programs to the engine's API, where it is switched on: with each request, by the accounts of everybody. A browser's
 * session does not count, so no other site can use it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("jiugai.engine-rest.enabled")
class EngineRestSignIn {
    @Bean
    @Order(1)
    SecurityFilterChain engineRestDoors(HttpSecurity http, Accounts accounts) throws Exception {
        return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/engine-rest/**"))
                // a password that somebody else gave is good for its change only
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access(AuthorizationManagers.allOf(
                                AuthenticatedAuthorizationManager.authenticated(),
                                (person, request) -> new AuthorizationDecision(
                                        !accounts.mustChange(person.get().getName())))))
                .headers(headers -> Headers.on(headers, ""))
                .httpBasic(Customizer.withDefaults())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** The engine takes person, offices and counties from our sign-in. */
    @Bean
    FilterRegistrationBean<ProcessEngineAuthenticationFilter> engineRestPerson() {
        FilterRegistrationBean<ProcessEngineAuthenticationFilter> registration =
                new FilterRegistrationBean<>(new ProcessEngineAuthenticationFilter());
        registration.setInitParameters(Map.of("authentication-provider", SignedInPerson.class.getName()));
        registration.setOrder(101);
        registration.addUrlPatterns("/engine-rest/*");
        return registration;
    }
}
