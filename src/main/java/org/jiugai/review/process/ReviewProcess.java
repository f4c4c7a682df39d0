package org.jiugai.review.process;

import java.util.List;
import org.jiugai.engine.ProcessVariable;

/** Process {@code joint-review}: its message and its variables, which are ids and answers to gateways. */
final class ReviewProcess {
    static final String OPINION_CONTESTED = "review.opinionContested";

    static final ProcessVariable<Long> REVIEW_ID = ProcessVariable.ofLong("reviewId");
    static final ProcessVariable<Long> ROUND_ID = ProcessVariable.ofLong("roundId");
    static final ProcessVariable<Long> REQUEST_ID = ProcessVariable.ofLong("opinionRequestId");
    static final ProcessVariable<Long> CONTESTED_REQUEST_ID = ProcessVariable.ofLong("contestedRequestId");
    static final ProcessVariable<Long> MODIFICATION_ID = ProcessVariable.ofLong("modificationId");
    static final ProcessVariable<Long> COMMUNITY_ID = ProcessVariable.ofLong("communityId");

    /** 受理结果: ACCEPTED, SUPPLEMENT, REFUSED. */
    static final ProcessVariable<String> INTAKE_DECISION = ProcessVariable.ofText("intakeDecision");

    /** Whether the silence of the body in question counts as consent, known when its opinion is overdue. */
    static final ProcessVariable<Boolean> CONSENT_BY_SILENCE = ProcessVariable.ofBoolean("consentBySilence");

    /** What the table {@code review-outcome} proposes. */
    static final ProcessVariable<String> PROPOSAL = ProcessVariable.ofText("reviewProposal");

    static final ProcessVariable<String> CONCLUSION = ProcessVariable.ofText("reviewConclusion");

    /** The rows of the table {@code major-modification} that hold. */
    static final ProcessVariable<List<String>> MAJOR_GROUNDS = ProcessVariable.ofTexts("majorGrounds");

    /** Why the plan is revised, then what follows: {@link PlanRevision}. */
    static final ProcessVariable<String> PLAN_REVISION = ProcessVariable.ofText("planRevision");

    static final ProcessVariable<String> NOTICE_OUTCOME = ProcessVariable.ofText("noticeOutcome");
    static final ProcessVariable<String> APPROVAL_DECISION = ProcessVariable.ofText("approvalDecision");

    /** Answer to the backbone: APPROVED or REJECTED. */
    static final ProcessVariable<String> REVIEW_OUTCOME = ProcessVariable.ofText("reviewOutcome");

    /** Values of {@link #PLAN_REVISION}. */
    enum PlanRevision {
        NONE,
        SUPPLEMENT,
        REJECTED,
        CONDITIONS,
        OBJECTION,
        RETURNED,
        GO_ON,
        CONFIRM_CONDITIONS,
        REVIEW_AGAIN
    }

    private ReviewProcess() {}
}
