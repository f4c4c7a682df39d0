package org.jiugai.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.stereotype.Component;

/** How one signs in: with a password, at a provider of identities, or either. The sign-in page asks for what it may offer. */
@Component
public class SignInWays {
    private static final String SIGNED_OUT = "/login?out";
    private final @Nullable OidcSignIn oidc;

    SignInWays(ObjectProvider<OidcSignIn> oidc) {
        this.oidc = oidc.getIfAvailable();
    }

    /** Whether the page has a field for a password; where not, no password is accepted either. */
    public boolean isPassword() {
        return oidc == null || !oidc.isOnly();
    }

    /** Whether the page offers the way to a provider. */
    public boolean isProvider() {
        return oidc != null;
    }

    void open(HttpSecurity http) throws Exception {
        if (isPassword()) http.formLogin(login -> login.loginPage("/login").failureHandler(new SignInRefused()));
        if (oidc != null) oidc.open(http);
    }

    LogoutSuccessHandler afterSignOut() {
        if (oidc != null) return oidc.afterSignOut(SIGNED_OUT);
        SimpleUrlLogoutSuccessHandler page = new SimpleUrlLogoutSuccessHandler();
        page.setDefaultTargetUrl(SIGNED_OUT);
        return page;
    }

    /** The origin of the provider, which the forms of our pages may lead to; empty when there is none. */
    String signInHost() {
        return oidc == null ? "" : oidc.host();
    }
}
