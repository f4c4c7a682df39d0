package org.jiugai.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jiugai.audit.AuditTrail;
import org.jiugai.kernel.Actor;
import org.jiugai.organisation.Office;
import org.jiugai.organisation.Roles;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The cases that a person may see, and for whom he acts in them. An authority sees the cases of its county, a city's those whose policy names
 * it, a firm those in which it is party, a guest those named to him; what a guest reads is recorded. For each of them there are no others.
 */
@Component
@Transactional
public class VisibleCases {
    private final CaseManagement cases;
    private final CaseSeats seats;
    private final AuditTrail audit;

    VisibleCases(CaseManagement cases, CaseSeats seats, AuditTrail audit) {
        this.cases = cases;
        this.seats = seats;
        this.audit = audit;
    }

    /**
     * The case of this number.
     *
     * @throws NotVisible when there is none, or none that the person may see
     */
    public RenovationCase of(String caseNo, String personId) {
        return of(caseNo, personId, "案件页");
    }

    /**
     * The same for something else than its page.
     *
     * @param what what he reads, for the record of a guest
     */
    public RenovationCase of(String caseNo, String personId, String what) {
        RenovationCase file = cases.find(caseNo).orElseThrow(NotVisible::new);
        if (!mayRead(personId, file.caseId(), what)) throw new NotVisible();
        return file;
    }

    /**
     * Whether the person may read of the case.
     *
     * @param what what he reads, for the record of a guest
     */
    public boolean mayRead(String personId, long caseId, String what) {
        List<CaseSeats.Seat> of = seats.of(personId, caseId);
        if (of.isEmpty()) return false;
        if (of.stream().allMatch(seat -> seat.kind() == Office.Kind.GUEST)) {
            audit.record(of.get(0).actor(personId), "casefile.readByGuest", "case:" + caseId, caseId, "查阅" + what);
        }
        return true;
    }

    /** Whether the person sees the case at all; for a lookup of which nothing is shown. */
    @Transactional(readOnly = true)
    public boolean isVisible(String personId, long caseId) {
        return !seats.of(personId, caseId).isEmpty();
    }

    /** Whether one of the person's authorities that has to do with this case reads its whole history, or administers its county. */
    @Transactional(readOnly = true)
    public boolean readsHistory(long caseId, String personId) {
        return seats.of(personId, caseId).stream().anyMatch(VisibleCases::readsHistory);
    }

    private static boolean readsHistory(CaseSeats.Seat seat) {
        return seat.kind() == Office.Kind.AUTHORITY
                && (seat.holds(Roles.SYSTEM_ADMIN)
                        || Roles.READING_HISTORY.stream().anyMatch(seat::holds));
    }

    /**
     * The person reading all of this case, for such an authority or as a guest: who takes the case with him, as the record names him.
     *
     * @throws NotAllowed when he reads only what his part in it needs
     */
    @Transactional(readOnly = true)
    public Actor historyReader(long caseId, String personId) {
        return allReading(caseId, personId).orElseThrow(NotAllowed::new);
    }

    /** Whether there is such a reader. */
    @Transactional(readOnly = true)
    public boolean readsAll(long caseId, String personId) {
        return allReading(caseId, personId).isPresent();
    }

    private Optional<Actor> allReading(long caseId, String personId) {
        return seats.of(personId, caseId).stream()
                .filter(seat -> seat.kind() == Office.Kind.GUEST || readsHistory(seat))
                .findFirst()
                .map(seat -> seat.actor(personId));
    }

    /**
     * The person acting in this case for one of his offices that has to do with it; guests and auditors never act.
     *
     * @throws NotAllowed when he has none
     */
    @Transactional(readOnly = true)
    public Actor actor(long caseId, String personId) {
        return seats.of(personId, caseId).stream()
                .filter(CaseSeats.Seat::acts)
                .findFirst()
                .orElseThrow(NotAllowed::new)
                .actor(personId);
    }

    /**
     * The same for an office that holds one of these roles.
     *
     * @throws NotAllowed when none of his offices in this case does
     */
    @Transactional(readOnly = true)
    public Actor actorAs(long caseId, String personId, Collection<String> roles) {
        return seats.of(personId, caseId).stream()
                .filter(seat -> roles.stream().anyMatch(seat::holds))
                .findFirst()
                .orElseThrow(NotAllowed::new)
                .actor(personId);
    }

    /** Whether one of the person's offices that has to do with this case holds one of these roles. */
    @Transactional(readOnly = true)
    public boolean holds(long caseId, String personId, Collection<String> roles) {
        return seats.of(personId, caseId).stream()
                .anyMatch(seat -> roles.stream().anyMatch(seat::holds));
    }

    /** Answered with 404, so that nobody learns which cases there are. */
    @ResponseStatus(HttpStatus.NOT_FOUND)
    public static final class NotVisible extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** He sees the case and may not do this: answered with 403. */
    @ResponseStatus(HttpStatus.FORBIDDEN)
    public static final class NotAllowed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
