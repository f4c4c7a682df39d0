package org.jiugai.organisation;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Passwords of people, as hashes that say how they were made. */
@Service("personAccounts")
@Transactional
public class Accounts {
    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final Clock clock;
    private final String nobodys;

    Accounts(JdbcClient jdbc, PasswordEncoder encoder, Clock clock) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.clock = clock;
        this.nobodys = encoder.encode("nobody has an account with this hash");
    }

    /** Whether this is the person's password; a person without an account takes as long as one with a wrong password. */
    @Transactional(readOnly = true)
    public boolean matches(String person, String password) {
        String hash = jdbc.sql("select password_hash from account where person = ?")
                .param(person)
                .query(String.class)
                .optional()
                .orElse(nobodys);
        return encoder.matches(password, hash) && !hash.equals(nobodys);
    }

    @Transactional(readOnly = true)
    public boolean exists(String person) {
        return jdbc.sql("select exists (select 1 from account where person = ?)")
                .param(person)
                .query(Boolean.class)
                .single();
    }

    /** Whether the password was given by somebody else and must be changed at the first sign-in. */
    @Transactional(readOnly = true)
    public boolean mustChange(String person) {
        return jdbc.sql("select must_change from account where person = ?")
                .param(person)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** The person's own choice. */
    public void set(String person, String password) {
        save(person, password, false);
    }

    /** A password that somebody else gave: good for one sign-in, at which it is changed. */
    public void setOnce(String person, String password) {
        save(person, password, true);
    }

    private void save(String person, String password, boolean mustChange) {
        jdbc.sql(
                        """
                        insert into account (person, password_hash, must_change, changed_at) values (?, ?, ?, ?)
                        on conflict (person) do update set password_hash = excluded.password_hash,
                          must_change = excluded.must_change, changed_at = excluded.changed_at""")
                .params(person, encoder.encode(password), mustChange, Timestamp.from(clock.instant()))
                .update();
    }
}
