package org.jiugai.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jiugai.kernel.Unrecorded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Casts the anchor of each day: the record's end, in a file outside the database. One node at a time; a node with a folder of its own has its own. */
@Service
@Unrecorded("writes a file and nothing into the database")
public class DailyAnchor {
    private final JdbcClient jdbc;
    private final AuditChain chain;
    private final AnchorFolder folder;
    private final Clock clock;

    DailyAnchor(JdbcClient jdbc, AuditChain chain, AnchorFolder folder, Clock clock) {
        this.jdbc = jdbc;
        this.chain = chain;
        this.folder = folder;
        this.clock = clock;
    }

    /** Every anchor in the folder, oldest first. */
    public List<Anchor> anchors() {
        return folder.all();
    }

    /** Where they lie. */
    public String folder() {
        return folder.path().toString();
    }

    /** Once in the first hour of a day, or when the first node starts on it. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    @Transactional
    public void cast() {
        LocalDate today = LocalDate.now(clock);
        if (folder.has(today) || !isFirst()) return;
        chain.head().ifPresent(head -> folder.keep(anchor(today, head)));
    }

    private Anchor anchor(LocalDate today, ChainHead head) {
        return new Anchor(
                today, head.sequence(), head.hash(), OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
    }

    private boolean isFirst() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('audit-anchor'))")
                .query(Boolean.class)
                .single();
    }
}
