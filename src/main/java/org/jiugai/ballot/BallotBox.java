package org.jiugai.ballot;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.jiugai.audit.AuditTrail;
import org.jiugai.audit.RecordedAct;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.StateConflict;
import org.jiugai.kernel.Unrecorded;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes ballots that count at once: the voter's own over the web, and those given by telephone. */
@Service
@Transactional
public class BallotBox {
    private final VoteRounds rounds;
    private final Roll roll;
    private final Ballots ballots;
    private final BallotSeal seal;
    private final PaperDuties duties;
    private final AuditTrail audit;
    private final Clock clock;
    /** Of rounds that are open: what does not change any more. */
    private final Map<Long, Urn> urns = new ConcurrentHashMap<>();

    BallotBox(
            VoteRounds rounds,
            Roll roll,
            Ballots ballots,
            BallotSeal seal,
            PaperDuties duties,
            AuditTrail audit,
            Clock clock) {
        this.rounds = rounds;
        this.roll = roll;
        this.ballots = ballots;
        this.seal = seal;
        this.duties = duties;
        this.audit = audit;
        this.clock = clock;
    }

    private record Urn(
            long caseId,
            Instant startsAt,
            Instant endsAt,
            Set<Integer> items,
            Map<Long, Long> entries,
            SecretKey key) {}

    /**
     * Puts a ballot into the box.
     *
     * @param unitId one of the voter's units; the ballot is for all of them
     * @param choices one for each item of the round, by its number
     * @return the receipt; its number cannot be shown again
     * @throws StateConflict when the round is not open or the voter has a valid ballot already, over whatever channel
     * @throws RuleViolation when the unit is not on the roll or an item is not answered
     */
    @Unrecorded("its row is its record and never changes; the count enters a digest of all of them in the record")
    public Receipt cast(long roundId, long unitId, Map<Integer, Choice> choices, Channel channel, Actor actor) {
        if (channel == Channel.PAPER) throw new IllegalArgumentException("paper is entered and confirmed");
        Urn urn = urn(roundId);
        Instant now = clock.instant();
        if (now.isBefore(urn.startsAt()) || !now.isBefore(urn.endsAt()))
            throw new StateConflict("ballot.notOpen", "投票尚未开始或已经截止");
        if (!choices.keySet().equals(urn.items()))
            throw new RuleViolation("ballot.incomplete", "choices", "【表决意见】每一事项都须选择同意、反对或弃权");
        return put(urn, roundId, unitId, choices, channel, actor, now);
    }

    /**
     * Takes a ballot that the voter gives by telephone.
     *
     * @param identityChecked that whoever took it has made sure who is calling
     * @throws RuleViolation when there is no such voter on the roll, or his identity was not checked
     */
    @Unrecorded("records itself, without the choice")
    public Receipt castByPhone(
            long roundId,
            @Nullable Integer rollNo,
            Map<Integer, Choice> choices,
            boolean identityChecked,
            Actor actor) {
        duties.demandPlace(rounds.get(roundId), actor);
        Optional<RollEntry> voter = rollNo == null ? Optional.empty() : roll.numbered(roundId, rollNo);
        new Faults()
                .require(voter.isPresent(), "rollNo", "【名册序号】不在本次表决名册中")
                .require(identityChecked, "identityChecked", "【身份核对】电话投票须先核对身份")
                .refuse("ballot.phoneRefused");
        Receipt receipt = cast(roundId, roll.unitOf(voter.orElseThrow().id()), choices, Channel.PHONE, actor);
        audit.record(RecordedAct.of(actor, "ballot.takenByPhone", "round:" + roundId)
                .inCase(urn(roundId).caseId()));
        return receipt;
    }

    private Receipt put(
            Urn urn,
            long roundId,
            long unitId,
            Map<Integer, Choice> choices,
            Channel channel,
            Actor actor,
            Instant now) {
        Long entry = urn.entries().get(unitId);
        if (entry == null) throw new RuleViolation("ballot.notOnRoll", "unit", "【房屋】不在本次表决名册中");
        String number = ReceiptNumbers.draw();
        boolean counts;
        try {
            counts = ballots.count(
                    roundId,
                    entry,
                    channel,
                    seal.seal(choices, urn.key(), entry),
                    ReceiptNumbers.hash(number),
                    actor,
                    now);
        } catch (DataIntegrityViolationException refused) {
            // the database says so; it was told after this round was first looked at
            if (String.valueOf(refused.getMessage()).contains("abandoned"))
                throw new StateConflict("ballot.abandoned", "本次表决已终止，不再收票");
            throw refused;
        }
        if (!counts) throw new StateConflict("ballot.alreadyCast", "该业主已投票或纸质票已收到，一户业主只计一票，先收到的有效票为准");
        return new Receipt(number, now);
    }

    /** What the household of this unit may vote on, and whether it has; empty when the unit is not on the roll. */
    @Transactional(readOnly = true)
    public Optional<BallotPaper> paper(long roundId, long unitId) {
        return roll.ofUnit(roundId, unitId)
                .map(entry -> new BallotPaper(
                        rounds.get(roundId),
                        entry,
                        rounds.items(roundId).stream()
                                .map(item ->
                                        new BallotPaper.Item(item.no(), StatutoryItem.of(item.item()), item.content()))
                                .toList(),
                        ballots.has(roundId, entry.id())));
    }

    /** What became of the ballot with this receipt; empty when there is none in the round. */
    @Transactional(readOnly = true)
    public Optional<ReceiptCheck> check(long roundId, String receiptNumber) {
        return ballots.fate(roundId, ReceiptNumbers.hash(receiptNumber))
                .map(fate -> new ReceiptCheck(
                        fate.state().equals("COUNTED"), Channel.valueOf(fate.channel()), fate.receivedAt()));
    }

    private Urn urn(long roundId) {
        Urn known = urns.get(roundId);
        if (known != null) return known;
        VoteRound round = rounds.get(roundId);
        Instant starts = round.startsAt();
        Instant ends = round.endsAt();
        if (starts == null || ends == null) throw new StateConflict("ballot.notOpen", "投票尚未开始");
        Set<Integer> items =
                rounds.items(roundId).stream().map(VoteRounds.Item::no).collect(Collectors.toSet());
        Urn urn = new Urn(round.caseId(), starts, ends, items, roll.entries(roundId), seal.keyOf(roundId));
        urns.values().removeIf(old -> !clock.instant().isBefore(old.endsAt()));
        urns.put(roundId, urn);
        return urn;
    }
}
