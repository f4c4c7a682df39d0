package org.jiugai.signin;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Finds the person of this house whom the provider vouches for. Nobody is created: whoever is not registered here is refused. */
@Component
@Profile("oidc")
class OidcPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {
    static final String UNKNOWN = "unknown_person";

    private final OidcUserService provider = new OidcUserService();
    private final OidcSettings settings;
    private final OfficesFromGroups offices;
    private final Authorities authorities;

    OidcPeople(OidcSettings settings, OfficesFromGroups offices, Authorities authorities) {
        this.settings = settings;
        this.offices = offices;
        this.authorities = authorities;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser vouchedFor = provider.loadUser(request);
        if (!(vouchedFor.getAttribute(settings.claim()) instanceof String person) || person.isBlank()) throw unknown();
        offices.follow(person, vouchedFor.getAttribute(settings.groupsClaim()));
        if (!authorities.mayAct(person)) throw unknown();
        List<GrantedAuthority> granted = authorities.of(person);
        return new DefaultOidcUser(granted, vouchedFor.getIdToken(), vouchedFor.getUserInfo(), settings.claim());
    }

    private static OAuth2AuthenticationException unknown() {
        return new OAuth2AuthenticationException(new OAuth2Error(UNKNOWN));
    }
}
