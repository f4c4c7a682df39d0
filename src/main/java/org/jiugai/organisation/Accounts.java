package org.jiugai.organisation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Unrecorded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Passwords of people, as hashes that say how they were made. */
@Service("personAccounts")
@Transactional
public class Accounts {
    /** How long a one-time password waits for its first use. */
    public static final Duration ONE_TIME_VALIDITY = Duration.ofDays(30);

    private static final String ONCE = "{" + OneTimePassword.ENCODING + "}";

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

    /**
     * Whether this is the person's password; a person without an account takes as long as one with a wrong password. Never that of a
     * blocked person, nor a one-time password that lay unused for too long. A hash made with less work than today's is replaced. Hashing is
     * slow on purpose, so no connection waits for it.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Unrecorded("a sign-in; the hash becomes stronger, the password stays")
    public boolean matches(String person, String password) {
        String hash = jdbc.sql(
                        """
                        select a.password_hash from account a join person p on p.id = a.person
                        where a.person = ? and not p.blocked and (not starts_with(a.password_hash, ?) or a.changed_at > ?)""")
                .params(person, ONCE, Timestamp.from(clock.instant().minus(ONE_TIME_VALIDITY)))
                .query(String.class)
                .optional()
                .orElse(nobodys);
        boolean once = hash.startsWith(ONCE);
        // checking a one-time password is quick: the time must not tell that there is one
        if (once) encoder.matches(password, nobodys);
        boolean matches = encoder.matches(password, hash) && !hash.equals(nobodys);
        if (matches && !once && encoder.upgradeEncoding(hash)) {
            jdbc.sql("update account set password_hash = ? where person = ? and password_hash = ?")
                    .params(encoder.encode(password), person, hash)
                    .update();
        }
        return matches;
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

    /** The person changes his own password. */
    public void change(Actor person, String password) {
        save(person.personId(), password, false);
    }

    /** The person's own choice. */
    @Unrecorded("part of an act that is recorded")
    public void set(String person, String password) {
        save(person, password, false);
    }

    /** A password that somebody else gave: good for one sign-in, at which it is changed. */
    @Unrecorded("part of an act that is recorded")
    public void setOnce(String person, String password) {
        save(person, password, true);
    }

    /** Gives the person a new one-time password. It is returned here and can never be read again. */
    @Unrecorded("part of an act that is recorded")
    public String giveOneTimePassword(String person) {
        String password = OneTimePassword.next();
        store(person, ONCE + OneTimePassword.ENCODER.encode(password), true);
        return password;
    }

    private void save(String person, String password, boolean mustChange) {
        store(person, encoder.encode(password), mustChange);
    }

    private void store(String person, String hash, boolean mustChange) {
        jdbc.sql(
                        """
                        insert into account (person, password_hash, must_change, changed_at) values (?, ?, ?, ?)
                        on conflict (person) do update set password_hash = excluded.password_hash,
                          must_change = excluded.must_change, changed_at = excluded.changed_at""")
                .params(person, hash, mustChange, Timestamp.from(clock.instant()))
                .update();
    }
}
