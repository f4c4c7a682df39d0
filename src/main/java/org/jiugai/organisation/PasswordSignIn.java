package org.jiugai.organisation;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Sign-in with the engine's accounts; an office's roles become authorities for our own pages. */
@Component
class PasswordSignIn implements AuthenticationProvider {
    private final IdentityService identity;
    private final Directory directory;

    PasswordSignIn(IdentityService identity, Directory directory) {
        this.identity = identity;
        this.directory = directory;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String person = attempt.getName();
        if (!identity.checkPassword(person, String.valueOf(attempt.getCredentials()))) {
            throw new BadCredentialsException("bad credentials");
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                person,
                null,
                directory.rolesOf(person).stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
