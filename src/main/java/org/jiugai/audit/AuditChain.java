package org.jiugai.audit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The record as a chain: its end, and whether it holds. */
@Service
@Transactional(readOnly = true)
public class AuditChain {
    private static final int ROWS_AT_A_TIME = 1000;
    private final JdbcClient jdbc;
    private final AnchorFolder anchors;

    AuditChain(DataSource database, AnchorFolder anchors) {
        JdbcTemplate streaming = new JdbcTemplate(database);
        streaming.setFetchSize(ROWS_AT_A_TIME);
        this.jdbc = JdbcClient.create(streaming);
        this.anchors = anchors;
    }

    /** The last link; empty before the first one. */
    public Optional<ChainHead> head() {
        return jdbc.sql("select sequence, hash, linked_at from audit_link order by sequence desc limit 1")
                .query(ChainHead.class)
                .optional();
    }

    /**
     * Walks along everything that is committed, and along the anchors in the configured folder.
     *
     * @throws AnchorUnreadable when a file in the folder of anchors is none
     */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW, isolation = Isolation.REPEATABLE_READ)
    public Verification verify() {
        return walk(anchors.all());
    }

    /** The same in the transaction that is open, with these anchors. */
    Verification walk(List<Anchor> known) {
        Long unlinked = jdbc.sql(
                        "select min(id) from audit_entry e where not exists (select 1 from audit_link l where l.entry = e.id)")
                .query(Long.class)
                .optional()
                .orElse(null);
        try (Stream<ChainRow> rows = jdbc.sql(ChainRow.SELECT).query(ChainRow::of).stream()) {
            return new ChainWalk(known).over(rows, unlinked);
        }
    }
}
