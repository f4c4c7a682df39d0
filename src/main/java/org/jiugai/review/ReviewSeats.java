package org.jiugai.review;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.policy.Parameters;
import org.jiugai.policy.Parameters.Requirement;
import org.jiugai.policy.Parameters.Seat;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which offices are offered the tasks of a review. */
@Service
@Transactional(readOnly = true)
public class ReviewSeats {
    private final Bodies bodies;
    private final ReviewRounds rounds;
    private final CaseManagement cases;

    ReviewSeats(Bodies bodies, ReviewRounds rounds, CaseManagement cases) {
        this.bodies = bodies;
        this.rounds = rounds;
        this.cases = cases;
    }

    public String chair(long caseId) {
        return bodies.chair(caseId);
    }

    public String chairName(long caseId) {
        return bodies.officeName(bodies.chair(caseId));
    }

    public String approver(long caseId) {
        return bodies.approver(caseId);
    }

    public String filer(long caseId) {
        return bodies.filer(caseId);
    }

    public boolean filingRequired(long caseId) {
        return cases.parameter(caseId, Parameters.REVIEW_FILING).required();
    }

    /** The chair, or the renovation office for it. */
    public List<String> intake(long caseId) {
        return Stream.of(bodies.chair(caseId), bodies.renovationOffice(caseId))
                .distinct()
                .toList();
    }

    /** The body, and those who may enter its stamped paper opinion (代录): the renovation office, the communities of the case. */
    public List<String> bodyOrDesk(long caseId, long requestId) {
        Stream<String> desks =
                Stream.concat(Stream.of(bodies.renovationOffice(caseId)), bodies.committees(caseId).stream());
        return Stream.concat(body(requestId).stream(), desks).distinct().toList();
    }

    /** The body itself; the renovation office when nobody holds its role. */
    public String bodyAlone(long caseId, long requestId) {
        return body(requestId).orElseGet(() -> bodies.renovationOffice(caseId));
    }

    private Optional<String> body(long requestId) {
        return Optional.ofNullable(rounds.request(requestId).office());
    }

    /** Why the renovation office has a task of a seat: nobody holds its role. */
    public Optional<String> vacancy(long caseId, SeatOf seat) {
        return bodies.vacant(caseId, seat.of(cases, caseId));
    }

    /** The seats of a review. */
    public enum SeatOf {
        CHAIR {
            @Override
            Seat of(CaseManagement cases, long caseId) {
                return cases.parameter(caseId, Parameters.REVIEW_CHAIR);
            }
        },
        APPROVER {
            @Override
            Seat of(CaseManagement cases, long caseId) {
                return cases.parameter(caseId, Parameters.REVIEW_APPROVER);
            }
        },
        FILER {
            @Override
            Seat of(CaseManagement cases, long caseId) {
                Requirement filing = cases.parameter(caseId, Parameters.REVIEW_FILING);
                return new Seat(filing.role(), filing.level());
            }
        };

        abstract Seat of(CaseManagement cases, long caseId);
    }
}
