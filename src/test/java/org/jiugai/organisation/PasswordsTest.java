package org.jiugai.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation.Fault;
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

    @Test
    void aChosenPasswordIsLongAndNotPlain() {
        assertThat(refusals("zhang", "short")).containsExactly("【密码】不能少于12个字符");
        assertThat(refusals("zhang", "aaaaaaaaaaaaaaaa")).containsExactly("【密码】过于简单，至少包含5种不同字符");
        assertThat(refusals("zhang", "Zhang-2024-2024")).containsExactly("【密码】不能包含登录名");
        assertThat(refusals("zhang", "密".repeat(6) + "码字典书本页".repeat(4))).containsExactly("【密码】过长，不能超过72字节");
        assertThat(refusals("zhang", "correct horse battery")).isEmpty();
    }

    private static List<String> refusals(String person, String password) {
        Faults faults = new Faults();
        PasswordRules.check(person, password, "password", "密码", faults);
        return faults.all().stream().map(Fault::message).toList();
    }
}
