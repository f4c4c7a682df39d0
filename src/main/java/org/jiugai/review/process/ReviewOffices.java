package org.jiugai.review.process;

import java.util.List;
import org.jiugai.review.ReviewSeats;
import org.springframework.stereotype.Component;

/** {@code ${reviewOffices.…}} in the model: the offices that a task is offered to. */
// public: the expression language calls methods of public classes only
@Component("reviewOffices")
public class ReviewOffices {
    private final ReviewSeats seats;

    ReviewOffices(ReviewSeats seats) {
        this.seats = seats;
    }

    public List<String> intake(long caseId) {
        return seats.intake(caseId);
    }

    public String chair(long caseId) {
        return seats.chair(caseId);
    }

    public String approver(long caseId) {
        return seats.approver(caseId);
    }

    public String filer(long caseId) {
        return seats.filer(caseId);
    }

    public boolean filingRequired(long caseId) {
        return seats.filingRequired(caseId);
    }

    /** The body, and the offices that may enter its paper opinion. */
    public List<String> bodyOrDesk(long caseId, long requestId) {
        return seats.bodyOrDesk(caseId, requestId);
    }

    public String bodyAlone(long caseId, long requestId) {
        return seats.bodyAlone(caseId, requestId);
    }
}
