package org.jiugai.ballot;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiugai.audit.AuditTrail;
import org.jiugai.audit.RecordedAct;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.StateConflict;
import org.jiugai.kernel.Unrecorded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Paper ballots: read and entered by one person, read again and confirmed by another. */
@Service
@Transactional
public class PaperBallots {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final VoteFile file;
    private final BallotSeal seal;
    private final PaperDuties duties;
    private final AuditTrail audit;
    private final Clock clock;

    PaperBallots(VoteFile file, BallotSeal seal, PaperDuties duties, AuditTrail audit, Clock clock) {
        this.file = file;
        this.seal = seal;
        this.duties = duties;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What stands on a paper ballot.
     *
     * @param rollNo number on the roll as printed; null when it is on none
     * @param choices one for each item; empty when the ballot is invalid
     * @param invalid why it does not count, null when it does
     */
    public record Reading(@Nullable Integer rollNo, Map<Integer, Choice> choices, @Nullable InvalidReason invalid) {
        public Reading {
            choices = Map.copyOf(choices);
        }
    }

    /** A paper ballot that waits for a second reader; what the first one read is not shown to him. */
    public record Waiting(long ballotId, @Nullable Integer rollNo, String enteredBy, LocalDateTime receivedAt) {}

    /**
     * Enters what stands on a ballot.
     *
     * @param receivedAt when it was handed in
     * @return its id
     * @throws StateConflict when the voter has a valid ballot already
     */
    @Unrecorded("records itself, without the choice")
    public long enter(long roundId, Reading reading, LocalDateTime receivedAt, Actor actor) {
        file.rounds().lock(roundId);
        VoteRound round = file.rounds().get(roundId);
        duties.demandPlace(round, actor);
        Instant received = receivedAt.atZone(SHANGHAI).toInstant();
        check(round, reading, received);
        RollEntry entry = reading.rollNo() == null
                ? null
                : file.roll().numbered(roundId, reading.rollNo()).orElse(null);
        String sealed = reading.invalid() == null && entry != null
                ? seal.seal(reading.choices(), seal.keyOf(roundId), entry.id())
                : null;
        long id = file.ballots()
                .enter(
                        roundId,
                        entry == null ? null : entry.id(),
                        sealed,
                        reading.invalid(),
                        received,
                        actor,
                        clock.instant())
                .orElseThrow(() -> new StateConflict("ballot.alreadyCast", "该业主已投票或另一张纸质票已收到；本票请按“重复投票”登记为无效"));
        duties.entered(id, round, actor);
        audit.record(RecordedAct.of(actor, "ballot.paperEntered", "round:" + roundId + " ballot:" + id)
                .inCase(round.caseId()));
        return id;
    }

    /**
     * A second person reads the ballot.
     *
     * @return the receipt for a ballot that counts, null for an invalid one
     * @throws RuleViolation when he is the first one, or reads something else: nothing changes, and both look at the paper again
     */
    @Unrecorded("records itself, without the choice")
    public @Nullable Receipt confirm(long roundId, long ballotId, Reading reading, Actor actor) {
        Ballots.Entered waiting = waiting(roundId, ballotId);
        VoteRound round = file.rounds().get(roundId);
        duties.demandPlace(round, actor);
        duties.confirmed(ballotId, round, actor);
        if (!isSame(waiting, reading))
            throw new RuleViolation("ballot.readDifferently", "choices", "【表决意见】与录入的不一致，请两人一起核对原票；录入有误的退回重录");
        Instant now = clock.instant();
        boolean counts = waiting.invalidReason() == null;
        String number = counts ? ReceiptNumbers.draw() : null;
        file.ballots()
                .settle(
                        ballotId,
                        counts ? "COUNTED" : "INVALID",
                        number == null ? null : ReceiptNumbers.hash(number),
                        actor,
                        now);
        record(actor, "ballot.paperConfirmed", waiting, round);
        return number == null ? null : new Receipt(number, waiting.receivedAt());
    }

    /** The first reading was wrong: it is set aside and the ballot entered again. */
    @Unrecorded("records itself, without the choice")
    public void giveBack(long roundId, long ballotId, Actor actor) {
        Ballots.Entered waiting = waiting(roundId, ballotId);
        VoteRound round = file.rounds().get(roundId);
        duties.demandPlace(round, actor);
        duties.confirmed(ballotId, round, actor);
        file.ballots().settle(ballotId, "RETURNED", null, actor, clock.instant());
        record(actor, "ballot.paperGivenBack", waiting, round);
    }

    /** @throws org.jiugai.casefile.VisibleCases.NotAllowed when the actor's office does not handle the paper of this vote */
    @Transactional(readOnly = true)
    public void demandPlace(long roundId, Actor actor) {
        duties.demandPlace(file.rounds().get(roundId), actor);
    }

    @Transactional(readOnly = true)
    public List<Waiting> waitingIn(long roundId) {
        return file.ballots().waitingIn(roundId).stream()
                .map(ballot -> new Waiting(
                        ballot.id(),
                        ballot.entryId() == null ? null : file.roll().numberOf(ballot.entryId()),
                        ballot.enteredBy(),
                        LocalDateTime.ofInstant(ballot.receivedAt(), SHANGHAI)))
                .toList();
    }

    private void check(VoteRound round, Reading reading, Instant received) {
        Instant starts = round.startsAt();
        Instant ends = round.endsAt();
        if (starts == null || ends == null) throw new StateConflict("ballot.notOpen", "投票尚未开始");
        if (round.abandoned()) throw new StateConflict("ballot.abandoned", "本次表决已终止，不再收票");
        if (round.counts() > 0) throw new StateConflict("ballot.counted", "本次表决已经计票，不能再录入选票");
        boolean onRoll = reading.rollNo() != null
                && file.roll().numbered(round.id(), reading.rollNo()).isPresent();
        boolean inTime = !received.isBefore(starts) && received.isBefore(ends);
        boolean valid = reading.invalid() == null;
        Set<Integer> items = file.rounds().items(round.id()).stream()
                .map(VoteRounds.Item::no)
                .collect(Collectors.toSet());
        new Faults()
                .require(!received.isAfter(clock.instant()), "receivedAt", "【收票时间】不能晚于现在")
                .require(
                        inTime || reading.invalid() == InvalidReason.LATE, "receivedAt", "【收票时间】不在投票期间，本票请按“逾期送达”登记为无效")
                .require(
                        onRoll || reading.invalid() == InvalidReason.NOT_ON_ROLL,
                        "rollNo",
                        "【名册序号】不在本次表决名册中，本票请按“不在表决名册”登记为无效")
                .require(!valid || reading.choices().keySet().equals(items), "choices", "【表决意见】每一事项都须录入；未勾选的按弃权录入")
                .require(valid || reading.choices().isEmpty(), "choices", "【表决意见】无效票不录入表决意见")
                .refuse("ballot.paperRefused");
    }

    private boolean isSame(Ballots.Entered waiting, Reading reading) {
        Long entryId = waiting.entryId();
        Integer no = entryId == null ? null : file.roll().numberOf(entryId);
        if (waiting.invalidReason() != null)
            return waiting.invalidReason() == reading.invalid() && (no == null || no.equals(reading.rollNo()));
        String sealed = waiting.sealed();
        return reading.invalid() == null
                && Objects.equals(no, reading.rollNo())
                && sealed != null
                && entryId != null
                && seal.open(sealed, seal.keyOf(waiting.roundId()), entryId).equals(reading.choices());
    }

    private Ballots.Entered waiting(long roundId, long ballotId) {
        return file.ballots()
                .waiting(ballotId)
                .filter(ballot -> ballot.roundId() == roundId)
                .orElseThrow(() -> new StateConflict("ballot.settled", "这张纸质票已由他人复核或退回，请刷新"));
    }

    private void record(Actor actor, String action, Ballots.Entered waiting, VoteRound round) {
        audit.record(RecordedAct.of(actor, action, "round:" + round.id() + " ballot:" + waiting.id())
                .inCase(round.caseId()));
    }
}
