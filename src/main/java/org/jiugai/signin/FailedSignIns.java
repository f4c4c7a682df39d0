package org.jiugai.signin;

import java.sql.Timestamp;
import java.time.Instant;
import org.jiugai.signin.FailureRule.Failures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of failed sign-ins, and of the addresses from which people have signed in. */
@Repository
class FailedSignIns {
    private final JdbcClient jdbc;

    FailedSignIns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The failures so far; nobody else changes them until the transaction ends. */
    Failures locked(Attempt.Scope scope, String subject) {
        jdbc.sql("insert into sign_in_failure (scope, subject, last_at, forgiven_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(
                        scope.name(),
                        subject,
                        Timestamp.from(Failures.NONE.last()),
                        Timestamp.from(Failures.NONE.forgiven()))
                .update();
        return jdbc.sql("select last_at, forgiven_at from sign_in_failure where scope = ? and subject = ? for update")
                .params(scope.name(), subject)
                .query((row, n) -> new Failures(
                        row.getTimestamp("last_at").toInstant(),
                        row.getTimestamp("forgiven_at").toInstant()))
                .single();
    }

    void save(Attempt.Scope scope, String subject, Failures failures) {
        jdbc.sql("update sign_in_failure set last_at = ?, forgiven_at = ? where scope = ? and subject = ?")
                .params(Timestamp.from(failures.last()), Timestamp.from(failures.forgiven()), scope.name(), subject)
                .update();
    }

    boolean knows(Attempt attempt) {
        return jdbc.sql("select exists (select 1 from sign_in_address where person = ? and address = ?)")
                .params(attempt.person(), attempt.address())
                .query(Boolean.class)
                .single();
    }

    void remember(Attempt attempt, Instant now) {
        jdbc.sql(
                        """
                        insert into sign_in_address (person, address, last_at) values (?, ?, ?)
                        on conflict (person, address) do update set last_at = excluded.last_at""")
                .params(attempt.person(), attempt.address(), Timestamp.from(now))
                .update();
    }

    void forget(Instant forgivenBefore, Instant unseenSince) {
        jdbc.sql("delete from sign_in_failure where forgiven_at < ?")
                .param(Timestamp.from(forgivenBefore))
                .update();
        jdbc.sql("delete from sign_in_address where last_at < ?")
                .param(Timestamp.from(unseenSince))
                .update();
    }
}
