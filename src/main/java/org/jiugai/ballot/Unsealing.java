package org.jiugai.ballot;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiugai.audit.AuditTrail;
import org.jiugai.audit.RecordedAct;
import org.jiugai.casefile.CaseOfficeLookup;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.StateConflict;
import org.jiugai.kernel.Unrecorded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 拆封: in a dispute the street asks that one ballot be opened, the legal reviewer agrees, and both may read it; every reading is recorded. */
@Service
@Transactional
public class Unsealing {
    /** Whose office asks, and whose agrees. */
    public static final String ASKING = "subdistrict";

    public static final String APPROVING = "legal-reviewer";

    private static final int SHORTEST_REASON = 10;
    private final JdbcClient jdbc;
    private final VoteFile file;
    private final BallotSeal seal;
    private final PaperDuties duties;
    private final CaseOfficeLookup offices;
    private final AuditTrail audit;
    private final Clock clock;

    Unsealing(
            JdbcClient jdbc,
            VoteFile file,
            BallotSeal seal,
            PaperDuties duties,
            CaseOfficeLookup offices,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.file = file;
        this.seal = seal;
        this.duties = duties;
        this.offices = offices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A request to open a ballot.
     *
     * @param approvedOn null while nobody has agreed
     */
    public record Request(
            long id,
            long roundId,
            int rollNo,
            String reason,
            String askedBy,
            LocalDate askedOn,
            @Nullable String approvedBy,
            @Nullable LocalDate approvedOn) {}

    @Transactional(readOnly = true)
    public List<Request> of(long roundId) {
        return jdbc.sql(
                        """
                        select u.id, u.round_id, e.no as roll_no, u.reason, u.asked_by, u.asked_on, u.approved_by, u.approved_on
                        from vote_unsealing u join roll_entry e on e.id = u.entry_id where u.round_id = ? order by u.id""")
                .param(roundId)
                .query(Request.class)
                .list();
    }

    /**
     * Asks that the ballot of the voter with this number be opened.
     *
     * @throws StateConflict before the count
     * @throws RuleViolation when he has no ballot that counts, or the reason says too little
     */
    public void ask(long roundId, @Nullable Integer rollNo, String reason, Actor actor) {
        VoteRound round = file.rounds().get(roundId);
        demand(round, ASKING, actor);
        if (round.counts() == 0) throw new StateConflict("ballot.notCounted", "计票前不能拆封选票");
        Optional<RollEntry> entry =
                rollNo == null ? Optional.empty() : file.roll().numbered(roundId, rollNo);
        new Faults()
                .require(
                        entry.filter(each -> file.ballots()
                                        .sealedOf(roundId, each.id())
                                        .isPresent())
                                .isPresent(),
                        "rollNo",
                        "【名册序号】没有计入的选票")
                .require(
                        reason.strip().length() >= SHORTEST_REASON && reason.length() <= 500,
                        "reason",
                        "【拆封理由】写明争议或法院文书，10至500字")
                .refuse("ballot.unsealingRefused");
        long id = jdbc.sql(
                        """
                        insert into vote_unsealing (round_id, entry_id, reason, asked_by, asked_office, asked_on, asked_at)
                        values (?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        roundId,
                        entry.orElseThrow().id(),
                        reason.strip(),
                        actor.personId(),
                        actor.officeId(),
                        LocalDate.now(clock),
                        Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        duties.unsealingAsked(id, round, actor);
    }

    /** Agrees. */
    public void approve(long roundId, long requestId, Actor actor) {
        VoteRound round = file.rounds().get(roundId);
        demand(round, APPROVING, actor);
        boolean open = of(roundId).stream().anyMatch(each -> each.id() == requestId && each.approvedOn() == null);
        if (!open) throw decided();
        duties.unsealingApproved(requestId, round, actor);
        int approved = jdbc.sql(
                        """
                        update vote_unsealing set approved_by = ?, approved_office = ?, approved_on = ?, approved_at = ?
                        where id = ? and round_id = ? and approved_at is null""")
                .params(
                        actor.personId(),
                        actor.officeId(),
                        LocalDate.now(clock),
                        Timestamp.from(clock.instant()),
                        requestId,
                        roundId)
                .update();
        if (approved == 0) throw decided();
    }

    /**
     * What the opened ballot says, by number of the item. Each reading is recorded.
     *
     * @throws StateConflict before two persons have agreed
     */
    @Unrecorded("records itself, without the choice")
    public Map<Integer, Choice> read(long roundId, long requestId, Actor actor) {
        VoteRound round = file.rounds().get(roundId);
        if (!holds(round, ASKING, actor) && !holds(round, APPROVING, actor)) throw new VisibleCases.NotAllowed();
        Request request = of(roundId).stream()
                .filter(each -> each.id() == requestId && each.approvedOn() != null)
                .findFirst()
                .orElseThrow(() -> new StateConflict("ballot.sealed", "该选票未获批准拆封"));
        long entry =
                file.roll().numbered(roundId, request.rollNo()).orElseThrow().id();
        String sealed = file.ballots().sealedOf(roundId, entry).orElseThrow();
        audit.record(RecordedAct.of(actor, "ballot.unsealed", "round:" + roundId + " request:" + requestId)
                .inCase(round.caseId()));
        return seal.open(sealed, seal.keyOf(roundId), entry);
    }

    private static StateConflict decided() {
        return new StateConflict("ballot.unsealingDecided", "该拆封申请不存在或已批准，请刷新");
    }

    private void demand(VoteRound round, String role, Actor actor) {
        if (!holds(round, role, actor)) throw new VisibleCases.NotAllowed();
    }

    private boolean holds(VoteRound round, String role, Actor actor) {
        return offices.holder(round.caseId(), role)
                .filter(actor.officeId()::equals)
                .isPresent();
    }
}
