package org.jiugai.review.process;

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
@Component("reviewFigures")
class ReviewFigures {
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

    /** When an opinion is overdue: at once where silence is consent, else on the day of escalation. */
    public Date overdueDate(long requestId) {
        Request request = opinions.request(requestId);
        return request.silenceConsent()
                ? CaseManagement.endOf(request.dueOn())
                : CaseManagement.endOf(request.escalateOn().minusDays(1));
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
