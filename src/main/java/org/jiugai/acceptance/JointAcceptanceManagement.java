package org.jiugai.acceptance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiugai.acceptance.JointAcceptanceRows.Round;
import org.jiugai.acceptance.JointAcceptanceRows.Seat;
import org.jiugai.acceptance.JointOpinion.Opinion;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Faults;
import org.jiugai.policy.Parameters;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Joint acceptance (联合验收): every body of the policy's list in the first round, afterwards those that refused. */
@Service
@Transactional
public class JointAcceptanceManagement {
    private final JointAcceptanceRows rows;
    private final AcceptanceBodies bodies;
    private final CaseManagement cases;
    private final DocumentManagement documents;
    private final Clock clock;

    JointAcceptanceManagement(
            JointAcceptanceRows rows,
            AcceptanceBodies bodies,
            CaseManagement cases,
            DocumentManagement documents,
            Clock clock) {
        this.rows = rows;
        this.bodies = bodies;
        this.cases = cases;
        this.documents = documents;
        this.clock = clock;
    }

    /** Opens a round: all bodies, or those whose mandatory refusal failed the round before. Empty where the policy names none. */
    public JointRound open(long caseId) {
        Optional<Round> last = rows.lastRound(caseId);
        Set<String> refused = last.map(r -> rows.seats(r.id()).stream()
                        .filter(Seat::refuses)
                        .map(Seat::role)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
        long round = rows.addRound(caseId, last.map(r -> r.round() + 1).orElse(1), LocalDate.now(clock));
        List<Long> seats = new ArrayList<>();
        bodies.jointParties(caseId).stream()
                .filter(seat -> last.isEmpty() || refused.contains(seat.role()))
                .forEach(seat -> seats.add(rows.addSeat(round, seat)));
        return new JointRound(round, seats);
    }

    /** Records the opinion of one body. */
    public void record(long seatId, JointOpinion form, Actor actor) {
        Faults faults = new Faults();
        long caseId = rows.seat(seatId).caseId();
        LocalDate today = LocalDate.now(clock);
        LocalDate last = today.plusDays(cases.parameter(caseId, Parameters.RECTIFY_DAYS));
        faults.require(form.opinion() == Opinion.PASS || !form.items().isEmpty(), "items", "【问题】意见为整改或不合格时必填");
        for (int i = 0; i < form.items().size(); i++) {
            faults.require(
                    !form.items().get(i).dueOn().isBefore(today)
                            && !form.items().get(i).dueOn().isAfter(last),
                    "items[" + i + "].dueOn",
                    "【整改期限】不得早于今天，且不晚于" + last);
        }
        faults.refuse("acceptance.invalidJointOpinion");
        rows.add(seatId, form, actor, today, clock.instant());
        documents.attach(caseId, "联合验收意见", "joint-opinion:" + seatId, form.signedDoc(), actor);
    }

    /** The office that was asked; the one that held the role when the round was opened. */
    @Transactional(readOnly = true)
    public String office(long seatId) {
        return rows.seat(seatId).office();
    }

    /** The figures on which {@code acceptance-outcome} decides. */
    @Transactional(readOnly = true)
    public AcceptanceManagement.Figures figures(long roundId) {
        int refusals = (int) rows.seats(roundId).stream().filter(Seat::refuses).count();
        return new AcceptanceManagement.Figures(refusals, 0, rows.issueCount(roundId));
    }

    /** A round and the seats that are asked in it. */
    public record JointRound(long roundId, List<Long> seatIds) {}
}
