package org.jiugai.signin;

import java.util.regex.Pattern;
import org.jiugai.organisation.Accounts;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Sign-in with a password. Whoever is unknown, has another password or may not act for any office is told the same, after the same work. */
@Component
class PasswordSignIn implements AuthenticationProvider {
    /** What could be a person's sign-in name; anything else is nobody's. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@-]{1,64}");

    private final Accounts accounts;
    private final Authorities authorities;
    private final SignInThrottle throttle;

    PasswordSignIn(Accounts accounts, Authorities authorities, SignInThrottle throttle) {
        this.accounts = accounts;
        this.authorities = authorities;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication claim) {
        String person = NAME.matcher(claim.getName()).matches() ? claim.getName() : "";
        Attempt attempt = Attempt.of(person, address(claim));
        if (!throttle.admits(attempt)) throw new TooManyAttempts();
        boolean matches = accounts.matches(person, String.valueOf(claim.getCredentials()));
        boolean mayAct = authorities.mayAct(person);
        if (!matches || !mayAct) throw new BadCredentialsException("bad credentials");
        throttle.succeeded(attempt);
        return UsernamePasswordAuthenticationToken.authenticated(person, null, authorities.of(person));
    }

    private static String address(Authentication claim) {
        return claim.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
