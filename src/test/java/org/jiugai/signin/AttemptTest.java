package org.jiugai.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as one address. */
class AttemptTest {
    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 10.1.2.3",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2::9, 2001:db8:1:2:0:0:0:0/64",
        "::ffff:10.1.2.3, 10.1.2.3",
        "no.such.host.example, no.such.host.example",
        "nonsense:, nonsense:"
    })
    void aWholeNetworkOfIpv6IsOneAddressAndNoNameIsEverLookedUp(String remote, String counted) {
        assertThat(Attempt.of("x", remote).address()).isEqualTo(counted);
    }

    @Test
    void whatIsCountedCannotBeReadBack() {
        Attempt attempt = Attempt.of("my-password-in-the-wrong-field", "10.1.2.3");
        for (Attempt.Scope scope : Attempt.Scope.values()) {
            assertThat(attempt.subject(scope)).matches("[0-9a-f]{64}");
        }
        assertThat(attempt.subject(Attempt.Scope.PAIR)).isNotEqualTo(attempt.subject(Attempt.Scope.ACCOUNT));
    }
}
