package org.jiugai.review.process;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.review.OpinionManagement;
import org.jiugai.review.Request;
import org.jiugai.review.ReviewManagement;
import org.jiugai.review.RevisionManagement;
import org.springframework.stereotype.Component;

/** {@code ${reviewFigures.…}} in the model: whom a round asks, its counts, its dates, what is left to do. */
// public: the expression language calls methods of public classes only
@Component("reviewFigures")
public class ReviewFigures {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final ReviewManagement reviews;
    private final OpinionManagement opinions;
    private final RevisionManagement revisions;

    ReviewFigures(ReviewManagement reviews, OpinionManagement opinions, RevisionManagement revisions) {
        this.reviews = reviews;
        this.opinions = opinions;
        this.revisions = revisions;
    }

    /** The requests of the bodies that are asked in this round, without the experts. */
    public List<Long> requestsToAnswer(long roundId) {
        return opinions.requests(roundId).stream()
                .filter(r -> r.isAsked() && !r.isExpert())
                .map(Request::id)
                .toList();
    }

    public boolean expertsAreAsked(long roundId) {
        return expertRequest(roundId).isPresent();
    }

    Request experts(long roundId) {
        return expertRequest(roundId).orElseThrow(() -> new IllegalStateException("no experts in round " + roundId));
    }

    private Optional<Request> expertRequest(long roundId) {
        return opinions.requests(roundId).stream()
                .filter(r -> r.isAsked() && r.isExpert())
                .findFirst();
    }

    /** The end of the day on which an opinion is due. */
    public Date dueDate(long requestId) {
        return CaseManagement.endOf(opinions.request(requestId).dueOn());
    }

    /** When an opinion is overdue: the day after it was due where silence is consent, else the day of escalation. */
    public Date overdueDate(long requestId) {
        Request request = opinions.request(requestId);
        LocalDate day = request.silenceConsent() ? request.dueOn().plusDays(1) : request.escalateOn();
        return Date.from(day.atStartOfDay(SHANGHAI).toInstant());
    }

    public int mandatoryRefusals(long roundId) {
        return reviews.tally(roundId).mandatoryRefusals();
    }

    public int advisoryRefusals(long roundId) {
        return reviews.tally(roundId).advisoryRefusals();
    }

    public int withChanges(long roundId) {
        return reviews.tally(roundId).withChanges();
    }

    public List<Long> communities(long caseId) {
        return revisions.communities(caseId);
    }

    public List<Long> bodiesWithOpenConditions(long roundId) {
        return revisions.bodiesWithOpenConditions(roundId);
    }

    public boolean hasOpenConditions(long roundId) {
        return !revisions.bodiesWithOpenConditions(roundId).isEmpty();
    }

    public List<Long> communitiesToPublicise(long roundId) {
        return revisions.communitiesToPublicise(roundId);
    }

    public boolean hasUpheldObjection(long roundId) {
        return revisions.hasUpheldObjection(roundId);
    }
}
