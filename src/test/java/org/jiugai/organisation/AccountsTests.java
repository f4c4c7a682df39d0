package org.jiugai.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How a password is looked at. */
@ProcessTest
class AccountsTests {
    @Autowired
    private Scenario scenario;

    @Autowired
    private PasswordEncoder encoder;

    @Autowired
    private Clock clock;

    /** The time that an answer takes must not tell who has an account. */
    @Test
    void whoeverHasNoAccountCostsTheSameWorkAsWhoeverHasOne() {
        scenario.withCounty();
        List<String> work = new ArrayList<>();
        Accounts accounts = new Accounts(scenario.jdbc, counting(work), clock);
        work.clear();
        assertThat(accounts.matches("jiugai", "wrong")).isFalse();
        List<String> withAccount = List.copyOf(work);
        work.clear();
        assertThat(accounts.matches("nobody-of-this-name", "wrong")).isFalse();
        assertThat(work).isEqualTo(withAccount).containsExactly("matches {bcrypt}$2a$05$");
    }

    @Test
    void whatIsComparedForWhoeverHasNoAccountIsNobodysPassword() {
        Accounts accounts = new Accounts(scenario.jdbc, encoder, clock);
        assertThat(accounts.matches("nobody-of-this-name", "nobody has an account with this hash"))
                .isFalse();
    }

    /** Its own hash is made quickly, so the work of a slow one is done as well. */
    @Test
    void whoeverHasAOneTimePasswordCostsNoLessWork() {
        scenario.withCounty();
        List<String> work = new ArrayList<>();
        Accounts accounts = new Accounts(scenario.jdbc, counting(work), clock);
        String before = scenario.jdbc
                .sql("select password_hash from account where person = 'shenji'")
                .query(String.class)
                .single();
        accounts.giveOneTimePassword("shenji");
        work.clear();
        assertThat(accounts.matches("shenji", "wrong")).isFalse();
        assertThat(work).contains("matches {bcrypt}$2a$05$");
        scenario.jdbc
                .sql("update account set password_hash = ?, must_change = false where person = 'shenji'")
                .param(before)
                .update();
    }

    private PasswordEncoder counting(List<String> work) {
        return new PasswordEncoder() {
            @Override
            public String encode(CharSequence password) {
                return encoder.encode(password);
            }

            @Override
            public boolean matches(CharSequence password, String hash) {
                work.add("matches " + hash.substring(0, 15));
                return encoder.matches(password, hash);
            }
        };
    }
}
