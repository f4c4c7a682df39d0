package org.jiugai.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Unrecorded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes to the record in the transaction of the fact, and reads it. An entry gets its place in the chain when that transaction commits. */
@Service
@Transactional
@Unrecorded("it is the record")
public class AuditTrail {
    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param action {@code <room>.<factInPastTense>}
     * @param object what it was done to, e.g. {@code office:ja-designer}; an id, no name
     * @param details Chinese, what changed from what to what; no passwords, no residents' data
     */
    public void record(Actor actor, String action, String object, String details) {
        record(actor, action, object, null, details);
    }

    /** The same for an act in a case. */
    public void record(Actor actor, String action, String object, @Nullable Long caseId, String details) {
        record(RecordedAct.of(actor, action, object).inCase(caseId).saying(details));
    }

    /** The same with the reason, and with the facts from which and to which. */
    public void record(RecordedAct act) {
        AuditDetail detail = AuditDetail.of(act);
        String said = detail == null
                ? ""
                : "with said as (insert into audit_detail (hash, salt, content) values (:hash, :salt, :content)) ";
        jdbc.sql(
                        said
                                + """
                        insert into audit_entry (recorded_at, person, office, on_behalf_of, action, object, case_id, detail_hash)
                        values (:at, :person, :office, :absent, :action, :object, :case, :hash)""")
                // the database knows microseconds, and would round
                .param("at", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .param("person", act.actor().personId())
                .param("office", act.actor().officeId())
                .param(
                        "absent",
                        act.actor().onBehalfOf() == null
                                ? null
                                : act.actor().onBehalfOf().personId())
                .param("action", act.action())
                .param("object", act.object())
                .param("case", act.caseId())
                .param("hash", detail == null ? null : detail.hash())
                .param("salt", detail == null ? null : detail.salt())
                .param("content", detail == null ? null : detail.content())
                .update();
    }

    /** The latest entries about this object, newest first. */
    @Transactional(readOnly = true)
    public List<AuditEntry> of(String object, int most) {
        return jdbc.sql("select * from audit_record where object = ? order by id desc limit ?")
                .params(object, most)
                .query(AuditEntry.class)
                .list();
    }

    /** The entries of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<AuditEntry> ofCase(long caseId, int most) {
        return jdbc.sql("select * from audit_record where case_id = ? order by id limit ?")
                .params(caseId, most)
                .query(AuditEntry.class)
                .list();
    }

    /** The latest entries whose action begins so, newest first. */
    @Transactional(readOnly = true)
    public List<AuditEntry> latest(String actionPrefix, int most) {
        return jdbc.sql("select * from audit_record where starts_with(action, ?) order by id desc limit ?")
                .params(actionPrefix, most)
                .query(AuditEntry.class)
                .list();
    }
}
