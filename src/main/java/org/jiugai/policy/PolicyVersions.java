package org.jiugai.policy;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored versions. Rows are only ever added. */
@Repository
class PolicyVersions {
    private static final String SELECT =
            "select id, code, version, revision, sha256, content, national, state from policy_version ";
    private final JdbcClient jdbc;

    PolicyVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One writer at a time, also between nodes. */
    void lock() {
        jdbc.sql("lock table policy_version in share row exclusive mode").update();
    }

    Optional<PolicyVersion> latest(String code) {
        return jdbc.sql(SELECT + "where code = ? order by version desc, revision desc limit 1")
                .param(code)
                .query(PolicyVersion.class)
                .optional();
    }

    Optional<PolicyVersion> latestActive(String code) {
        return jdbc.sql(SELECT + "where code = ? and state = 'ACTIVE' order by version desc, revision desc limit 1")
                .param(code)
                .query(PolicyVersion.class)
                .optional();
    }

    Optional<PolicyVersion> find(long id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(PolicyVersion.class)
                .optional();
    }

    PolicyVersion get(long id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no policy version " + id));
    }

    List<String> codes() {
        return jdbc.sql("select distinct code from policy_version where national is not null order by code")
                .query(String.class)
                .list();
    }

    List<FilledValue> filled(long id) {
        return jdbc.sql(
                        "select key, value, filled_by, filled_at from policy_masked_value where policy_version = ? order by key")
                .param(id)
                .query((row, n) -> new FilledValue(
                        row.getString("key"),
                        row.getString("value"),
                        row.getString("filled_by"),
                        row.getTimestamp("filled_at").toInstant()))
                .list();
    }

    /** Adds a version; the id given is not regarded. */
    long add(PolicyVersion version, List<FilledValue> filled, Instant now) {
        long id = jdbc.sql(
                        """
                        insert into policy_version (code, version, revision, sha256, content, national, state, loaded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        version.code(),
                        version.version(),
                        version.revision(),
                        version.sha256(),
                        version.content(),
                        version.national(),
                        version.state(),
                        Timestamp.from(now))
                .query(Long.class)
                .single();
        filled.forEach(value -> jdbc.sql(
                        "insert into policy_masked_value (policy_version, key, value, filled_by, filled_at) values (?, ?, ?, ?, ?)")
                .params(id, value.key(), value.value(), value.filledBy(), Timestamp.from(value.filledAt()))
                .update());
        return id;
    }
}
