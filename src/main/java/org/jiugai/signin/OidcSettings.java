package org.jiugai.signin;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The provider of identities.
 *
 * @param issuer its address, below which its discovery document lies
 * @param claim whose value is the person's sign-in name here
 * @param only whether passwords are no longer accepted
 * @param groupsClaim which lists the person's groups there
 * @param groups office by group; memberships of these offices follow the groups at each sign-in. Empty: memberships are kept here
 */
@ConfigurationProperties("jiugai.oidc")
@Validated
record OidcSettings(
        @NotBlank String issuer,
        @NotBlank String clientId,
        @NotBlank String clientSecret,
        @DefaultValue({"openid", "profile"}) Set<String> scopes,
        @DefaultValue("preferred_username") String claim,
        @DefaultValue("false") boolean only,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue Map<String, String> groups) {

    String host() {
        URI address = URI.create(issuer);
        return address.getScheme() + "://" + address.getAuthority();
    }

    @Override
    public String toString() {
        return "OidcSettings[" + issuer + "]";
    }
}
