package org.jiugai.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** The door stops whoever has not signed in; should it let one pass, the webapps still do not take him for a person. */
class SignedInPersonTest {
    private final ProcessEngine engine = mock(ProcessEngine.class, call -> {
        throw new AssertionError("asked for nobody's offices");
    });

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void whoHasNotSignedInIsNobodyToTheWebapps() {
        assertThat(isSomebody()).isFalse();
        SecurityContextHolder.getContext()
                .setAuthentication(new AnonymousAuthenticationToken(
                        "key", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
        assertThat(isSomebody()).isFalse();
    }

    private boolean isSomebody() {
        return new SignedInPerson()
                .extractAuthenticatedUser(new MockHttpServletRequest(), engine)
                .isAuthenticated();
    }
}
