package org.jiugai.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.jiugai.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes to the record in the transaction of the fact, and reads it. */
@Service
@Transactional
public class AuditTrail {
    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param action {@code <room>.<factInPastTense>}
     * @param object what it was done to, e.g. {@code office:ja-designer}
     * @param details Chinese, what changed from what to what; no passwords, no residents' data
     */
    public void record(Actor actor, String action, String object, String details) {
        record(actor, action, object, null, details);
    }

    /** The same for an act in a case. */
    public void record(Actor actor, String action, String object, @Nullable Long caseId, String details) {
        jdbc.sql(
                        """
                        insert into audit_entry (recorded_at, person, office, on_behalf_of, action, object, case_id, details)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        Timestamp.from(clock.instant()),
                        actor.personId(),
                        actor.officeId(),
                        actor.onBehalfOf() == null ? null : actor.onBehalfOf().personId(),
                        action,
                        object,
                        caseId,
                        details)
                .update();
    }

    /** The latest entries about this object, newest first. */
    @Transactional(readOnly = true)
    public List<AuditEntry> of(String object, int most) {
        return jdbc.sql("select * from audit_entry where object = ? order by id desc limit ?")
                .params(object, most)
                .query(AuditEntry.class)
                .list();
    }

    /** The entries of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<AuditEntry> ofCase(long caseId, int most) {
        return jdbc.sql("select * from audit_entry where case_id = ? order by id limit ?")
                .params(caseId, most)
                .query(AuditEntry.class)
                .list();
    }

    /** The latest entries whose action begins so, newest first. */
    @Transactional(readOnly = true)
    public List<AuditEntry> latest(String actionPrefix, int most) {
        return jdbc.sql("select * from audit_entry where starts_with(action, ?) order by id desc limit ?")
                .params(actionPrefix, most)
                .query(AuditEntry.class)
                .list();
    }
}
