package org.jiugai.signin;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** Sign-in at a provider of identities (OpenID Connect, authorisation code with PKCE). */
@Configuration
@Profile("oidc")
@EnableConfigurationProperties(OidcSettings.class)
class OidcSignIn {
    private static final String PROVIDER = "jiugai";

    private final OidcSettings settings;
    private final OidcPeople people;
    private final ClientRegistrationRepository providers;

    OidcSignIn(OidcSettings settings, OidcPeople people) {
        this.settings = settings;
        this.people = people;
        this.providers = provider(settings);
    }

    /** Asked for its addresses at the first sign-in, so that this application starts while the provider is down. */
    private static ClientRegistrationRepository provider(OidcSettings settings) {
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(ClientRegistrations.fromIssuerLocation(settings.issuer())
                        .registrationId(PROVIDER)
                        .clientId(settings.clientId())
                        .clientSecret(settings.clientSecret())
                        .scope(settings.scopes())
                        .build()));
    }

    boolean isOnly() {
        return settings.only();
    }

    String host() {
        return settings.host();
    }

    void open(HttpSecurity http) throws Exception {
        DefaultOAuth2AuthorizationRequestResolver requests = new DefaultOAuth2AuthorizationRequestResolver(
                providers, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(providers)
                .authorizedClientRepository(new NoTokensKept())
                .authorizationEndpoint(begin -> begin.authorizationRequestResolver(requests))
                .userInfoEndpoint(user -> user.oidcUserService(people))
                .failureHandler(refused()));
    }

    private static AuthenticationFailureHandler refused() {
        return (request, response, refusal) -> {
            boolean unknown = refusal instanceof OAuth2AuthenticationException at
                    && at.getError().getErrorCode().equals(OidcPeople.UNKNOWN);
            response.sendRedirect(request.getContextPath() + (unknown ? "/login?unknown" : "/login?failed"));
        };
    }

    LogoutSuccessHandler afterSignOut(String page) {
        OidcClientInitiatedLogoutSuccessHandler there = new OidcClientInitiatedLogoutSuccessHandler(providers);
        there.setPostLogoutRedirectUri("{baseUrl}" + page);
        there.setDefaultTargetUrl(page);
        return there;
    }
}
