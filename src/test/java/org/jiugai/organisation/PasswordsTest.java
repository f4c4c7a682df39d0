package org.jiugai.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Passwords that people choose are hashed slowly and must be long; those that the system makes are random enough to be hashed quickly. */
class PasswordsTest {
    private final PasswordEncoder encoder = new Passwords().passwordEncoder(4);

    @Test
    void oneTimePasswordsAreLongAndNeverTheSame() {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 1000; i++) made.add(OneTimePassword.next());
        assertThat(made).hasSize(1000).allMatch(one -> one.matches("([a-hj-km-np-z2-9]{4}-){4}[a-hj-km-np-z2-9]{4}"));
    }

    @Test
    void whatAPersonChoosesIsNeverHashedQuickly() {
        assertThat(encoder.encode("chosen by a person")).startsWith("{bcrypt}");
    }

    @Test
    void aHashSaysHowItWasMade() {
        String password = OneTimePassword.next();
        String hash = "{once}" + OneTimePassword.ENCODER.encode(password);
        assertThat(encoder.matches(password, hash)).isTrue();
        assertThat(encoder.matches(password + "x", hash)).isFalse();
        assertThat(encoder.upgradeEncoding(hash)).isTrue();
    }
}
