package org.jiugai.consultation;

import org.jiugai.ballot.VoteManagement;
import org.jiugai.ballot.VoteOutcome;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.kernel.Finding;
import org.jiugai.policy.Parameters;
import org.springframework.stereotype.Component;

/** Whether the owners must decide on a plan, and whether they have: by law, unless the policy only asks them. */
@Component
class OwnersDecision {
    private static final String BY_LAW = "LAW";
    private final VoteManagement votes;
    private final CaseManagement cases;

    OwnersDecision(VoteManagement votes, CaseManagement cases) {
        this.votes = votes;
        this.cases = cases;
    }

    /** Whether a vote must be held before the plan is final; a policy that only asks the residents gets a finding instead. */
    boolean isDue(long caseId, long communityId) {
        VoteOutcome outcome = votes.outcomeOf(communityId);
        if (outcome == VoteOutcome.NOT_REQUIRED || outcome == VoteOutcome.PASSED) return false;
        if (isByLaw(caseId)) return true;
        cases.raise(
                caseId,
                new Finding(
                        "VOTE-POLL",
                        Finding.Severity.WARN,
                        cases.community(communityId).name() + "的方案涉及业主共同决定事项，本案政策只规定民意调查",
                        "民法典第278条"));
        return false;
    }

    /** What the checklist of the final plan shows; nothing where no vote is asked for. */
    VoteOutcome outcome(long caseId, long communityId) {
        return isByLaw(caseId) ? votes.outcomeOf(communityId) : VoteOutcome.NOT_REQUIRED;
    }

    private boolean isByLaw(long caseId) {
        return cases.policy(caseId).get(Parameters.CONSULTATION_VOTE, BY_LAW).equals(BY_LAW);
    }
}
