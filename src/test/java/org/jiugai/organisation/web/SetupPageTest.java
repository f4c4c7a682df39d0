package org.jiugai.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import org.jiugai.organisation.FirstAdministrator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/** The only page that makes an administrator, open to whoever brings the token and to nobody who guesses it. */
class SetupPageTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private final FirstAdministrator first = mock(FirstAdministrator.class);
    private final SetupPage page = new SetupPage(first, new SetupThrottle(Clock.systemUTC()));

    @BeforeEach
    void aTokenWasIssued() {
        when(first.admits(anyString())).thenReturn(false);
        when(first.admits(TOKEN)).thenReturn(true);
    }

    @Test
    void withoutTheTokenThePageIsNotThere() {
        assertNotThere("");
        assertNotThere("wrong");
        assertThat(ask(TOKEN)).isEqualTo("organisation/setup");
    }

    @Test
    void whoGuessesTooOftenIsNotLetInEvenWithTheToken() {
        for (int i = 0; i < SetupThrottle.MOST; i++) assertNotThere("guess-" + i);
        assertNotThere(TOKEN);
    }

    private void assertNotThere(String token) {
        assertThatThrownBy(() -> ask(token))
                .isInstanceOfSatisfying(ResponseStatusException.class, refusal -> assertThat(refusal.getStatusCode())
                        .extracting(status -> status.value())
                        .isEqualTo(404));
    }

    private String ask(String token) {
        return page.form(token, from("198.18.9.9"), new ExtendedModelMap());
    }

    @Test
    void noAdministratorIsMadeWithoutTheToken() {
        assertThatThrownBy(() -> page.make(
                        "wrong",
                        new LinkedMultiValueMap<>(),
                        from("198.18.9.8"),
                        new MockHttpServletResponse(),
                        new ExtendedModelMap()))
                .isInstanceOf(ResponseStatusException.class);
        verify(first, never()).makeWithToken(anyString(), org.mockito.ArgumentMatchers.any());
    }

    private static MockHttpServletRequest from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }
}
