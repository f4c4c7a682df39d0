package org.jiugai.audit;

import java.util.List;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.Unrecorded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 脱敏: takes the readable part of entries away. The chain holds on, because it only ever knew the hash; that it was done is an entry itself. */
@Service
@Transactional
@Unrecorded("records each masked entry by itself")
public class AuditMasking {
    private final JdbcClient jdbc;
    private final AuditTrail trail;

    AuditMasking(JdbcClient jdbc, AuditTrail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    /**
     * Masks everything that the record says about an object, e.g. {@code person:caizheng}; what is masked already stays so.
     *
     * @param reason why, without the data that is masked
     * @return how many entries were masked
     * @throws org.jiugai.kernel.RuleViolation without a reason
     */
    public int maskAllOf(String object, String reason, Actor actor) {
        List<Long> entries = jdbc.sql(
                        """
                        select e.id from audit_entry e join audit_detail d on d.hash = e.detail_hash
                        where e.object = ? and d.content is not null order by e.id""")
                .param(object)
                .query(Long.class)
                .list();
        requireReason(reason);
        entries.forEach(entry -> maskOne(entry, reason, actor));
        return entries.size();
    }

    /** The same for one entry. */
    public void mask(long entry, String reason, Actor actor) {
        requireReason(reason);
        maskOne(entry, reason, actor);
    }

    private static void requireReason(String reason) {
        new Faults().require(!reason.isBlank(), "reason", "【脱敏事由】必填").refuse("audit.maskingRefused");
    }

    private void maskOne(long entry, String reason, Actor actor) {
        int masked = jdbc.sql(
                        """
                        update audit_detail set content = null, salt = null
                        where content is not null and hash = (select detail_hash from audit_entry where id = ?)""")
                .param(entry)
                .update();
        if (masked == 0) return;
        trail.record(RecordedAct.of(actor, "audit.detailMasked", "entry:" + entry)
                .inCase(caseOf(entry))
                .because(reason));
    }

    private @org.jspecify.annotations.Nullable Long caseOf(long entry) {
        return jdbc.sql("select case_id from audit_entry where id = ?")
                .param(entry)
                .query(Long.class)
                .optional()
                .orElse(null);
    }
}
