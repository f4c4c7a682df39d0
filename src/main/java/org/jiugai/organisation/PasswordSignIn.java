package org.jiugai.organisation;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Sign-in with a password; an office's roles become authorities for our own pages. */
@Component
class PasswordSignIn implements AuthenticationProvider {
    private final Accounts accounts;
    private final ActingOffices offices;

    PasswordSignIn(Accounts accounts, ActingOffices offices) {
        this.accounts = accounts;
        this.offices = offices;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String person = attempt.getName();
        if (!accounts.matches(person, String.valueOf(attempt.getCredentials()))
                || offices.seats(person).isEmpty()) {
            throw new BadCredentialsException("bad credentials");
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                person,
                null,
                offices.roles(person).stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
