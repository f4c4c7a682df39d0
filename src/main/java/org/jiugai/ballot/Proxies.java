package org.jiugai.ballot;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.StateConflict;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 委托书: an owner lets somebody vote for him in one vote; the scan lies with the case, the name stands on the printed ballot. */
@Service
@Transactional
public class Proxies {
    private final JdbcClient jdbc;
    private final VoteFile file;
    private final PaperDuties duties;
    private final DocumentManagement documents;
    private final Clock clock;

    Proxies(JdbcClient jdbc, VoteFile file, PaperDuties duties, DocumentManagement documents, Clock clock) {
        this.jdbc = jdbc;
        this.file = file;
        this.duties = duties;
        this.documents = documents;
        this.clock = clock;
    }

    /** Who votes for the owner with this number. */
    public record Proxy(int rollNo, String name, LocalDate registeredOn) {}

    /** Those that count, by number on the roll. */
    @Transactional(readOnly = true)
    public List<Proxy> of(long roundId) {
        return jdbc.sql(
                        """
                        select distinct on (e.no) e.no as roll_no, p.name, p.happened_on as registered_on
                        from vote_proxy p join roll_entry e on e.id = p.entry_id where p.round_id = ? order by e.no, p.id desc""")
                .param(roundId)
                .query(Proxy.class)
                .list();
    }

    /**
     * Registers a proxy with the scan of his paper.
     *
     * @throws StateConflict when the vote has ended or the owner has a ballot already
     * @throws RuleViolation when the number is on no roll, or name or scan is missing
     */
    public void register(long roundId, @Nullable Integer rollNo, String name, List<UUID> scans, Actor actor) {
        VoteRound round = file.rounds().get(roundId);
        duties.demandPlace(round, actor);
        VoteRound.State state = round.state(clock.instant());
        if (state != VoteRound.State.NOTIFIED && state != VoteRound.State.OPEN)
            throw new StateConflict("ballot.notOpen", "名册冻结后、投票截止前才能登记委托书");
        Optional<RollEntry> entry =
                rollNo == null ? Optional.empty() : file.roll().numbered(roundId, rollNo);
        new Faults()
                .require(entry.isPresent(), "rollNo", "【名册序号】不在本次表决名册中")
                .require(!name.isBlank() && name.length() <= 30, "name", "【受托人】必填，不超过30字")
                .require(!scans.isEmpty(), "scan", "【委托书】请上传扫描件")
                .refuse("ballot.proxyRefused");
        long id = entry.orElseThrow().id();
        if (file.ballots().has(roundId, id)) throw new StateConflict("ballot.alreadyCast", "该业主已投票，不能再登记委托书");
        jdbc.sql(
                        """
                        insert into vote_proxy (round_id, entry_id, name, person, office, happened_on, recorded_at) values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        roundId,
                        id,
                        name.strip(),
                        actor.personId(),
                        actor.officeId(),
                        LocalDate.now(clock),
                        Timestamp.from(clock.instant()))
                .update();
        documents.attach(round.caseId(), "表决委托书", VoteManagement.SUBJECT + ":" + roundId, scans, actor);
    }
}
